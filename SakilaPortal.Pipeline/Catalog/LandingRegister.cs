using System.Data.Common;
using Dapper;
using MySqlConnector;

namespace SakilaPortal.Pipeline.Catalog;

/// <summary>Which objects of the landing zone are known, by key and ETag, and what became of them.</summary>
internal sealed class LandingRegister(MySqlDataSource database, TimeProvider time)
{
    /// <summary>Puts arrivals on the register; one that is there already, or that nothing reads, is passed over.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> AddAsync(IEnumerable<Arrival> arrivals, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await AddAsync(connection, null, arrivals, cancellationToken);
    }

    public async Task<int> AddAsync(
        DbConnection connection, DbTransaction? transaction, IEnumerable<Arrival> arrivals, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT IGNORE INTO portal.landed_object (object_key, etag, feed, byte_count, found_at)
            VALUES (@Key, @ETag, @Feed, @Bytes, @now)
            """;
        var now = time.GetUtcNow().UtcDateTime;
        var rows = from arrival in arrivals
                   let feed = Feed.Of(arrival.Key)
                   where feed is not null
                   select new { arrival.Key, arrival.ETag, Feed = feed, arrival.Bytes, now };
        return await connection.ExecuteAsync(new(sql, rows.ToList(), transaction, cancellationToken: cancellationToken));
    }

    /// <summary>What has been found below a folder and not been taken in, in the order of the keys.</summary>
    public async Task<List<LandedObject>> WaitingAsync(string folder, int limit, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT object_id AS ObjectId, object_key AS ObjectKey, etag AS Etag, feed AS Feed, byte_count AS ByteCount
            FROM portal.landed_object
            WHERE state = 'found' AND feed LIKE CONCAT(@folder, '%')
            ORDER BY feed, object_key
            LIMIT @limit
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<LandedObject>(new(sql, new { folder, limit }, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>What was taken in of a feed although its key comes after <paramref name="key"/>.</summary>
    public async Task<List<LandedObject>> TakenAfterAsync(string feed, string key, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT object_id AS ObjectId, object_key AS ObjectKey, etag AS Etag, feed AS Feed, byte_count AS ByteCount
            FROM portal.landed_object
            WHERE state = 'taken' AND feed = @feed AND object_key > @key
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<LandedObject>(new(sql, new { feed, key }, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>The last key of each feed below a folder.</summary>
    public async Task<Dictionary<string, string>> LastKeysAsync(string folder, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT feed, MAX(object_key) FROM portal.landed_object WHERE feed LIKE CONCAT(@folder, '%') GROUP BY feed
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<(string Feed, string Key)>(new(sql, new { folder }, cancellationToken: cancellationToken)))
            .ToDictionary(row => row.Feed, row => row.Key);
    }

    public async Task SetAsideAsync(LandedObject landed, string state, string reason, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await CloseAsync(connection, null, [new(landed.ObjectId, state, Reason: reason)], cancellationToken);
    }

    public async Task CloseAsync(
        DbConnection connection, DbTransaction? transaction, IEnumerable<Outcome> outcomes, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE portal.landed_object
            SET state = @State, taken_at = @now, row_count = @Rows, refused_count = @Refused, version = @Version, reason = LEFT(@Reason, 2000)
            WHERE object_id = @ObjectId
            """;
        var now = time.GetUtcNow().UtcDateTime;
        var rows = outcomes.Select(o => new { o.ObjectId, o.State, o.Rows, o.Refused, o.Version, o.Reason, now }).ToList();
        await connection.ExecuteAsync(new(sql, rows, transaction, cancellationToken: cancellationToken));
    }
}

/// <param name="Refused">Lines of it that were no valid event.</param>
/// <param name="Version">The version of the table that took it in.</param>
internal sealed record Outcome(long ObjectId, string State, long Rows = 0, long Refused = 0, long? Version = null, string? Reason = null);
