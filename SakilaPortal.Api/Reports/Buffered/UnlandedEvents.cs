using System.Data;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Lake.Ledger;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Api.Simulations;

namespace SakilaPortal.Api.Reports.Buffered;

/// <summary>
/// Finds the accepted events that have not landed. All is read in one snapshot of the books, which the lake writes together: an event is
/// in the version found, or waiting, or unlanded, and never two of these.
/// </summary>
internal sealed class UnlandedEvents(MySqlDataSource database, DeliveryWindow delivery, TimeProvider clock)
{
    /// <summary>Far more than one query can hold.</summary>
    public const int Most = 20_000;

    /// <summary>
    /// Nothing is buffered longer than a quarter of an hour (https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html);
    /// what is older and has not landed is late, and the ledger names it.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private sealed record VersionRow(long Version, DateTime PublishedAt, string Location);

    private sealed record Bucket(long Number, byte[] Bits);

    /// <summary>Null while <c>streaming_films</c> has no version.</summary>
    public async Task<Unlanded?> FindAsync(CancellationToken cancellationToken)
    {
        const string versionSql = """
            SELECT version, published_at, location FROM portal.table_version
            WHERE database_name = @Database AND table_name = @Table ORDER BY version DESC LIMIT 1
            """;
        const string waitingSql = "SELECT COALESCE(SUM(row_count), 0) FROM portal.event_batch WHERE version IS NULL";
        var window = await delivery.ReadAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        if (await snapshot.FirstAsync<VersionRow>(versionSql, new { BufferedSql.Database, BufferedSql.Table }, cancellationToken) is not { } version)
            return null;
        var waiting = await snapshot.FirstAsync<long>(waitingSql, null, cancellationToken);
        var simulated = await SimulatedAsync(snapshot, cancellationToken);
        var (posted, count) = await PostedAsync(snapshot, window, cancellationToken);
        return new(new($"{BufferedSql.Database}.{BufferedSql.Table}", version.Location, version.Version, version.PublishedAt), waiting, simulated, posted, count);
    }

    private async Task<IReadOnlyList<UnlandedRecords>> SimulatedAsync(MySqlTransaction snapshot, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT s.*, COALESCE(p.landed, 0) landed, COALESCE(p.in_reports, 0) in_reports
            FROM portal.simulation s LEFT JOIN portal.simulation_progress p USING (simulation_id)
            WHERE s.delivery_stream = @Stream AND (s.ended_at IS NULL OR (s.ended_at > @since AND s.accepted > COALESCE(p.landed, 0)))
            """;
        var unlanded = new List<UnlandedRecords>();
        foreach (var row in await snapshot.ListAsync<SimulationRow>(sql, new { PartnerEventRules.Stream, since = Now - Longest }, cancellationToken))
            if (await new SeriesTail(snapshot, row).FindAsync(cancellationToken) is ({ Count: > 0 } ranges, var count))
                unlanded.Add(new(row, ranges, count, await TimesAsync(snapshot, row, ranges[0].First, cancellationToken)));
        return unlanded;
    }

    private async Task<RecordTimes> TimesAsync(MySqlTransaction snapshot, SimulationRow row, long first, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT sampled_at, attempted FROM portal.simulation_sample
            WHERE simulation_id = @SimulationId AND sampled_at >= COALESCE(
                (SELECT MAX(sampled_at) FROM portal.simulation_sample WHERE simulation_id = @SimulationId AND attempted < @first), @StartedAt)
            ORDER BY sampled_at
            """;
        var samples = await snapshot.ListAsync<Milestone>(sql, new { row.SimulationId, first, row.StartedAt }, cancellationToken);
        Milestone[] milestones = samples is [{ Attempted: var earliest }, ..] && earliest < first ? [.. samples] : [new(row.StartedAt, 0), .. samples];
        return new([.. milestones, new(row.EndedAt ?? Now, row.Settled)], clock.LocalTimeZone);
    }

    private async Task<(IReadOnlyList<UnlandedPost> Oldest, long Count)> PostedAsync(MySqlTransaction snapshot, TimeSpan window, CancellationToken cancellationToken)
    {
        const string freshSql = "SELECT fresh_as_of FROM portal.workflow_node WHERE node = 'crawl'";
        const string from = """
            FROM portal.partner_event e
            WHERE e.state = 'accepted' AND e.posted_at > @since
              AND NOT EXISTS (SELECT * FROM portal.event_seen x WHERE x.event_hash = UNHEX(LEFT(SHA2(e.event_id, 256), 32)))
            """;
        // Whatever had landed when the lake last looked was seen, so only what came a buffer's time before that can be under way.
        var fresh = await snapshot.FirstAsync<DateTime?>(freshSql, null, cancellationToken) ?? DateTime.MinValue.AddDays(1);
        var (tail, longest) = (fresh - window, Now - Longest);
        var since = new { since = tail > longest ? tail : longest };
        var oldest = await snapshot.ListAsync<UnlandedPost>(
            $"SELECT e.event_id, e.request_id, e.posted_at {from} ORDER BY e.posted_at, e.event_id LIMIT {Most}", since, cancellationToken);
        var count = oldest.Count < Most ? oldest.Count : await snapshot.FirstAsync<long>($"SELECT COUNT(*) {from}", since, cancellationToken);
        var seen = await SeenInSeriesAsync(snapshot, oldest, cancellationToken);
        return ([.. oldest.Where(post => !seen.Contains(post.EventId))], count - seen.Count);
    }

    // An id that looks like a simulation's is remembered like one.
    private static async Task<HashSet<string>> SeenInSeriesAsync(MySqlTransaction snapshot, IReadOnlyList<UnlandedPost> posted, CancellationToken cancellationToken)
    {
        const string sql = "SELECT bucket number, bits FROM portal.event_series WHERE series = @series AND bucket IN @buckets";
        var seen = new HashSet<string>();
        foreach (var ids in posted.Select(post => (post.EventId, Place: EventSeries.Read(post.EventId))).Where(id => id.Place is not null).GroupBy(id => id.Place!.Value.Series))
        {
            var buckets = ids.Select(id => id.Place!.Value.Number / EventSeries.BucketSize).Distinct().ToList();
            var bits = (await snapshot.ListAsync<Bucket>(sql, new { series = ids.Key, buckets }, cancellationToken)).ToDictionary(row => row.Number, row => row.Bits);
            seen.UnionWith(ids.Where(id => EventSeries.Has(bits.GetValueOrDefault(id.Place!.Value.Number / EventSeries.BucketSize), id.Place!.Value.Number)).Select(id => id.EventId));
        }
        return seen;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
