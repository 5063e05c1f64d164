using System.Data;
using System.Runtime.CompilerServices;
using Dapper;
using MySqlConnector;

namespace SakilaPortal.Pipeline.Replication;

/// <summary>All tables as they were at one moment, in one read-only transaction.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly MySqlTransaction _transaction;

    private Snapshot(MySqlTransaction transaction, DateTime at, DateTime completeUntil) =>
        (_transaction, At, CompleteUntil) = (transaction, at, completeUntil);

    private MySqlConnection Connection => _transaction.Connection!;

    /// <summary>When it was taken (UTC).</summary>
    public DateTime At { get; }

    /// <summary>Rows last updated before this time (UTC) are all in it; later ones may still be in open transactions.</summary>
    public DateTime CompleteUntil { get; }

    public static async Task<Snapshot> OpenAsync(MySqlDataSource database, TimeSpan overlap, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await connection.ExecuteAsync(new("SET time_zone = '+00:00'", cancellationToken: cancellationToken));
            // Asked before the snapshot is taken: what begins in between is newer than the answer.
            var completeUntil = await CompleteUntilAsync(connection, overlap, cancellationToken);
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.Snapshot, isReadOnly: true, cancellationToken);
            var at = await connection.ExecuteScalarAsync<DateTime>(new("SELECT UTC_TIMESTAMP(3)", null, transaction, cancellationToken: cancellationToken));
            return new(transaction, at, completeUntil);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<IEnumerable<T>> QueryAsync<T>(string sql, object? parameters, CancellationToken cancellationToken) =>
        await Connection.QueryAsync<T>(new(sql, parameters, _transaction, cancellationToken: cancellationToken));

    /// <summary>Rows as text, one after the other; null is SQL's NULL.</summary>
    public async IAsyncEnumerable<string?[]> RowsAsync(
        string sql, object? parameters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var command = new CommandDefinition(sql, parameters, _transaction, commandTimeout: 0, cancellationToken: cancellationToken);
        await using var reader = await Connection.ExecuteReaderAsync(command);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new string?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.IsDBNull(i) ? null : reader.GetString(i);
            yield return row;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await using var connection = Connection;
        await _transaction.DisposeAsync();
    }

    /// <summary>
    /// The start of the oldest open transaction, less what the clocks' whole seconds and InnoDB's 0.1 s cache of this view may hide:
    /// https://dev.mysql.com/doc/refman/8.4/en/innodb-information-schema-internal-data.html
    /// </summary>
    private static async Task<DateTime> CompleteUntilAsync(MySqlConnection connection, TimeSpan overlap, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT LEAST(UTC_TIMESTAMP(), COALESCE(CONVERT_TZ(MIN(trx_started), 'SYSTEM', '+00:00'), UTC_TIMESTAMP())) - INTERVAL 2 SECOND
            FROM information_schema.INNODB_TRX
            WHERE trx_mysql_thread_id <> CONNECTION_ID()
            """;
        try
        {
            return await connection.ExecuteScalarAsync<DateTime>(new(sql, cancellationToken: cancellationToken));
        }
        // Without the PROCESS privilege MySQL does not tell: 1227.
        catch (MySqlException refused) when (refused.Number == 1227)
        {
            return await connection.ExecuteScalarAsync<DateTime>(
                new("SELECT UTC_TIMESTAMP() - INTERVAL @seconds SECOND", new { seconds = overlap.TotalSeconds }, cancellationToken: cancellationToken));
        }
    }
}
