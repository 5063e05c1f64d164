using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>GetObject and HeadObject (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html).</summary>
internal sealed class ObjectReading(ObjectStore store)
{
    private static readonly string[] Overrides = ["cache-control", "content-disposition", "content-encoding", "content-language", "content-type", "expires"];

    public async Task GetAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        using var pin = store.Pin();
        var item = target.In(store).Find(target.Key) ?? throw S3Target.NoSuchKey(target.Key);
        var response = context.Response;
        response.Headers.ETag = $"\"{item.ETag}\"";
        response.Headers.LastModified = item.LastModified.ToString("R");
        Preconditions.Check(request, item);

        var range = ByteRange.Of(request.Header("range"), item.Size);
        if (range is { Length: 0 }) throw Unsatisfiable(response, item, request);
        var part = range ?? new ByteRange(0, item.Size);
        if (range is not null)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {part.First}-{part.Last}/{item.Size}";
        }
        WriteHeaders(response, request, item, isWhole: part.Length == item.Size);
        response.ContentLength = part.Length;
        if (context.Request.Method != "GET") return;
        await response.SendFileAsync(item.Path, part.First, part.Length, request.Aborted);
        store.Traffic.Read(part.Length);
    }

    private static void WriteHeaders(HttpResponse response, VerifiedRequest request, StoredObject item, bool isWhole)
    {
        response.Headers.AcceptRanges = "bytes";
        response.ContentType = StoredHeaders.DefaultContentType;
        var withChecksum = isWhole && string.Equals(request.Header("x-amz-checksum-mode"), "ENABLED", StringComparison.OrdinalIgnoreCase);
        foreach (var (name, value) in item.Headers.Where(header => header.Key != StoredHeaders.Tagging))
            if (withChecksum || !name.StartsWith("x-amz-checksum-", StringComparison.Ordinal)) response.Headers[name] = value;
        if (ObjectTagging.Parse(item.Headers.GetValueOrDefault(StoredHeaders.Tagging)) is { Count: > 0 } tags) response.Headers["x-amz-tagging-count"] = $"{tags.Count}";
        foreach (var name in Overrides)
            if (request.Query["response-" + name] is { } value) response.Headers[name] = value;
    }

    private static AwsException Unsatisfiable(HttpResponse response, StoredObject item, VerifiedRequest request)
    {
        response.Headers.ContentRange = $"bytes */{item.Size}";
        return new AwsException("InvalidRange", "The requested range is not satisfiable", StatusCodes.Status416RangeNotSatisfiable)
        {
            Details = { ["ActualObjectSize"] = item.Size.ToString(), ["RangeRequested"] = request.Header("range")! },
        };
    }
}
