using System.Data.Common;
using Dapper;
using MySqlConnector;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Replication;

/// <summary>How far each table is replicated, written down together with the files that took it there.</summary>
internal sealed class ReplicationState(MySqlDataSource database, LandingRegister register, WorkflowLease lease, TimeProvider time)
{
    public async Task<Dictionary<string, Watermark>> ReadAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT table_name AS TableName, watermark AS ChangesFrom, highest_key AS HighestKey, last_file AS LastFile FROM portal.replication_watermark
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Watermark>(new(sql, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.TableName);
    }

    public async Task WriteAsync(
        IEnumerable<Watermark> watermarks, IEnumerable<Arrival> files, IEnumerable<Tombstone> tombstones, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await lease.ConfirmAsync(connection, transaction, cancellationToken);
        await register.AddAsync(connection, transaction, files, cancellationToken);
        await WriteWatermarksAsync(connection, transaction, watermarks, cancellationToken);
        await CloseTombstonesAsync(connection, transaction, tombstones, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private Task<int> WriteWatermarksAsync(
        DbConnection connection, DbTransaction transaction, IEnumerable<Watermark> watermarks, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.replication_watermark (table_name, watermark, highest_key, last_file, updated_at)
            VALUES (@TableName, @ChangesFrom, @HighestKey, @LastFile, @now)
            ON DUPLICATE KEY UPDATE watermark = @ChangesFrom, highest_key = @HighestKey, last_file = @LastFile, updated_at = @now
            """;
        var now = time.GetUtcNow().UtcDateTime;
        var rows = watermarks.Select(w => new { w.TableName, w.ChangesFrom, w.HighestKey, w.LastFile, now }).ToList();
        return connection.ExecuteAsync(new(sql, rows, transaction, cancellationToken: cancellationToken));
    }

    private async Task CloseTombstonesAsync(
        DbConnection connection, DbTransaction transaction, IEnumerable<Tombstone> tombstones, CancellationToken cancellationToken)
    {
        const string sql = "UPDATE portal.tombstone SET replicated_at = @now WHERE tombstone_id IN @ids";
        foreach (var ids in tombstones.Select(tombstone => tombstone.TombstoneId).Chunk(1000))
            await connection.ExecuteAsync(new(sql, new { now = time.GetUtcNow().UtcDateTime, ids }, transaction, cancellationToken: cancellationToken));
    }
}

/// <param name="ChangesFrom">Rows last updated at or after this time (UTC) may still be to come.</param>
/// <param name="HighestKey">Of the first column of the primary key: a row above it is an insert.</param>
/// <param name="LastFile">The newest file's name, without folder.</param>
internal sealed record Watermark(string TableName, DateTime ChangesFrom, long? HighestKey, string LastFile);

/// <param name="KeyJson">The deleted row's primary key, as <c>{"rental_id": 5}</c>.</param>
internal sealed record Tombstone(long TombstoneId, string TableName, string KeyJson);
