using System.Data.Common;
using Dapper;
using MySqlConnector;

namespace SakilaPortal.Pipeline.Catalog.Events;

/// <summary>Which of a batch's event ids are seen for the first time. It reads and writes only what the batch touches.</summary>
internal sealed class Sightings
{
    private readonly Dictionary<(string Series, long Bucket), byte[]> _buckets = [];
    private readonly HashSet<(string Series, long Bucket)> _changed = [];
    private readonly HashSet<Guid> _seen = [];
    private readonly List<Guid> _new = [];

    /// <summary>First sightings by series.</summary>
    public Dictionary<string, long> BySeries { get; } = [];

    public static async Task<Sightings> LoadAsync(MySqlDataSource database, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var sightings = new Sightings();
        var hashes = new HashSet<Guid>();
        foreach (var id in ids)
            if (EventName.InSeries(id) is var (series, number))
                sightings._buckets.TryAdd((series, number / EventName.BucketSize), new byte[EventName.BucketSize / 8]);
            else
                hashes.Add(EventName.Hash(id));
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await sightings.LoadBucketsAsync(connection, cancellationToken);
        await sightings.LoadHashesAsync(connection, hashes, cancellationToken);
        return sightings;
    }

    /// <summary>Notes an id.</summary>
    /// <returns>Whether it was seen for the first time.</returns>
    public bool IsFirst(string id)
    {
        if (EventName.InSeries(id) is not var (series, number))
            return IsFirst(EventName.Hash(id));
        var (bucket, bit) = Math.DivRem(number, EventName.BucketSize);
        var bits = _buckets[(series, bucket)];
        var mask = (byte)(1 << (int)(bit % 8));
        if ((bits[bit / 8] & mask) != 0)
            return false;
        bits[bit / 8] |= mask;
        _changed.Add((series, bucket));
        BySeries[series] = BySeries.GetValueOrDefault(series) + 1;
        return true;
    }

    /// <summary>Writes the first sightings down, and counts them as landed for their simulations.</summary>
    public async Task WriteAsync(DbConnection connection, DbTransaction transaction, DateTime now, CancellationToken cancellationToken)
    {
        const string bucketSql = """
            INSERT INTO portal.event_series (series, bucket, bits, last_seen) VALUES (@Series, @Bucket, @bits, @now)
            ON DUPLICATE KEY UPDATE bits = @bits, last_seen = @now
            """;
        const string landedSql = """
            INSERT INTO portal.simulation_progress (simulation_id, landed, updated_at) VALUES (@Key, @Value, @now)
            ON DUPLICATE KEY UPDATE landed = landed + @Value, updated_at = @now
            """;
        var buckets = _changed.Select(key => new { key.Series, key.Bucket, bits = _buckets[key], now });
        await connection.ExecuteAsync(new(bucketSql, buckets.ToList(), transaction, cancellationToken: cancellationToken));
        foreach (var hashes in _new.Chunk(1000))
        {
            var values = string.Join(", ", hashes.Select((_, i) => $"(@h{i}, @now)"));
            var parameters = new DynamicParameters(new { now });
            foreach (var (i, hash) in hashes.Index())
                parameters.Add($"h{i}", hash.ToByteArray());
            await connection.ExecuteAsync(new($"INSERT INTO portal.event_seen (event_hash, seen_at) VALUES {values}", parameters, transaction, cancellationToken: cancellationToken));
        }
        var landed = BySeries.Select(series => new { series.Key, series.Value, now });
        await connection.ExecuteAsync(new(landedSql, landed.ToList(), transaction, cancellationToken: cancellationToken));
    }

    private bool IsFirst(Guid hash)
    {
        var isFirst = _seen.Add(hash);
        if (isFirst)
            _new.Add(hash);
        return isFirst;
    }

    private async Task LoadBucketsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        const string sql = "SELECT bucket, bits FROM portal.event_series WHERE series = @series AND bucket IN @buckets";
        foreach (var series in _buckets.Keys.GroupBy(key => key.Series).ToList())
        {
            var parameters = new { series = series.Key, buckets = series.Select(key => key.Bucket) };
            foreach (var (bucket, bits) in await connection.QueryAsync<(long, byte[])>(new(sql, parameters, cancellationToken: cancellationToken)))
                _buckets[(series.Key, bucket)] = bits;
        }
    }

    private async Task LoadHashesAsync(DbConnection connection, HashSet<Guid> hashes, CancellationToken cancellationToken)
    {
        const string sql = "SELECT event_hash FROM portal.event_seen WHERE event_hash IN @keys";
        foreach (var keys in hashes.Select(hash => hash.ToByteArray()).Chunk(1000))
            foreach (var known in await connection.QueryAsync<byte[]>(new(sql, new { keys }, cancellationToken: cancellationToken)))
                _seen.Add(new Guid(known));
    }
}
