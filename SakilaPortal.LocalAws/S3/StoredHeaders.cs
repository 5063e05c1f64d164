using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>What a writer says of an object that is kept with it and answered by reads.</summary>
internal static class StoredHeaders
{
    public const string DefaultContentType = "binary/octet-stream";
    public const string Encryption = "x-amz-server-side-encryption";
    public const string Tagging = "x-amz-tagging";
    private const string Metadata = "x-amz-meta-";
    private const int MostMetadata = 2048;
    private static readonly string[] Kept =
        ["cache-control", "content-disposition", "content-language", "content-type", "expires", Tagging, Encryption, Encryption + "-aws-kms-key-id", Encryption + "-bucket-key-enabled"];

    public static Dictionary<string, string> Of(VerifiedRequest request, Bucket bucket)
    {
        var headers = request.Http.Headers.Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.ToString()))
            .Where(header => header.Name.StartsWith(Metadata, StringComparison.Ordinal) || Kept.Contains(header.Name))
            .ToDictionary(header => header.Name, header => header.Value);
        headers.TryAdd("content-type", DefaultContentType);
        _ = ObjectTagging.Parse(headers.GetValueOrDefault(Tagging));
        if (ContentEncoding(request) is { Length: > 0 } coding) headers["content-encoding"] = coding;
        if (!headers.ContainsKey(Encryption) && BucketSettings.DefaultEncryption(bucket) is { } algorithm) headers[Encryption] = algorithm;
        var size = headers.Where(header => header.Key.StartsWith(Metadata, StringComparison.Ordinal)).Sum(header => header.Key.Length - Metadata.Length + header.Value.Length);
        return size <= MostMetadata ? headers
            : throw new AwsException("MetadataTooLarge", $"Your metadata headers have {size} bytes, more than the maximum of {MostMetadata}.");
    }

    /// <summary>Says in the answer of a write what was done with what was sent.</summary>
    public static void Echo(HttpResponse response, IReadOnlyDictionary<string, string> headers)
    {
        foreach (var (name, value) in headers)
            if (name.StartsWith(Encryption, StringComparison.Ordinal) || name.StartsWith("x-amz-checksum-", StringComparison.Ordinal)) response.Headers[name] = value;
    }

    // aws-chunked tells how the request came, not what the object is.
    private static string ContentEncoding(VerifiedRequest request) => string.Join(',',
        (request.Header("content-encoding") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(coding => coding != "aws-chunked"));
}
