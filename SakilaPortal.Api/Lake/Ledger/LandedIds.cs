using System.Globalization;
using SakilaPortal.Api.Lake.Athena;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Ledger;

/// <summary>The ids of the events in the landing zone itself, read through Athena; for full checks.</summary>
internal sealed class LandedIds(LakeQueries queries)
{
    private const string From = "FROM landingzonedb.streaming WHERE event_id IS NOT NULL";
    private const string OfSeries = $"regexp_like(event_id, '{EventSeries.Pattern}')";
    private const string Number = "CAST(substr(event_id, 34) AS bigint)";

    /// <summary>All ids but those of series.</summary>
    public async Task<HashSet<string>> PlainAsync(CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>();
        await foreach (var row in queries.RowsAsync($"SELECT DISTINCT event_id {From} AND NOT {OfSeries}", cancellationToken))
            ids.Add(row[0]);
        return ids;
    }

    /// <summary>How many distinct numbers of each series landed, by bucket.</summary>
    public async Task<Dictionary<(string Series, long Bucket), long>> BucketsAsync(CancellationToken cancellationToken)
    {
        var buckets = new Dictionary<(string, long), long>();
        var sql = $"SELECT substr(event_id, 1, 32), {Number} / {EventSeries.BucketSize}, count(DISTINCT event_id) {From} AND {OfSeries} GROUP BY 1, 2";
        await foreach (var row in queries.RowsAsync(sql, cancellationToken))
            buckets[(row[0], Read(row[1]))] = Read(row[2]);
        return buckets;
    }

    /// <summary>The bits of a series: read number by number only where a bucket does not hold what the register says.</summary>
    public async Task<IReadOnlyDictionary<long, byte[]>> BitsAsync(
        string series, Dictionary<long, byte[]> registered, Dictionary<(string Series, long Bucket), long> landed, CancellationToken cancellationToken)
    {
        // The register forgets old ids; what has landed stays.
        var differing = landed.Keys.Where(key => key.Series == series).Select(key => key.Bucket).Union(registered.Keys)
            .Where(bucket => (registered.TryGetValue(bucket, out var bits) ? EventSeries.Count(bits) : 0) != landed.GetValueOrDefault((series, bucket))).ToList();
        if (differing.Count == 0)
            return registered;
        foreach (var bucket in differing)
            registered[bucket] = EventSeries.Empty();
        var sql = $"""
            SELECT DISTINCT {Number} {From} AND substr(event_id, 1, 33) = '{series}-' AND {OfSeries} AND {Number} / {EventSeries.BucketSize} IN ({string.Join(", ", differing)})
            """;
        await foreach (var row in queries.RowsAsync(sql, cancellationToken))
            if (Read(row[0]) is var number && registered.TryGetValue(number / EventSeries.BucketSize, out var bits))
                EventSeries.Add(bits, number);
        return registered;
    }

    /// <summary>Events that landed more than once.</summary>
    public async Task<IReadOnlyList<LedgerRepeat>> RepeatsAsync(int limit, CancellationToken cancellationToken)
    {
        var repeats = new List<LedgerRepeat>();
        await foreach (var row in queries.RowsAsync($"SELECT event_id, count(*) {From} GROUP BY 1 HAVING count(*) > 1 ORDER BY 2 DESC, 1 LIMIT {limit}", cancellationToken))
            repeats.Add(new(row[0], Read(row[1])));
        return repeats;
    }

    /// <summary>Landed events that are not in streaming_films.</summary>
    public async Task<IReadOnlyList<string>> NotEnrichedAsync(CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        await foreach (var row in queries.RowsAsync("""
            SELECT DISTINCT l.event_id FROM landingzonedb.streaming l LEFT JOIN curatedzonedb.streaming_films f ON f.event_id = l.event_id
            WHERE l.event_id IS NOT NULL AND f.event_id IS NULL
            """, cancellationToken))
            ids.Add(row[0]);
        return ids;
    }

    /// <summary>The rows of streaming_films, and the events among them that it has more than once.</summary>
    public async Task<(long Rows, IReadOnlyList<string> Twice)> EnrichedAsync(CancellationToken cancellationToken)
    {
        var rows = 0L;
        var twice = new List<string>();
        await foreach (var row in queries.RowsAsync("SELECT count(*) FROM curatedzonedb.streaming_films", cancellationToken))
            rows = Read(row[0]);
        await foreach (var row in queries.RowsAsync("SELECT event_id, count(*) FROM curatedzonedb.streaming_films GROUP BY 1 HAVING count(*) > 1 LIMIT 1000", cancellationToken))
            twice.Add($"{row[0]} ({row[1]} times)");
        return (rows, twice);
    }

    private static long Read(string number) => long.Parse(number, CultureInfo.InvariantCulture);
}
