using System.Data;
using MySqlConnector;

namespace SakilaPortal.Api.Data;

internal static class Transactions
{
    private const int Attempts = 5;

    /// <summary>
    /// Does <paramref name="work"/> in a transaction, which the work itself commits; without that all is undone.
    /// Work that loses a deadlock or waits too long for a lock is done again from the start.
    /// </summary>
    public static async Task<T> InTransactionAsync<T>(
        this MySqlDataSource database, Func<MySqlTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
                return await work(transaction);
            }
            catch (MySqlException lost) when (attempt < Attempts && IsLostToOthers(lost))
            {
                await Task.Delay(Random.Shared.Next(10, 40 * attempt), cancellationToken);
            }
        }
    }

    public static bool IsLostToOthers(MySqlException thrown) =>
        thrown.ErrorCode is MySqlErrorCode.LockDeadlock or MySqlErrorCode.LockWaitTimeout;
}
