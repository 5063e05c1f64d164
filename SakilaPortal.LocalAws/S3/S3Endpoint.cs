using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;

namespace SakilaPortal.LocalAws.S3;

/// <summary>S3 over HTTP (https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html).</summary>
internal sealed class S3Endpoint(
    BucketOperations buckets, BucketSettings settings, ListOperations lists, ObjectReading reading, ObjectWriting writing, ObjectCopy copying,
    Deletion deletion, MultipartOperations multipart, ObjectTagging tagging)
{
    private const string Tagging = "tagging";
    private static readonly string[] Unserved =
    [
        "accelerate", "acl", "analytics", "attributes", "cors", "inventory", "legal-hold", "lifecycle", "logging", "metrics", "notification", "object-lock",
        "ownershipControls", "policy", "policyStatus", "publicAccessBlock", "replication", "requestPayment", "restore", "retention", "select",
        "torrent", "versions", "website",
    ];

    public Task HandleAsync(HttpContext context, VerifiedRequest request)
    {
        request.MustBeFor("s3");
        var target = S3Target.Of(request);
        if (Array.Find(Unserved, request.Query.Has) is { } name) throw NotServed(name);
        return (target.Bucket, target.Key) switch
        {
            ("", _) => HandleService(context),
            (_, "") when request.Query.Has(Tagging) => throw NotServed(Tagging),
            (_, _) when request.Query.Has(Tagging) => tagging.HandleAsync(context, request, target),
            (_, "") => HandleBucketAsync(context, request, target),
            _ => HandleObjectAsync(context, request, target),
        };
    }

    private Task HandleService(HttpContext context) => context.Request.Method == "GET" ? buckets.ListAsync(context) : throw NotAllowed(context);

    private Task HandleBucketAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        var query = request.Query;
        return context.Request.Method switch
        {
            "GET" or "PUT" or "DELETE" when query.Has("encryption") => settings.EncryptionAsync(context, request, target),
            "GET" when query.Has("versioning") => settings.VersioningAsync(context, target),
            "GET" when query.Has("location") => settings.LocationAsync(context, target),
            "GET" when query.Has("uploads") => multipart.ListUploadsAsync(context, request, target),
            "GET" => lists.ListAsync(context, request, target),
            "HEAD" => buckets.HeadAsync(context, target),
            "PUT" => buckets.CreateAsync(context, request, target),
            "DELETE" => buckets.DeleteAsync(context, target),
            "POST" when query.Has("delete") => deletion.DeleteManyAsync(context, request, target),
            _ => throw NotAllowed(context),
        };
    }

    private Task HandleObjectAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        var isPart = request.Query.Has("uploadId");
        var isCopy = request.Header("x-amz-copy-source") is not null;
        return (context.Request.Method, isPart, isCopy) switch
        {
            ("GET", true, _) => multipart.ListPartsAsync(context, request, target),
            ("PUT", true, false) => multipart.UploadPartAsync(context, request, target),
            ("PUT", true, true) => copying.CopyPartAsync(context, request, target),
            ("POST", true, _) => multipart.CompleteAsync(context, request, target),
            ("DELETE", true, _) => multipart.AbortAsync(context, request, target),
            ("POST", false, _) when request.Query.Has("uploads") => multipart.CreateAsync(context, request, target),
            ("GET" or "HEAD", _, _) => reading.GetAsync(context, request, target),
            ("PUT", false, true) => copying.CopyAsync(context, request, target),
            ("PUT", false, false) => writing.PutAsync(context, request, target),
            ("DELETE", false, _) => deletion.DeleteAsync(context, target),
            _ => throw NotAllowed(context),
        };
    }

    private static AwsException NotServed(string name) => new("NotImplemented", $"LocalAws does not serve '{name}'.", StatusCodes.Status501NotImplemented);

    private static AwsException NotAllowed(HttpContext context) =>
        new("MethodNotAllowed", $"{context.Request.Method} is not allowed against this resource.", StatusCodes.Status405MethodNotAllowed);
}
