using System.Net;
using System.Security.Cryptography;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;

namespace SakilaPortal.LocalAws.Tests.S3;

public sealed class ObjectTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>, IAsyncLifetime
{
    private const string Bucket = "objects";
    private readonly AmazonS3Client s3 = server.S3();

    public async Task InitializeAsync() => await s3.PutBucketAsync(Bucket);

    public Task DisposeAsync()
    {
        s3.Dispose();
        return Task.CompletedTask;
    }

    public static TheoryData<string> OddKeys =>
    [
        "plain.txt", "folder/inner/file.csv", "trailing/", "doubled//inside//", "../../escape", "a/../b", "./dot", "white space+plus&and=equals?question#hash",
        "percent%20literal%2F", "ünïcödé/日本/🎬", "quote\"'<>&", "star*[brackets]{braces}|pipe", "back\\slash", "con", new string('k', 1024), "tab\there",
    ];

    [Theory]
    [MemberData(nameof(OddKeys))]
    public async Task EveryKeyIsStoredAndReadBackUnderItsName(string key)
    {
        await PutAsync(key, "content of " + key);
        Assert.Equal("content of " + key, await GetAsync(key));
        var listed = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = key, Encoding = EncodingType.Url });
        Assert.Contains(listed.S3Objects, item => WebUtility.UrlDecode(item.Key.Replace("+", "%2B", StringComparison.Ordinal)) == key || item.Key == key);
        await s3.DeleteObjectAsync(Bucket, key);
        await IsMissing(key);
    }

    [Fact]
    public async Task NoKeyLeavesTheFolderOfItsBucket()
    {
        await PutAsync("../../../escaped.txt", "x");
        var files = Directory.GetFiles(server.Data, "*escaped.txt", SearchOption.AllDirectories);
        Assert.StartsWith(Path.Combine(server.Data, "s3", Bucket), Assert.Single(files), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheETagIsTheMd5OfTheContent()
    {
        var answer = await PutAsync("etag", "hello");
        Assert.Equal($"\"{Convert.ToHexStringLower(MD5.HashData("hello"u8))}\"", answer.ETag);
        Assert.Equal(answer.ETag, (await s3.GetObjectMetadataAsync(Bucket, "etag")).ETag);
    }

    [Theory]
    [InlineData("bytes=0-3", "0123", "bytes 0-3/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=-2", "89", "bytes 8-9/10")]
    [InlineData("bytes=8-99", "89", "bytes 8-9/10")]
    [InlineData("bytes=-99", "0123456789", "bytes 0-9/10")]
    public async Task ARangeIsAnswered(string range, string expected, string contentRange)
    {
        await PutAsync("range", "0123456789");
        var answer = await s3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "range", ByteRange = new ByteRange(range) });
        Assert.Equal(HttpStatusCode.PartialContent, answer.HttpStatusCode);
        Assert.Equal(expected, await new StreamReader(answer.ResponseStream).ReadToEndAsync());
        Assert.Equal(contentRange, answer.ContentRange);
    }

    [Fact]
    public async Task ARangePastTheEndIsRefused()
    {
        await PutAsync("short", "0123456789");
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() =>
            s3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "short", ByteRange = new ByteRange("bytes=10-") }));
        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, "InvalidRange"), (error.StatusCode, error.ErrorCode));
    }

    [Fact]
    public async Task WhatAWriterSaysOfAnObjectIsAnswered()
    {
        var put = new PutObjectRequest
        {
            BucketName = Bucket, Key = "said", ContentBody = "{}", ContentType = "application/json", ServerSideEncryptionMethod = ServerSideEncryptionMethod.AES256,
            Headers = { CacheControl = "no-store", ContentEncoding = "identity" }, Metadata = { ["Simulation"] = "17" },
        };
        Assert.Equal(ServerSideEncryptionMethod.AES256, (await s3.PutObjectAsync(put)).ServerSideEncryptionMethod);
        var head = await s3.GetObjectMetadataAsync(Bucket, "said");
        Assert.Equal(("application/json", "no-store", "identity", "17", ServerSideEncryptionMethod.AES256, 2L),
            (head.Headers.ContentType, head.Headers.CacheControl, head.Headers.ContentEncoding, head.Metadata["Simulation"], head.ServerSideEncryptionMethod, head.ContentLength));
    }

    [Fact]
    public async Task AnUnchangedObjectIsNotSentAgain()
    {
        var etag = (await PutAsync("cached", "x")).ETag;
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "cached", EtagToNotMatch = etag }));
        Assert.Equal(HttpStatusCode.NotModified, error.StatusCode);
        error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "cached", EtagToMatch = "\"other\"" }));
        Assert.Equal(HttpStatusCode.PreconditionFailed, error.StatusCode);
    }

    [Fact]
    public async Task OfManyWritersThatWantAnAbsentKeyOneWins()
    {
        var writers = Enumerable.Range(0, 20).Select(async number =>
        {
            try
            {
                await s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "lease", ContentBody = $"writer {number}", IfNoneMatch = "*" });
                return $"writer {number}";
            }
            catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                return null;
            }
        });
        var winner = Assert.Single((await Task.WhenAll(writers)).OfType<string>());
        Assert.Equal(winner, await GetAsync("lease"));
    }

    [Fact]
    public async Task AWrongMd5IsRefusedAndNothingIsStored()
    {
        var put = new PutObjectRequest { BucketName = Bucket, Key = "damaged", ContentBody = "x", MD5Digest = Convert.ToBase64String(MD5.HashData("y"u8)) };
        Assert.Equal("BadDigest", (await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.PutObjectAsync(put))).ErrorCode);
        await IsMissing("damaged");
    }

    [Theory]
    [InlineData("CRC32")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task AChecksumThatFollowsTheBodyIsCheckedAndKept(string algorithm)
    {
        var put = new PutObjectRequest { BucketName = Bucket, Key = "checked", ContentBody = "123456789", ChecksumAlgorithm = new ChecksumAlgorithm(algorithm) };
        await s3.PutObjectAsync(put);
        var answer = await s3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "checked", ChecksumMode = ChecksumMode.ENABLED });
        Assert.Equal("123456789", await new StreamReader(answer.ResponseStream).ReadToEndAsync());
        Assert.NotNull(answer.ChecksumCRC32 ?? answer.ChecksumCRC32C ?? answer.ChecksumSHA1 ?? answer.ChecksumSHA256);
    }

    [Fact]
    public async Task AWrongChecksumIsRefused()
    {
        var put = new PutObjectRequest { BucketName = Bucket, Key = "wrong", ContentBody = "x", ChecksumSHA256 = Convert.ToBase64String(SHA256.HashData("y"u8)) };
        Assert.Equal("BadDigest", (await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.PutObjectAsync(put))).ErrorCode);
        await IsMissing("wrong");
    }

    [Fact]
    public async Task TagsAreKeptWithAnObjectAndGoWithItsCopy()
    {
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "tagged", ContentBody = "x", TagSet = [new Tag { Key = "zone", Value = "a b&c" }] });
        Assert.Equal("zone=a b&c", await TagsAsync("tagged"));
        await s3.CopyObjectAsync(Bucket, "tagged", Bucket, "tagged-copy");
        Assert.Equal("zone=a b&c", await TagsAsync("tagged-copy"));
        var before = await s3.GetObjectMetadataAsync(Bucket, "tagged");
        await s3.PutObjectTaggingAsync(new PutObjectTaggingRequest { BucketName = Bucket, Key = "tagged", Tagging = new Tagging { TagSet = [new Tag { Key = "a", Value = "1" }, new Tag { Key = "b", Value = "" }] } });
        Assert.Equal("a=1 b=", await TagsAsync("tagged"));
        Assert.Equal("x", await GetAsync("tagged"));
        Assert.Equal(before.LastModified, (await s3.GetObjectMetadataAsync(Bucket, "tagged")).LastModified);
        await s3.DeleteObjectTaggingAsync(new DeleteObjectTaggingRequest { BucketName = Bucket, Key = "tagged" });
        Assert.Equal("", await TagsAsync("tagged"));
        await PutAsync("plain", "x");
        Assert.Equal("", await TagsAsync("plain"));
        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = Bucket, Key = "never" }));
        Assert.Equal("NoSuchKey", refusal.ErrorCode);
    }

    private async Task<string> TagsAsync(string key) => string.Join(' ',
        ((await s3.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = Bucket, Key = key })).Tagging ?? []).Select(tag => $"{tag.Key}={tag.Value}"));

    [Fact]
    public async Task ACopyKeepsOrReplacesWhatIsSaidOfIt()
    {
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "from +1", ContentBody = "copied", Metadata = { ["a"] = "1" } });
        await s3.CopyObjectAsync(Bucket, "from +1", Bucket, "to");
        Assert.Equal("1", (await s3.GetObjectMetadataAsync(Bucket, "to")).Metadata["a"]);
        await s3.CopyObjectAsync(new CopyObjectRequest
        {
            SourceBucket = Bucket, SourceKey = "to", DestinationBucket = Bucket, DestinationKey = "to", MetadataDirective = S3MetadataDirective.REPLACE, ContentType = "text/plain",
        });
        Assert.Empty((await s3.GetObjectMetadataAsync(Bucket, "to")).Metadata.Keys);
        Assert.Equal("copied", await GetAsync("to"));
    }

    [Fact]
    public async Task APresignedAddressNeedsNoOtherSignature()
    {
        await PutAsync("shared", "for everyone");
        var address = await s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest { BucketName = Bucket, Key = "shared", Expires = DateTime.UtcNow.AddMinutes(5), Protocol = Amazon.S3.Protocol.HTTP });
        using var http = new HttpClient();
        Assert.Equal("for everyone", await http.GetStringAsync(address));
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(address.Replace("shared", "other", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task ManyObjectsAreDeletedAtOnce()
    {
        foreach (var key in (string[])["many/1", "many/2 <&>"]) await PutAsync(key, "x");
        var answer = await s3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = Bucket, Objects = [new() { Key = "many/1" }, new() { Key = "many/2 <&>" }, new() { Key = "many/3" }] });
        Assert.Equal(3, answer.DeletedObjects.Count);
        Assert.Empty((await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = "many/" })).S3Objects ?? []);
    }

    [Fact]
    public async Task MissingThingsAreNamed()
    {
        var bucket = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.GetObjectAsync("not-there", "key"));
        Assert.Equal((HttpStatusCode.NotFound, "NoSuchBucket"), (bucket.StatusCode, bucket.ErrorCode));
        await Assert.ThrowsAsync<NoSuchKeyException>(() => s3.GetObjectAsync(Bucket, "not-there"));
    }

    private Task<PutObjectResponse> PutAsync(string key, string content) => s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = content });

    private async Task<string> GetAsync(string key) =>
        await new StreamReader((await s3.GetObjectAsync(Bucket, key)).ResponseStream, Encoding.UTF8).ReadToEndAsync();

    private async Task IsMissing(string key) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.GetObjectMetadataAsync(Bucket, key))).StatusCode);
}
