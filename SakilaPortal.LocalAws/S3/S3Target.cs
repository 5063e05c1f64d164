using System.Text;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>
/// Which bucket and key a request means: both from the path, or the bucket from a host such as bucket.localhost
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html).
/// </summary>
internal readonly record struct S3Target(string Bucket, string Key)
{
    private const string VirtualHost = ".localhost";
    private const int LongestKey = 1024;

    public static S3Target Of(VerifiedRequest request)
    {
        var path = request.Path.StartsWith('/') ? request.Path[1..] : request.Path;
        var host = request.Http.Host.Host;
        if (host.EndsWith(VirtualHost, StringComparison.OrdinalIgnoreCase)) return new S3Target(host[..^VirtualHost.Length], Check(path));
        var slash = path.IndexOf('/');
        return slash < 0 ? new S3Target(path, "") : new S3Target(path[..slash], Check(path[(slash + 1)..]));
    }

    public Bucket In(ObjectStore store) => store.FindBucket(Bucket) ?? throw NoSuchBucket(Bucket);

    public static AwsException NoSuchBucket(string name) =>
        new("NoSuchBucket", "The specified bucket does not exist", StatusCodes.Status404NotFound) { Details = { ["BucketName"] = name } };

    public static AwsException NoSuchKey(string key) =>
        new("NoSuchKey", "The specified key does not exist.", StatusCodes.Status404NotFound) { Details = { ["Key"] = key } };

    private static string Check(string key) => Encoding.UTF8.GetByteCount(key) <= LongestKey ? key
        : throw new AwsException("KeyTooLongError", $"Your key is too long: it has {Encoding.UTF8.GetByteCount(key)} bytes, the limit is {LongestKey}.");
}
