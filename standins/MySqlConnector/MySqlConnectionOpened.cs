namespace MySqlConnector;

public delegate ValueTask MySqlConnectionOpenedCallback(MySqlConnectionOpenedContext context, CancellationToken cancellationToken);

[Flags]
public enum MySqlConnectionOpenedConditions { None = 0, New = 1, Reset = 2 }

public sealed class MySqlConnectionOpenedContext
{
    internal MySqlConnectionOpenedContext(MySqlConnection connection, MySqlConnectionOpenedConditions conditions) =>
        (Connection, Conditions) = (connection, conditions);

    public MySqlConnection Connection { get; }
    public MySqlConnectionOpenedConditions Conditions { get; }
}
