using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Genuine = MySql.Data.MySqlClient;

namespace MySqlConnector;

public sealed class MySqlConnection : DbConnection, ICloneable
{
    private const int Attempts = 4;
    private readonly MySqlDataSource? _source;
    private MySqlConnectionStringBuilder _settings = new();
    private string _connectionString = "";
    private bool _opened;

    public MySqlConnection() { }

    public MySqlConnection(string? connectionString) => ConnectionString = connectionString;

    internal MySqlConnection(MySqlDataSource source) : this(source.FullConnectionString) => _source = source;

    internal Genuine.MySqlConnection Inner { get; private set; } = new();
    internal MySqlTransaction? CurrentTransaction { get; set; }
    internal MySqlDataReader? ActiveReader { get; set; }
    internal MySqlConnectionStringBuilder Settings => _settings;

    [AllowNull]
    public override string ConnectionString
    {
        get => _opened && !_settings.PersistSecurityInfo ? MySqlDataSource.WithoutPassword(_connectionString) : _connectionString;
        set
        {
            if (State != ConnectionState.Closed)
                throw new InvalidOperationException("Cannot change the connection string on an open connection.");
            _connectionString = value ?? "";
            _settings = new MySqlConnectionStringBuilder(_connectionString);
            _opened = false;
        }
    }

    public override string Database => Inner.State == ConnectionState.Open ? Inner.Database : _settings.Database;
    public override ConnectionState State => Inner.State;
    public override string DataSource => _settings.Server;
    public override string ServerVersion => Inner.ServerVersion;
    public int ServerThread => Inner.ServerThread;
    public override int ConnectionTimeout => (int)_settings.ConnectionTimeout;
    protected override DbProviderFactory DbProviderFactory => MySqlConnectorFactory.Instance;

    public override void Open() => OpenAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (State != ConnectionState.Closed)
            throw new InvalidOperationException($"Cannot Open when State is {State}.");
        var inner = Inner = new Genuine.MySqlConnection(_settings.ToGenuine());
        var opening = Task.Run(() => OpenPatiently(inner), CancellationToken.None);
        try
        {
            await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
            _opened = true;
            if (_settings is { ConnectionReset: true, Database.Length: > 0 } && inner.Database != _settings.Database)
                inner.ChangeDatabase(_settings.Database);
        }
        catch (OperationCanceledException)
        {
            Inner = new();
            _ = opening.ContinueWith(_ => inner.Dispose(), TaskScheduler.Default);
            throw;
        }
        catch (Exception thrown) when (Failures.CanTranslate(thrown))
        {
            inner.Dispose();
            throw Failures.Translate(thrown, connecting: true);
        }
        if (_source is not null)
            await _source.OnOpenedAsync(this, cancellationToken).ConfigureAwait(false);
    }

    // A busy server may reset a connection that it has not yet accepted; MySql.Data gives up at once where another attempt succeeds.
    private static void OpenPatiently(Genuine.MySqlConnection inner)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                inner.Open();
                return;
            }
            catch (Exception thrown) when (attempt < Attempts && Failures.IsReset(thrown))
            {
                Thread.Sleep(20 * attempt);
            }
        }
    }

    public override void Close()
    {
        ActiveReader?.Close();
        CurrentTransaction?.Dispose();
        CurrentTransaction = null;
        Inner.Close();
    }

    public override Task CloseAsync() => Task.Run(Close);

    public override void ChangeDatabase(string databaseName) => Failures.Guard(() => Inner.ChangeDatabase(databaseName));

    public bool Ping() => State == ConnectionState.Open && Inner.Ping();

    public Task<bool> PingAsync(CancellationToken cancellationToken = default) => Task.Run(Ping, cancellationToken);

    public new MySqlTransaction BeginTransaction() => BeginTransaction(IsolationLevel.Unspecified, false);
    public new MySqlTransaction BeginTransaction(IsolationLevel isolationLevel) => BeginTransaction(isolationLevel, false);

    public MySqlTransaction BeginTransaction(IsolationLevel isolationLevel, bool isReadOnly) =>
        BeginTransactionAsync(isolationLevel, isReadOnly).AsTask().GetAwaiter().GetResult();

    public new ValueTask<MySqlTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) =>
        BeginTransactionAsync(IsolationLevel.Unspecified, false, cancellationToken);

    public new ValueTask<MySqlTransaction> BeginTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken = default) =>
        BeginTransactionAsync(isolationLevel, false, cancellationToken);

    public async ValueTask<MySqlTransaction> BeginTransactionAsync(
        IsolationLevel isolationLevel, bool isReadOnly, CancellationToken cancellationToken = default)
    {
        if (CurrentTransaction is not null)
            throw new InvalidOperationException("Transactions may not be nested.");
        await ExecuteAsync(TransactionSql.Start(isolationLevel, isReadOnly), cancellationToken).ConfigureAwait(false);
        return CurrentTransaction = new(this, isolationLevel);
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => BeginTransaction(isolationLevel);

    protected override async ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken) =>
        await BeginTransactionAsync(isolationLevel, cancellationToken).ConfigureAwait(false);

    public new MySqlCommand CreateCommand() => new(this, null);
    protected override DbCommand CreateDbCommand() => CreateCommand();

    public static void ClearPool(MySqlConnection connection) => Genuine.MySqlConnection.ClearPool(connection.Inner);
    public static void ClearAllPools() => Genuine.MySqlConnection.ClearAllPools();
    public static Task ClearAllPoolsAsync(CancellationToken cancellationToken = default) => Task.Run(ClearAllPools, cancellationToken);

    public MySqlConnection Clone() => _source?.CreateConnection() ?? new(_connectionString);
    object ICloneable.Clone() => Clone();

    internal void Execute(string sql) => Failures.Guard(() => new Genuine.MySqlCommand(sql, Inner).ExecuteNonQuery());

    internal async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand(sql, this, CurrentTransaction);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();
        base.Dispose(disposing);
    }

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }
}
