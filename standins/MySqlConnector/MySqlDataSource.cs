using System.Collections.Concurrent;
using System.Data.Common;
using Genuine = MySql.Data.MySqlClient;

namespace MySqlConnector;

public sealed class MySqlDataSource : DbDataSource
{
    private readonly ConcurrentDictionary<int, bool> _knownThreads = [];
    private readonly MySqlConnectionOpenedCallback? _opened;

    public MySqlDataSource(string connectionString) : this(connectionString, null) { }

    internal MySqlDataSource(string connectionString, MySqlConnectionOpenedCallback? opened) =>
        (FullConnectionString, _opened) = (new MySqlConnectionStringBuilder(connectionString).ConnectionString, opened);

    internal string FullConnectionString { get; }
    public override string ConnectionString => WithoutPassword(FullConnectionString);

    public new MySqlConnection CreateConnection() => new(this);
    public new MySqlConnection OpenConnection() => (MySqlConnection)OpenDbConnection();

    public new async ValueTask<MySqlConnection> OpenConnectionAsync(CancellationToken cancellationToken = default) =>
        (MySqlConnection)await OpenDbConnectionAsync(cancellationToken).ConfigureAwait(false);

    protected override DbConnection CreateDbConnection() => CreateConnection();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Genuine.MySqlConnection.ClearPool(new(new MySqlConnectionStringBuilder(FullConnectionString).ToGenuine()));
        base.Dispose(disposing);
    }

    internal async Task OnOpenedAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        if (_opened is null)
            return;
        var conditions = _knownThreads.TryAdd(connection.ServerThread, true)
            ? MySqlConnectionOpenedConditions.New
            : connection.Settings.ConnectionReset ? MySqlConnectionOpenedConditions.Reset : MySqlConnectionOpenedConditions.None;
        try
        {
            await _opened(new(connection, conditions), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            connection.Close();
            throw;
        }
    }

    internal static string WithoutPassword(string connectionString)
    {
        var settings = new MySqlConnectionStringBuilder(connectionString);
        settings.Remove("Password");
        return settings.ConnectionString;
    }
}
