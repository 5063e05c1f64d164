using System.Data.Common;

namespace MySqlConnector;

public sealed class MySqlException : DbException
{
    internal MySqlException(MySqlErrorCode code, string? sqlState, string message, Exception? inner)
        : base(message, inner) => (ErrorCode, SqlState) = (code, sqlState);

    public int Number => (int)ErrorCode;
    public new MySqlErrorCode ErrorCode { get; }
    public override string? SqlState { get; }

    public override bool IsTransient => ErrorCode is MySqlErrorCode.ConnectionCountError or MySqlErrorCode.UnableToConnectToHost
        or MySqlErrorCode.LockDeadlock or MySqlErrorCode.LockWaitTimeout or MySqlErrorCode.ServerShutdown;
}
