using System.Xml.Linq;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>Uploads in parts (https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html).</summary>
internal sealed class MultipartOperations(ObjectStore store, MultipartUploads uploads)
{
    private const int MostParts = 10_000;
    private static readonly XNamespace Ns = S3Xml.Namespace;

    public Task CreateAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        var algorithm = request.Header("x-amz-checksum-algorithm")?.ToLowerInvariant();
        if (algorithm is not null && !Checksum.Algorithms.Contains(algorithm))
            throw new AwsException("InvalidRequest", $"The checksum algorithm '{algorithm}' is none of {string.Join(", ", Checksum.Algorithms)}.");
        var isWhole = algorithm == "crc64nvme" || request.Header("x-amz-checksum-type") == "FULL_OBJECT";
        var upload = uploads.Begin(target.Bucket, target.Key, StoredHeaders.Of(request, target.In(store)), algorithm, isWhole);
        StoredHeaders.Echo(context.Response, upload.Headers);
        if (algorithm is not null) context.Response.Headers["x-amz-checksum-algorithm"] = algorithm.ToUpperInvariant();
        return S3Xml.WriteAsync(context, new XElement(Ns + "InitiateMultipartUploadResult",
            new XElement(Ns + "Bucket", target.Bucket), new XElement(Ns + "Key", target.Key), new XElement(Ns + "UploadId", upload.Id)));
    }

    public async Task UploadPartAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        using var file = await ReceivedFile.ReceiveAsync(request, store);
        var part = Keep(request, target, file.Path, file.ETag, file.ChecksumHeader?.Value);
        context.Response.Headers.ETag = $"\"{part.ETag}\"";
        if (file.ChecksumHeader is { } checksum) context.Response.Headers[checksum.Key] = checksum.Value;
    }

    public UploadedPart Keep(VerifiedRequest request, S3Target target, string path, string etag, string? checksum)
    {
        var upload = Find(request, target);
        return int.TryParse(request.Query["partNumber"], out var number) && number is >= 1 and <= MostParts
            ? uploads.Keep(upload, number, path, etag, checksum)
            : throw new AwsException("InvalidArgument", $"Part number must be an integer between 1 and {MostParts}, inclusive");
    }

    public async Task CompleteAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        var upload = Find(request, target);
        var parts = MultipartCompletion.Choose(S3Xml.Read(await request.ReadAsync()), uploads.Parts(upload));
        var path = store.NewStagingPath();
        var joined = await MultipartCompletion.JoinAsync(path, upload, parts, part => uploads.PathOf(upload, part), request.Aborted);
        var headers = new Dictionary<string, string>(upload.Headers.Concat(joined.Checksum));
        var item = await ObjectWriting.PublishAsync(target.In(store), target.Key, path, headers, joined.ETag, Preconditions.OfWrite(request), request.Aborted);
        uploads.Forget(upload);
        StoredHeaders.Echo(context.Response, headers);
        await S3Xml.WriteAsync(context, new XElement(Ns + "CompleteMultipartUploadResult",
            new XElement(Ns + "Location", $"{request.Http.Scheme}://{request.Http.Host}/{target.Bucket}/{RawQuery.CanonicalPath(target.Key)}"),
            new XElement(Ns + "Bucket", target.Bucket), new XElement(Ns + "Key", target.Key), new XElement(Ns + "ETag", $"\"{item.ETag}\"")));
    }

    public Task AbortAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        uploads.Forget(Find(request, target));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public Task ListPartsAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        var upload = Find(request, target);
        _ = int.TryParse(request.Query["part-number-marker"], out var marker);
        var limit = int.TryParse(request.Query["max-parts"], out var most) ? Math.Clamp(most, 1, 1000) : 1000;
        var parts = uploads.Parts(upload).Where(part => part.Number > marker).Take(limit + 1).ToList();
        var page = parts.Take(limit).ToList();
        return S3Xml.WriteAsync(context, new XElement(Ns + "ListPartsResult",
            new XElement(Ns + "Bucket", target.Bucket), new XElement(Ns + "Key", target.Key), new XElement(Ns + "UploadId", upload.Id),
            new XElement(Ns + "PartNumberMarker", marker), new XElement(Ns + "NextPartNumberMarker", page.LastOrDefault()?.Number ?? 0),
            new XElement(Ns + "MaxParts", limit), new XElement(Ns + "IsTruncated", parts.Count > limit),
            page.Select(part => new XElement(Ns + "Part", new XElement(Ns + "PartNumber", part.Number),
                new XElement(Ns + "LastModified", S3Xml.Time(part.LastModified)), new XElement(Ns + "ETag", $"\"{part.ETag}\""), new XElement(Ns + "Size", part.Size)))));
    }

    public Task ListUploadsAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        var encode = ListOperations.Encoder(request.Query["encoding-type"]);
        var prefix = request.Query["prefix"] ?? "";
        return S3Xml.WriteAsync(context, new XElement(Ns + "ListMultipartUploadsResult",
            new XElement(Ns + "Bucket", target.In(store).Name), new XElement(Ns + "Prefix", encode(prefix)), new XElement(Ns + "IsTruncated", false),
            uploads.Of(target.Bucket).Where(upload => upload.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(upload => new XElement(Ns + "Upload",
                new XElement(Ns + "Key", encode(upload.Key)), new XElement(Ns + "UploadId", upload.Id), new XElement(Ns + "Initiated", S3Xml.Time(upload.Initiated))))));
    }

    private MultipartUpload Find(VerifiedRequest request, S3Target target)
    {
        _ = target.In(store);
        return uploads.Find(request.Query["uploadId"] ?? "") is { } upload && upload.Bucket == target.Bucket && upload.Key == target.Key
            ? upload
            : throw new AwsException("NoSuchUpload", "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
                StatusCodes.Status404NotFound);
    }
}
