namespace MySqlConnector;

public sealed class MySqlDataSourceBuilder(string? connectionString = null)
{
    private MySqlConnectionOpenedCallback? _opened;

    public MySqlConnectionStringBuilder ConnectionStringBuilder { get; } = new(connectionString ?? "");

    public MySqlDataSourceBuilder UseConnectionOpenedCallback(MySqlConnectionOpenedCallback callback)
    {
        _opened += callback;
        return this;
    }

    public MySqlDataSource Build() => new(ConnectionStringBuilder.ConnectionString, _opened);
}
