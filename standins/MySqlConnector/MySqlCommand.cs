using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Genuine = MySql.Data.MySqlClient;

namespace MySqlConnector;

public sealed class MySqlCommand : DbCommand, ICloneable
{
    private readonly Genuine.MySqlCommand _inner = new();
    private int? _timeout;

    public MySqlCommand() : this(null, null, null) { }
    public MySqlCommand(string? commandText) : this(commandText, null, null) { }
    public MySqlCommand(MySqlConnection? connection, MySqlTransaction? transaction) : this(null, connection, transaction) { }
    public MySqlCommand(string? commandText, MySqlConnection? connection) : this(commandText, connection, null) { }

    public MySqlCommand(string? commandText, MySqlConnection? connection, MySqlTransaction? transaction) =>
        (CommandText, Connection, Transaction) = (commandText, connection, transaction);

    [AllowNull]
    public override string CommandText { get => _inner.CommandText; set => _inner.CommandText = value ?? ""; }
    public override int CommandTimeout { get => _timeout ?? (int)(Connection?.Settings.DefaultCommandTimeout ?? 30); set => _timeout = value; }
    public override CommandType CommandType { get => _inner.CommandType; set => _inner.CommandType = value; }
    public new MySqlConnection? Connection { get; set; }
    public new MySqlTransaction? Transaction { get; set; }
    public new MySqlParameterCollection Parameters { get; } = [];
    public override bool DesignTimeVisible { get; set; }
    public override UpdateRowSource UpdatedRowSource { get; set; }
    public bool IsPrepared => _inner.IsPrepared;
    public long LastInsertedId => _inner.LastInsertedId;

    protected override DbConnection? DbConnection { get => Connection; set => Connection = (MySqlConnection?)value; }
    protected override DbTransaction? DbTransaction { get => Transaction; set => Transaction = (MySqlTransaction?)value; }
    protected override DbParameterCollection DbParameterCollection => Parameters;

    public new MySqlParameter CreateParameter() => new();
    protected override DbParameter CreateDbParameter() => CreateParameter();

    public override void Cancel()
    {
        if (Connection is { State: ConnectionState.Open })
            _inner.Cancel();
    }

    public override void Prepare()
    {
        Bind();
        Failures.Guard(_inner.Prepare);
    }

    public override Task PrepareAsync(CancellationToken cancellationToken = default) => Task.Run(Prepare, cancellationToken);

    public override int ExecuteNonQuery() => ExecuteNonQueryAsync(CancellationToken.None).GetAwaiter().GetResult();
    public override object? ExecuteScalar() => ExecuteScalarAsync(CancellationToken.None).GetAwaiter().GetResult();
    public new MySqlDataReader ExecuteReader() => ExecuteReader(CommandBehavior.Default);
    public new MySqlDataReader ExecuteReader(CommandBehavior commandBehavior) =>
        ExecuteReaderAsync(commandBehavior).GetAwaiter().GetResult();
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => ExecuteReader(behavior);

    public override async Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
    {
        await using var reader = await ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
            continue;
        reader.Close();
        return reader.RecordsAffected;
    }

    public override async Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken)
    {
        await using var reader = await ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var value = await reader.ReadAsync(cancellationToken).ConfigureAwait(false) && reader.FieldCount > 0 ? reader.GetValue(0) : null;
        while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
            continue;
        return value;
    }

    public new Task<MySqlDataReader> ExecuteReaderAsync(CancellationToken cancellationToken = default) =>
        ExecuteReaderAsync(CommandBehavior.Default, cancellationToken);

    public new Task<MySqlDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken = default) =>
        OpenReader(behavior, cancellationToken);

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        await ExecuteReaderAsync(behavior, cancellationToken).ConfigureAwait(false);

    public MySqlCommand Clone()
    {
        var copy = new MySqlCommand(CommandText, Connection, Transaction) { CommandType = CommandType, _timeout = _timeout };
        foreach (MySqlParameter parameter in Parameters)
            copy.Parameters.Add(parameter.Clone());
        return copy;
    }

    object ICloneable.Clone() => Clone();

    public override ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }

    // SequentialAccess and SingleRow are hints; MySql.Data would change what is sent for them. For a killed statement it returns null.
    private async Task<MySqlDataReader> OpenReader(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Bind();
        var watch = new Watch(KillQuery, CommandTimeout, cancellationToken);
        try
        {
            var reader = await _inner.ExecuteReaderAsync(CommandBehavior.Default, CancellationToken.None).ConfigureAwait(false)
                ?? throw new MySqlException(MySqlErrorCode.QueryInterrupted, "70100", "Query execution was interrupted", null);
            watch.StopClock();
            return new(reader, this, watch, behavior);
        }
        catch (Exception thrown)
        {
            await watch.DisposeAsync().ConfigureAwait(false);
            throw Failures.CanTranslate(thrown) ? watch.Explain(thrown, cancellationToken) : thrown;
        }
    }

    internal void TakeOutputs() => Parameters.TakeOutputs(_inner.Parameters);

    private void KillQuery()
    {
        try
        {
            Cancel();
        }
        catch (Exception gone) when (Failures.CanTranslate(gone) || gone is InvalidOperationException)
        {
            // The command ended, or its connection with it, before the kill arrived: there is nothing left to cancel.
        }
    }

    private void Bind()
    {
        var connection = Connection ?? throw new InvalidOperationException("Connection property must be non-null.");
        if (connection.State != ConnectionState.Open)
            throw new InvalidOperationException($"Connection must be Open; current State is {connection.State}");
        if (connection.ActiveReader is not null)
            throw new InvalidOperationException("This MySqlConnection is already in use. See https://mysqlconnector.net/conn-reuse");
        if (!connection.Settings.IgnoreCommandTransaction && Transaction != connection.CurrentTransaction)
            throw new InvalidOperationException(Transaction is null
                ? "The transaction associated with this command is not the connection's active transaction; see https://mysqlconnector.net/trans"
                : "The transaction associated with this command has been committed, rolled back or belongs to another connection; see https://mysqlconnector.net/trans");
        _inner.Connection = connection.Inner;
        _inner.CommandTimeout = 0;
        Parameters.CopyTo(_inner.Parameters);
    }
}
