using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Catalog;

/// <summary>
/// Finds new objects of the landing zone by listing, whether their arrival was told or not. Keys of a feed are in the order of delivery,
/// so a listing begins shortly before the last known one, and jumps over what earlier feeds are known to hold.
/// </summary>
internal sealed class LandingScan(IAmazonS3 s3, LandingRegister register, IOptions<LakeOptions> lake, TimeProvider time)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);
    // Firehose tries to deliver for a day; what came so late is found by a look further back, now and then and after any failure.
    private static readonly TimeSpan LongOverlap = TimeSpan.FromHours(25);
    private static readonly TimeSpan LongEvery = TimeSpan.FromMinutes(15);
    private static readonly string[] Roots = [Feed.Streaming, Feed.Viewing];
    private readonly Dictionary<string, string> _lastKeys = [];
    private readonly HashSet<(string Key, string ETag)> _recent = [];
    private DateTimeOffset _nextLong;
    private bool _isWhole;

    /// <summary>Puts what is new on the register.</summary>
    public async Task FindEventsAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isLong = now >= _nextLong || !_isWhole;
        _isWhole = false;
        if (isLong)
            await ReadLastKeysAsync(cancellationToken);
        // At the turn of a month the last objects of the old one may still be on their way.
        IEnumerable<string> folders = isLong ? Roots : new[] { now.AddHours(-1), now }.SelectMany(Months).Distinct();
        var found = new List<Arrival>();
        foreach (var folder in folders)
            await foreach (var listed in ListAsync(folder, isLong ? LongOverlap : Overlap, cancellationToken))
                if (!_recent.Contains((listed.Key, LakeObjects.Bare(listed.ETag))))
                    found.Add(new(listed.Key, LakeObjects.Bare(listed.ETag), listed.Size ?? 0));
        if (found.Count > 0)
            await register.AddAsync(found, cancellationToken);
        foreach (var arrival in found)
        {
            Remember(arrival.Key);
            _recent.Add((arrival.Key, arrival.ETag));
        }
        if (isLong)
            _nextLong = now + LongEvery;
        _isWhole = true;
    }

    private static IEnumerable<string> Months(DateTimeOffset at) => Roots.Select(root => $"{root}{at:yyyy/MM}/");

    private async Task ReadLastKeysAsync(CancellationToken cancellationToken)
    {
        _recent.Clear();
        foreach (var root in Roots)
            foreach (var (_, key) in await register.LastKeysAsync(root, cancellationToken))
                Remember(key);
    }

    private void Remember(string key)
    {
        if (Feed.Of(key) is { } feed && (!_lastKeys.TryGetValue(feed, out var last) || string.CompareOrdinal(key, last) > 0))
            _lastKeys[feed] = key;
    }

    private async IAsyncEnumerable<S3Object> ListAsync(
        string folder, TimeSpan overlap, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The first key alone tells which feed to jump into.
        var request = new ListObjectsV2Request { BucketName = lake.Value.Landing, Prefix = folder, MaxKeys = 1 };
        while (true)
        {
            var page = await s3.ListObjectsV2Async(request, cancellationToken);
            var jump = false;
            foreach (var listed in page.S3Objects ?? [])
            {
                jump = JumpFrom(listed.Key, overlap) is { } start && Set(request, start);
                if (jump)
                    break;
                request.StartAfter = listed.Key;
                yield return listed;
            }
            request.MaxKeys = 1000;
            if (!jump && page.IsTruncated != true)
                yield break;
        }
    }

    private static bool Set(ListObjectsV2Request request, string startAfter)
    {
        request.StartAfter = startAfter;
        return true;
    }

    /// <summary>Where to go on when the key lies before what its feed still leaves to look at.</summary>
    private string? JumpFrom(string key, TimeSpan overlap) =>
        Feed.Of(key) is { } feed && _lastKeys.TryGetValue(feed, out var last)
        && Feed.StartAfter(last, overlap) is { } start && string.CompareOrdinal(key, start) <= 0 ? start : null;
}
