using System.Diagnostics.CodeAnalysis;

namespace SakilaPortal.LocalAws.Athena.Tables;

/// <summary>An address such as s3://bucket/key.</summary>
internal readonly record struct S3Location(string Bucket, string Key)
{
    /// <summary>The key as a folder's: ending in a slash unless it is the whole bucket.</summary>
    public string Folder => Key.Length == 0 || Key.EndsWith('/') ? Key : Key + "/";

    public static bool TryParse([NotNullWhen(true)] string? text, out S3Location location)
    {
        location = default;
        var scheme = text is null ? -1 : text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || text![..scheme] is not ("s3" or "s3a" or "s3n")) return false;
        var rest = text[(scheme + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        location = slash < 0 ? new(rest, "") : new(rest[..slash], rest[(slash + 1)..]);
        return location.Bucket.Length > 0;
    }

    public override string ToString() => $"s3://{Bucket}/{Key}";
}
