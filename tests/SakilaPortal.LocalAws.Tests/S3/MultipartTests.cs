using System.Security.Cryptography;
using System.Xml.Linq;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.S3;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Tests.S3;

public sealed class MultipartTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>, IAsyncLifetime
{
    private const string Bucket = "parts";
    private const int Mebi = 1 << 20;
    private readonly AmazonS3Client s3 = server.S3();

    public async Task InitializeAsync() => await s3.PutBucketAsync(Bucket);

    public Task DisposeAsync()
    {
        s3.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task ALargeFileIsTransferredInPartsAndIsTheSameAfterwards()
    {
        var content = new byte[18 * Mebi + 17];
        new Random(1).NextBytes(content);
        using var transfer = new TransferUtility(s3);
        await transfer.UploadAsync(new TransferUtilityUploadRequest { BucketName = Bucket, Key = "large", InputStream = new MemoryStream(content), PartSize = 5 * Mebi });
        var answer = await s3.GetObjectAsync(Bucket, "large");
        Assert.EndsWith("-4\"", answer.ETag, StringComparison.Ordinal);
        using var read = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(read);
        Assert.Equal(SHA256.HashData(content), SHA256.HashData(read.ToArray()));
    }

    [Fact]
    public async Task PartsMustBeKnownAndLargeEnough()
    {
        var upload = await s3.InitiateMultipartUploadAsync(Bucket, "strict");
        var first = await PartAsync(upload, 1, 100);
        var second = await PartAsync(upload, 2, 100);
        Assert.Equal("EntityTooSmall", await RefusalAsync(upload, first, second));
        Assert.Equal("InvalidPart", await RefusalAsync(upload, new PartETag(7, first.ETag)));
        Assert.Equal([1, 2], (await s3.ListPartsAsync(Bucket, "strict", upload.UploadId)).Parts.Select(part => part.PartNumber));
        await s3.AbortMultipartUploadAsync(Bucket, "strict", upload.UploadId);
        Assert.Equal("NoSuchUpload", await RefusalAsync(upload, first));
    }

    [Fact]
    public void PartsMustBeNamedInOrder()
    {
        var parts = Enumerable.Range(1, 2).Select(number => new UploadedPart(number, "", 1, "e", default, null)).ToList();
        var document = XElement.Parse("<Complete><Part><PartNumber>2</PartNumber><ETag>e</ETag></Part><Part><PartNumber>1</PartNumber><ETag>e</ETag></Part></Complete>");
        Assert.Equal("InvalidPartOrder", Assert.Throws<AwsException>(() => MultipartCompletion.Choose(document, parts)).Code);
    }

    [Fact]
    public async Task APartThatIsSentAgainReplacesTheEarlierOne()
    {
        var upload = await s3.InitiateMultipartUploadAsync(Bucket, "again");
        await PartAsync(upload, 1, 10, 'a');
        await CompleteAsync(upload, await PartAsync(upload, 1, 3, 'b'));
        Assert.Equal("bbb", await ReadAsync("again"));
    }

    [Fact]
    public async Task APartCanBeCopiedFromAnObject()
    {
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "source", ContentBody = "0123456789" });
        var upload = await s3.InitiateMultipartUploadAsync(Bucket, "copied");
        var part = await s3.CopyPartAsync(new CopyPartRequest
        {
            SourceBucket = Bucket, SourceKey = "source", DestinationBucket = Bucket, DestinationKey = upload.Key, UploadId = upload.UploadId, PartNumber = 1, FirstByte = 2, LastByte = 4,
        });
        await CompleteAsync(upload, new PartETag(1, part.ETag));
        Assert.Equal("234", await ReadAsync("copied"));
    }

    private async Task<PartETag> PartAsync(InitiateMultipartUploadResponse upload, int number, int size, char letter = 'x')
    {
        var body = new MemoryStream([.. Enumerable.Repeat((byte)letter, size)]);
        var part = await s3.UploadPartAsync(new UploadPartRequest { BucketName = Bucket, Key = upload.Key, UploadId = upload.UploadId, PartNumber = number, InputStream = body });
        return new PartETag(number, part.ETag);
    }

    private Task<CompleteMultipartUploadResponse> CompleteAsync(InitiateMultipartUploadResponse upload, params PartETag[] parts) =>
        s3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest { BucketName = Bucket, Key = upload.Key, UploadId = upload.UploadId, PartETags = [.. parts] });

    private async Task<string> RefusalAsync(InitiateMultipartUploadResponse upload, params PartETag[] parts) =>
        (await Assert.ThrowsAsync<AmazonS3Exception>(() => CompleteAsync(upload, parts))).ErrorCode;

    private async Task<string> ReadAsync(string key) => await new StreamReader((await s3.GetObjectAsync(Bucket, key)).ResponseStream).ReadToEndAsync();
}
