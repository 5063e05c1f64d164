using System.Data;
using System.Data.Common;

namespace MySqlConnector;

public sealed class MySqlTransaction : DbTransaction
{
    internal MySqlTransaction(MySqlConnection connection, IsolationLevel isolationLevel) =>
        (Connection, IsolationLevel) = (connection, isolationLevel);

    public new MySqlConnection? Connection { get; private set; }
    protected override DbConnection? DbConnection => Connection;
    public override IsolationLevel IsolationLevel { get; }

    public override void Commit() => End("COMMIT");
    public override void Rollback() => End("ROLLBACK");
    public override Task CommitAsync(CancellationToken cancellationToken = default) => EndAsync("COMMIT", cancellationToken);
    public override Task RollbackAsync(CancellationToken cancellationToken = default) => EndAsync("ROLLBACK", cancellationToken);

    public override bool SupportsSavepoints => true;
    public override void Save(string savepointName) => Live.Execute($"SAVEPOINT {Quote(savepointName)}");
    public override void Rollback(string savepointName) => Live.Execute($"ROLLBACK TO SAVEPOINT {Quote(savepointName)}");
    public override void Release(string savepointName) => Live.Execute($"RELEASE SAVEPOINT {Quote(savepointName)}");

    protected override void Dispose(bool disposing)
    {
        if (disposing && Connection is { State: ConnectionState.Open })
            Rollback();
        Connection = null;
        base.Dispose(disposing);
    }

    public override async ValueTask DisposeAsync()
    {
        if (Connection is { State: ConnectionState.Open })
            await RollbackAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    internal void Detach() => Connection = null;

    private MySqlConnection Live => Connection
        ?? throw new InvalidOperationException("Already committed or rolled back.");

    private void End(string sql)
    {
        Live.Execute(sql);
        Live.CurrentTransaction = null;
        Connection = null;
    }

    private async Task EndAsync(string sql, CancellationToken cancellationToken)
    {
        await Live.ExecuteAsync(sql, cancellationToken).ConfigureAwait(false);
        Live.CurrentTransaction = null;
        Connection = null;
    }

    private static string Quote(string name) => '`' + name.Replace("`", "``") + '`';
}
