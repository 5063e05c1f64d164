using Amazon.S3;
using Amazon.S3.Model;
using FsCheck;
using FsCheck.Fluent;
using SakilaPortal.LocalAws.S3;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Tests.S3;

public sealed class ListingTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private static readonly Gen<string> AnyKey =
        Gen.Elements('a', 'b', '/', '\uFFFD', '\uD83C').ListOf(6).Select(letters => new string([.. letters]).Replace("\uD83C", "\U0001F3AC", StringComparison.Ordinal));

    /// <summary>A listing, read page by page, is what a plain reading of the specification gives.</summary>
    [Fact]
    public void PagesOfAnySizeTogetherAreTheWholeListing() => Prop.ForAll(
        Gen.ListOf(AnyKey.Where(key => key.Length > 0)).ToArbitrary(), Gen.Elements("", "/", "//", "b/").ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(),
        (keys, delimiter, size) =>
        {
            var index = ObjectIndex.Of(keys.Distinct().Select(StoredObject.Probe));
            foreach (var prefix in (string[])["", "a", "a/", "b"])
                Assert.Equal(Expected(keys, prefix, delimiter), [.. Pages(index, prefix, delimiter, size)]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ADelimiterPassesOverWhatItHidesWithoutReadingIt()
    {
        var index = ObjectIndex.Of(Enumerable.Range(0, 200_000).Select(number => StoredObject.Probe($"{number % 2}/{number:D6}")));
        var started = System.Diagnostics.Stopwatch.StartNew();
        for (var repeat = 0; repeat < 1000; repeat++) Assert.Equal(["0/", "1/"], Listing.Take(index, "", "/", "", null, 1000).CommonPrefixes);
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(2), $"1,000 listings took {started.Elapsed}.");
    }

    [Fact]
    public async Task FoldersAreListedWithContinuationAndStartAfter()
    {
        using var s3 = server.S3();
        await s3.PutBucketAsync("folders");
        foreach (var key in (string[])["a/1", "a/2", "b", "c/1", "d"]) await s3.PutObjectAsync(new PutObjectRequest { BucketName = "folders", Key = key, ContentBody = key });
        var first = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "folders", Delimiter = "/", MaxKeys = 3 });
        Assert.Equal((3, true, "a/", "c/", "b"), (first.KeyCount, first.IsTruncated, first.CommonPrefixes[0], first.CommonPrefixes[1], first.S3Objects[0].Key));
        var second = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "folders", Delimiter = "/", MaxKeys = 3, ContinuationToken = first.NextContinuationToken });
        Assert.Equal((1, false, "d"), (second.KeyCount, second.IsTruncated, second.S3Objects[0].Key));
        var after = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "folders", StartAfter = "a/2" });
        Assert.Equal(["b", "c/1", "d"], after.S3Objects.Select(item => item.Key));
        Assert.All(after.S3Objects, item => Assert.True(item.LastModified > DateTime.UtcNow.AddMinutes(-5) && item.Size == item.Key.Length));
        Assert.Equal(0, (await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "folders", MaxKeys = 0 })).KeyCount);
    }

    [Fact]
    public async Task TheFirstVersionOfListingPagesByMarker()
    {
        using var s3 = server.S3();
        await s3.PutBucketAsync("markers");
        foreach (var key in (string[])["a/1", "a/2", "b", "c"]) await s3.PutObjectAsync(new PutObjectRequest { BucketName = "markers", Key = key, ContentBody = "" });
        List<string> seen = [];
        for (var marker = ""; marker is not null;)
        {
            var page = await s3.ListObjectsAsync(new ListObjectsRequest { BucketName = "markers", Delimiter = "/", MaxKeys = 1, Marker = marker });
            seen.AddRange([.. page.CommonPrefixes ?? [], .. page.S3Objects?.Select(item => item.Key) ?? []]);
            marker = page.IsTruncated == true ? page.NextMarker : null;
        }
        Assert.Equal(["a/", "b", "c"], seen);
    }

    [Fact]
    public async Task ATokenThatIsNotOursIsRefused()
    {
        using var s3 = server.S3();
        await s3.PutBucketAsync("tokens");
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "tokens", ContinuationToken = "?" }));
        Assert.Equal("InvalidArgument", error.ErrorCode);
    }

    private static IEnumerable<string> Pages(ObjectIndex index, string prefix, string delimiter, int size)
    {
        for ((string After, string? AfterPrefix)? start = ("", null); start is { } from;)
        {
            var page = Listing.Take(index, prefix, delimiter, from.After, from.AfterPrefix, size);
            Assert.InRange(page.Objects.Count + page.CommonPrefixes.Count, page.IsTruncated ? 1 : 0, size);
            Assert.True(page.Last is null || KeyOrder.Instance.Compare(page.Last, from.After) > 0, "A page must lead on.");
            foreach (var item in page.Objects.Select(item => item.Key).Concat(page.CommonPrefixes).Order(KeyOrder.Instance)) yield return item;
            start = page.IsTruncated ? Listing.ReadToken(page.Token()) : null;
        }
    }

    private static IEnumerable<string> Expected(IEnumerable<string> keys, string prefix, string delimiter) => keys
        .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(key => delimiter.Length > 0 && key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is >= 0 and var end ? key[..(end + delimiter.Length)] : key)
        .Distinct().OrderBy(System.Text.Encoding.UTF8.GetBytes, Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y)));
}
