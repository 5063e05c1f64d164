using System.Text.RegularExpressions;
using System.Xml.Linq;
using SakilaPortal.LocalAws.Hosting;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

internal sealed partial class BucketOperations(ObjectStore store, LocalAwsOptions options)
{
    public Task ListAsync(HttpContext context) => S3Xml.WriteAsync(context, new XElement(S3Xml.Namespace + "ListAllMyBucketsResult",
        new XElement(S3Xml.Namespace + "Owner", new XElement(S3Xml.Namespace + "ID", options.Account)),
        new XElement(S3Xml.Namespace + "Buckets", store.Buckets.Select(bucket => new XElement(S3Xml.Namespace + "Bucket",
            new XElement(S3Xml.Namespace + "Name", bucket.Name), new XElement(S3Xml.Namespace + "CreationDate", S3Xml.Time(bucket.Created)))))));

    public Task HeadAsync(HttpContext context, S3Target target)
    {
        _ = target.In(store);
        context.Response.Headers["x-amz-bucket-region"] = LocalAwsOptions.Region;
        return Task.CompletedTask;
    }

    /// <summary>In us-east-1 creating one's own bucket again is no error (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html).</summary>
    public async Task CreateAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        var body = await request.ReadAsync();
        var region = body.IsEmpty ? null : S3Xml.Read(body).Text("LocationConstraint");
        if (!string.IsNullOrEmpty(region) && region != LocalAwsOptions.Region)
            throw new AwsException("IllegalLocationConstraintException", $"The {region} location constraint is incompatible for the region {LocalAwsOptions.Region}.");
        if (!Name().IsMatch(target.Bucket) || target.Bucket.Contains("..", StringComparison.Ordinal))
            throw new AwsException("InvalidBucketName", $"The bucket name '{target.Bucket}' is not valid: 3 to 63 lower-case letters, digits, dots and hyphens.");
        store.TryCreateBucket(target.Bucket, out _);
        context.Response.Headers.Location = $"/{target.Bucket}";
    }

    public Task DeleteAsync(HttpContext context, S3Target target)
    {
        if (!store.TryDeleteBucket(target.In(store)))
            throw new AwsException("BucketNotEmpty", "The bucket you tried to delete is not empty", StatusCodes.Status409Conflict) { Details = { ["BucketName"] = target.Bucket } };
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex Name();
}
