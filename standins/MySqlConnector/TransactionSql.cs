using System.Data;

namespace MySqlConnector;

internal static class TransactionSql
{
    public static string Start(IsolationLevel level, bool isReadOnly) =>
        $"SET SESSION TRANSACTION ISOLATION LEVEL {Name(level)}; START TRANSACTION"
        + (level == IsolationLevel.Snapshot ? " WITH CONSISTENT SNAPSHOT" + (isReadOnly ? ", READ ONLY" : "") : isReadOnly ? " READ ONLY" : "");

    private static string Name(IsolationLevel level) => level switch
    {
        IsolationLevel.ReadUncommitted => "READ UNCOMMITTED",
        IsolationLevel.ReadCommitted => "READ COMMITTED",
        IsolationLevel.RepeatableRead or IsolationLevel.Snapshot or IsolationLevel.Unspecified => "REPEATABLE READ",
        IsolationLevel.Serializable => "SERIALIZABLE",
        _ => throw new NotSupportedException($"IsolationLevel.{level} is not supported."),
    };
}
