using System.Xml.Linq;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>CopyObject (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html) and UploadPartCopy.</summary>
internal sealed class ObjectCopy(ObjectStore store, MultipartOperations multipart)
{
    private static readonly XNamespace Ns = S3Xml.Namespace;

    public async Task CopyAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        using var pin = store.Pin();
        var bucket = target.In(store);
        var source = Source(request);
        var isReplaced = request.Header("x-amz-metadata-directive") == "REPLACE";
        if (!isReplaced && bucket.Find(target.Key) == source)
            throw new AwsException("InvalidRequest", "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata.");
        var headers = Headers(request, bucket, source, isReplaced);
        var staged = store.NewStagingPath();
        File.Copy(source.Path, staged);
        var item = await ObjectWriting.PublishAsync(bucket, target.Key, staged, headers, source.ETag.Contains('-') ? null : source.ETag,
            Preconditions.OfWrite(request), request.Aborted);
        StoredHeaders.Echo(context.Response, headers);
        await S3Xml.WriteAsync(context, Result("CopyObjectResult", item.ETag, item.LastModified));
    }

    /// <summary>What is said of the source goes with it, unless the caller says otherwise: of metadata and of tags, each for itself.</summary>
    private static Dictionary<string, string> Headers(VerifiedRequest request, Bucket bucket, StoredObject source, bool isReplaced)
    {
        var sent = StoredHeaders.Of(request, bucket);
        var headers = isReplaced ? new(sent) : new Dictionary<string, string>(source.Headers);
        var tags = request.Header("x-amz-tagging-directive") == "REPLACE" ? sent : source.Headers;
        if (tags.TryGetValue(StoredHeaders.Tagging, out var tagging)) headers[StoredHeaders.Tagging] = tagging;
        else headers.Remove(StoredHeaders.Tagging);
        return headers;
    }

    public async Task CopyPartAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        using var pin = store.Pin();
        var source = Source(request);
        var range = ByteRange.Of(request.Header("x-amz-copy-source-range"), source.Size) ?? new ByteRange(0, source.Size);
        var staged = store.NewStagingPath();
        await using var to = new HashingFile(staged, null);
        await CopyAsync(source.Path, range, to, request.Aborted);
        var part = multipart.Keep(request, target, staged, Convert.ToHexStringLower(to.Md5), null);
        await S3Xml.WriteAsync(context, Result("CopyPartResult", part.ETag, part.LastModified));
    }

    private static async Task CopyAsync(string path, ByteRange range, Stream target, CancellationToken cancellation)
    {
        await using var source = File.OpenRead(path);
        source.Position = range.First;
        var buffer = new byte[1 << 16];
        for (var left = range.Length; left > 0;)
        {
            var count = await source.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellation);
            await target.WriteAsync(buffer.AsMemory(0, count), cancellation);
            left -= count;
        }
        await target.FlushAsync(cancellation);
    }

    private StoredObject Source(VerifiedRequest request)
    {
        var address = Uri.UnescapeDataString(request.Header("x-amz-copy-source")!.Split('?')[0]).TrimStart('/');
        var slash = address.IndexOf('/');
        if (slash < 1 || slash == address.Length - 1)
            throw new AwsException("InvalidArgument", "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        var bucket = store.FindBucket(address[..slash]) ?? throw S3Target.NoSuchBucket(address[..slash]);
        var source = bucket.Find(address[(slash + 1)..]) ?? throw S3Target.NoSuchKey(address[(slash + 1)..]);
        Preconditions.Check(request, source, "x-amz-copy-source-");
        return source;
    }

    private static XElement Result(string name, string etag, DateTimeOffset time) =>
        new(Ns + name, new XElement(Ns + "LastModified", S3Xml.Time(time)), new XElement(Ns + "ETag", $"\"{etag}\""));
}
