using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;
using Amazon.S3;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Simulations;

/// <summary>
/// What a delivery stream does with a simulation's events. Objects that the lake has taken in are in its register; only those behind the last
/// of them are listed in the bucket.
/// </summary>
internal sealed partial class DeliveryWatch(IAmazonKinesisFirehose firehose, IAmazonS3 s3, MySqlDataSource database, TimeProvider clock)
{
    private const string KeyTime = "yyyy-MM-dd-HH-mm-ss";
    private const int Megabyte = 1024 * 1024;
    private const int Shown = 10;
    private static readonly TimeSpan HintsLast = TimeSpan.FromSeconds(10);

    // Objects of one second are in no order, and a large one may be delivered after the next.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    // S3 tells times in whole seconds.
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, Hints Hints)> known = [];

    public async Task<DeliveryProgress> LookAsync(Simulation simulation, CancellationToken cancellationToken)
    {
        try
        {
            var hints = await HintsAsync(simulation.DeliveryStream, cancellationToken);
            return Reckon(simulation, hints, await FindAsync(simulation, hints, cancellationToken));
        }
        catch (Exception away) when (away is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException)
        {
            return new(simulation.Buffered, 0, 0, 0, null, 0, 0, 0, [], $"The delivery stream does not answer: {away.Message}");
        }
    }

    private DeliveryProgress Reckon(Simulation simulation, Hints hints, Delivered delivered)
    {
        var size = simulation.Accepted == 0 ? 0 : (double)simulation.AcceptedBytes / simulation.Accepted;
        var unread = delivered.Tail.Where(found => !found.TakenIn).ToArray();
        var bytes = Math.Max(0, (long)(simulation.Buffered * size) - unread.Sum(found => found.Bytes));
        return new(
            simulation.Buffered, bytes, hints.Bytes, hints.Seconds, SecondsToFlush(simulation, hints, delivered, bytes),
            delivered.Count + delivered.Tail.Count, delivered.Bytes + delivered.Tail.Sum(found => found.Bytes), unread.Length,
            [.. delivered.Tail.Concat(delivered.Latest).OrderByDescending(found => found.DeliveredAt).Take(Shown)]);
    }

    // A buffer begins with the first record behind the last delivery, and ends by time or by size, whichever comes first.
    private double? SecondsToFlush(Simulation simulation, Hints hints, Delivered delivered, long bytes)
    {
        if (bytes == 0)
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var last = delivered.Tail.Concat(delivered.Latest).Select(found => found.DeliveredAt).DefaultIfEmpty(simulation.StartedAt).Max();
        var opened = last > simulation.StartedAt ? last : simulation.StartedAt;
        var byTime = hints.Seconds - (now - opened).TotalSeconds;
        var rate = simulation.State != SimulationState.Running ? 0 : simulation.AcceptedBytes / Math.Max(1, (now - simulation.StartedAt).TotalSeconds);
        var bySize = rate <= 0 ? double.MaxValue : (hints.Bytes - bytes) / rate;
        return Math.Round(Math.Max(0, Math.Min(byTime, bySize)), 1);
    }

    private async Task<Delivered> FindAsync(Simulation simulation, Hints hints, CancellationToken cancellationToken)
    {
        var from = hints.KeyAt(simulation.StartedAt - TimeSpan.FromSeconds(hints.Seconds) - Overlap);
        var (count, bytes, behind, latest) = await RegisterAsync(hints, from, simulation.StartedAt, cancellationToken);
        return new(count, bytes, await TailAsync(hints, behind, simulation.StartedAt, cancellationToken), latest);
    }

    // Objects the lake has taken in, up to a little before the last of them.
    private async Task<(long Count, long Bytes, string Behind, DeliveredObject[] Latest)> RegisterAsync(
        Hints hints, string from, DateTime started, CancellationToken cancellationToken)
    {
        const string last = "SELECT MAX(object_key) FROM portal.landed_object WHERE object_key > @from AND object_key < @End";
        const string which = "FROM portal.landed_object WHERE object_key > @from AND object_key <= @behind AND found_at >= @started";
        const string sum = $"SELECT COUNT(*) count, CAST(COALESCE(SUM(byte_count), 0) AS SIGNED) bytes {which}";
        const string latest = $"""
            SELECT object_key `key`, byte_count bytes, found_at delivered_at, state = 'taken' taken_in {which} ORDER BY object_key DESC LIMIT 10
            """;
        var newest = await database.FirstAsync<string?>(last, new { from, hints.End }, cancellationToken);
        var behind = newest is not null && KeyTimePattern().Match(newest) is { Success: true } found
            && DateTime.TryParseExact(found.Value, KeyTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? hints.KeyAt(time - Overlap) : from;
        var values = new { from, behind, started };
        var total = (await database.FirstAsync<Sum>(sum, values, cancellationToken))!;
        return (total.Count, total.Bytes, behind, [.. await database.ListAsync<DeliveredObject>(latest, values, cancellationToken)]);
    }

    private async Task<IReadOnlyList<DeliveredObject>> TailAsync(Hints hints, string behind, DateTime started, CancellationToken cancellationToken)
    {
        const string sql = "SELECT object_key FROM portal.landed_object WHERE object_key > @behind AND object_key < @End AND state = 'taken'";
        var request = new Amazon.S3.Model.ListObjectsV2Request { BucketName = hints.Bucket, Prefix = hints.Root, StartAfter = behind };
        var page = await s3.ListObjectsV2Async(request, cancellationToken);
        var taken = (await database.ListAsync<string>(sql, new { behind, hints.End }, cancellationToken)).ToHashSet();
        return [.. (page.S3Objects ?? []).Where(found => found.LastModified?.ToUniversalTime() >= started - Second).Select(found =>
            new DeliveredObject(found.Key, found.Size ?? 0, found.LastModified!.Value.ToUniversalTime(), taken.Contains(found.Key)))];
    }

    private async Task<Hints> HintsAsync(string stream, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(stream, out var entry) && entry.Until > clock.GetUtcNow())
            return entry.Hints;
        var description = (await firehose.DescribeDeliveryStreamAsync(new() { DeliveryStreamName = stream }, cancellationToken)).DeliveryStreamDescription;
        var hints = Hints.Of(description);
        known[stream] = (clock.GetUtcNow() + HintsLast, hints);
        return hints;
    }

    private sealed record Sum(long Count, long Bytes);

    /// <param name="Tail">What is listed in the bucket, behind what is counted.</param>
    private sealed record Delivered(long Count, long Bytes, IReadOnlyList<DeliveredObject> Tail, IReadOnlyList<DeliveredObject> Latest);

    /// <summary>What the stream tells of itself, and so how its keys go: https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html.</summary>
    private sealed partial record Hints(string Bucket, string Prefix, string Name, long Bytes, int Seconds)
    {
        // Where a prefix has no time, Firehose adds this one.
        private const string UsualTime = "!{timestamp:yyyy/MM/dd/HH/}";

        public static Hints Of(DeliveryStreamDescription stream)
        {
            var destination = stream.Destinations[0].ExtendedS3DestinationDescription;
            var prefix = destination.Prefix ?? "";
            return new(
                destination.BucketARN.Split(":::")[1], Timestamp().IsMatch(prefix) ? prefix : prefix + UsualTime, $"{stream.DeliveryStreamName}-{stream.VersionId}-",
                (destination.BufferingHints?.SizeInMBs ?? 5) * (long)Megabyte, destination.BufferingHints?.IntervalInSeconds ?? 300);
        }

        /// <summary>What all keys begin with.</summary>
        public string Root => Prefix[..Prefix.IndexOf("!{", StringComparison.Ordinal)];

        /// <summary>Behind all keys.</summary>
        public string End => Root + "~";

        /// <summary>Before the key of an object of this time; keys are in the order of time.</summary>
        public string KeyAt(DateTime time) =>
            Timestamp().Replace(Prefix, found => time.ToString(found.Groups[1].Value, CultureInfo.InvariantCulture)) + Name + time.ToString(KeyTime, CultureInfo.InvariantCulture);

        [GeneratedRegex(@"!\{timestamp:([^}]+)\}")]
        private static partial Regex Timestamp();
    }

    [GeneratedRegex(@"\d{4}(-\d\d){5}", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft)]
    private static partial Regex KeyTimePattern();
}
