using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>PutObject (https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html).</summary>
internal sealed class ObjectWriting(ObjectStore store)
{
    public async Task PutAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        var bucket = target.In(store);
        var condition = Preconditions.OfWrite(request);
        var headers = StoredHeaders.Of(request, bucket);
        using var file = await ReceivedFile.ReceiveAsync(request, store);
        if (file.ChecksumHeader is { } checksum)
        {
            headers[checksum.Key] = checksum.Value;
            headers["x-amz-checksum-type"] = "FULL_OBJECT";
        }
        var item = await PublishAsync(bucket, target.Key, file.Path, headers, file.ETag, condition, request.Aborted);
        context.Response.Headers.ETag = $"\"{item.ETag}\"";
        StoredHeaders.Echo(context.Response, headers);
    }

    /// <summary>Makes a staged file the object of a key, or says which condition does not hold.</summary>
    public static async Task<StoredObject> PublishAsync(
        Bucket bucket, string key, string path, Dictionary<string, string> headers, string? etag, PutCondition condition, CancellationToken cancellation)
    {
        if (condition.ETag is not null && bucket.Find(key) is null) throw S3Target.NoSuchKey(key);
        return await bucket.PutFileAsync(key, path, headers, etag, condition, cancellation)
            ?? throw Preconditions.Failed(condition.Absent ? "If-None-Match" : "If-Match");
    }
}
