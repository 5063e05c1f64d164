using Amazon.S3;
using Amazon.S3.Model;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Simulations;

/// <summary>What has been delivered.</summary>
/// <param name="WaitingBytes">Of those objects that the lake has not taken in.</param>
internal sealed record Delivered(long Count, long Bytes, int Waiting, long WaitingBytes, IReadOnlyList<DeliveredObject> Latest);

/// <summary>
/// The objects of a stream between the start of a simulation and the flush after its end. Those that the lake has seen are in its register;
/// only while events are on their way is the bucket listed, behind the last of them.
/// </summary>
internal sealed class DeliveredObjects(IAmazonS3 s3, MySqlDataSource database)
{
    private const int Shown = 10;
    private const int Versions = 3;
    private const int MostPages = 10;
    private const int KeysAtOnce = 500;

    // Objects of one second are in no order, and a large one may be delivered after the next.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    // S3 tells times in whole seconds.
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // How much later than delivered the lake may have seen an object.
    private static readonly TimeSpan Unseen = TimeSpan.FromDays(1);

    private sealed record Seen(string Feed, string LastKey, long Count, long Bytes, int Waiting, long WaitingBytes);

    private sealed record Span(DateTime Started, DateTime From, DateTime To);

    public async Task<Delivered> FindAsync(Simulation simulation, DeliveryHints hints, DateTime now, CancellationToken cancellationToken)
    {
        var flush = TimeSpan.FromSeconds(hints.Seconds) + Overlap;
        var span = new Span(simulation.StartedAt, simulation.StartedAt - flush, (simulation.EndedAt ?? now) + flush);
        var (seen, latest) = await RegisterAsync(hints, span, cancellationToken);
        var tail = simulation.Buffered == 0 ? [] : await ListAsync(hints, span, seen, cancellationToken);
        return new(
            seen.Sum(feed => feed.Count) + tail.Count, seen.Sum(feed => feed.Bytes) + tail.Sum(found => found.Bytes),
            seen.Sum(feed => feed.Waiting) + tail.Count, seen.Sum(feed => feed.WaitingBytes) + tail.Sum(found => found.Bytes),
            [.. tail.Concat(latest).OrderByDescending(found => found.DeliveredAt).Take(Shown)]);
    }

    private async Task<(IReadOnlyList<Seen> Seen, IReadOnlyList<DeliveredObject> Latest)> RegisterAsync(DeliveryHints hints, Span span, CancellationToken cancellationToken)
    {
        const string which = """
            FROM portal.landed_object
            WHERE found_at BETWEEN @Started AND @until AND object_key LIKE @keys AND state <> 'gone'
              AND REGEXP_SUBSTR(SUBSTRING_INDEX(object_key, '/', -1), '[0-9]{4}(-[0-9]{2}){5}') BETWEEN @from AND @to
            """;
        const string feeds = $"""
            SELECT feed, MAX(object_key) last_key, COUNT(*) count, CAST(SUM(byte_count) AS SIGNED) bytes,
                   CAST(SUM(state = 'found') AS SIGNED) waiting, CAST(SUM(IF(state = 'found', byte_count, 0)) AS SIGNED) waiting_bytes
            {which} GROUP BY feed
            """;
        const string latest = $"SELECT object_key `key`, byte_count bytes, found_at delivered_at, state = 'taken' taken_in {which} ORDER BY found_at DESC LIMIT 10";
        var values = new
        {
            span.Started, until = span.To + Unseen, from = DeliveryHints.Write(span.From), to = DeliveryHints.Write(span.To),
            keys = SearchText.Prefix(hints.Root) + SearchText.Prefix($"{hints.Stream}-"),
        };
        return (await database.ListAsync<Seen>(feeds, values, cancellationToken), await database.ListAsync<DeliveredObject>(latest, values, cancellationToken));
    }

    // Objects that the lake has not seen, of the stream's latest versions.
    private async Task<IReadOnlyList<DeliveredObject>> ListAsync(DeliveryHints hints, Span span, IReadOnlyList<Seen> seen, CancellationToken cancellationToken)
    {
        var objects = new List<S3Object>();
        for (var version = Math.Max(1, hints.Version - Versions + 1); version <= hints.Version; version++)
        {
            var last = seen.Where(feed => feed.Feed.EndsWith(hints.NameOf(version), StringComparison.Ordinal)).Max(feed => DeliveryHints.TimeOf(feed.LastKey));
            var first = hints.KeyAt(version, last is { } time && time - Overlap > span.From ? time - Overlap : span.From);
            await AddAsync(objects, hints, first, hints.KeyAt(version, span.To), hints.NameOf(version), cancellationToken);
        }
        objects.RemoveAll(found => found.LastModified?.ToUniversalTime() < span.Started - Second);
        var known = new HashSet<string>();
        foreach (var keys in objects.Select(found => found.Key).Chunk(KeysAtOnce))
            known.UnionWith(await database.ListAsync<string>("SELECT object_key FROM portal.landed_object WHERE object_key IN @keys", new { keys }, cancellationToken));
        return [.. objects.Where(found => !known.Contains(found.Key)).Select(found => new DeliveredObject(found.Key, found.Size ?? 0, found.LastModified!.Value.ToUniversalTime(), false))];
    }

    private async Task AddAsync(List<S3Object> objects, DeliveryHints hints, string first, string last, string name, CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = hints.Bucket, Prefix = hints.Root, StartAfter = first };
        for (var number = 1; number <= MostPages; number++)
        {
            var page = await s3.ListObjectsV2Async(request, cancellationToken);
            var found = (page.S3Objects ?? []).TakeWhile(one => string.CompareOrdinal(one.Key, last + '~') <= 0).ToArray();
            objects.AddRange(found.Where(one => one.Key[(one.Key.LastIndexOf('/') + 1)..].StartsWith(name, StringComparison.Ordinal)));
            if (page.IsTruncated is not true || found.Length < page.S3Objects!.Count)
                return;
            request.ContinuationToken = page.NextContinuationToken;
        }
    }
}
