using System.Globalization;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>
/// If-Match, If-None-Match, If-Modified-Since and If-Unmodified-Since, in the order of RFC 9110
/// (https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2), and the same for the source of a copy.
/// </summary>
internal static class Preconditions
{
    /// <param name="prefix">Nothing, or x-amz-copy-source- for the source of a copy.</param>
    /// <exception cref="AwsException">412, or 304 for a read whose caller has the object already.</exception>
    public static void Check(VerifiedRequest request, StoredObject item, string prefix = "")
    {
        if (request.Header(prefix + "if-match") is { } match)
        {
            if (!Names(match, item.ETag)) throw Failed("If-Match");
        }
        else if (Time(request, prefix + "if-unmodified-since") is { } unmodified && Seconds(item) > unmodified) throw Failed("If-Unmodified-Since");

        var isRead = prefix.Length == 0;
        if (request.Header(prefix + "if-none-match") is { } none)
        {
            if (Names(none, item.ETag)) throw isRead ? NotModified() : Failed("If-None-Match");
        }
        else if (Time(request, prefix + "if-modified-since") is { } modified && Seconds(item) <= modified) throw isRead ? NotModified() : Failed("If-Modified-Since");
    }

    /// <summary>What a write demands of the key it writes (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html).</summary>
    public static PutCondition OfWrite(VerifiedRequest request) => (request.Header("if-none-match"), request.Header("if-match")) switch
    {
        (null, null) => PutCondition.None,
        ("*", null) => new PutCondition(Absent: true),
        (null, { } etag) => new PutCondition(ETag: etag.Trim('"')),
        _ => throw new AwsException("NotImplemented", "A write takes If-None-Match: * or If-Match with one ETag.", StatusCodes.Status501NotImplemented),
    };

    public static AwsException Failed(string condition) =>
        new("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", StatusCodes.Status412PreconditionFailed) { Details = { ["Condition"] = condition } };

    private static AwsException NotModified() => new("NotModified", "Not modified", StatusCodes.Status304NotModified);

    private static bool Names(string header, string etag) =>
        header.Split(',', StringSplitOptions.TrimEntries).Any(name => name == "*" || name.Replace("W/", "", StringComparison.Ordinal).Trim('"') == etag);

    private static DateTimeOffset? Time(VerifiedRequest request, string header) =>
        DateTimeOffset.TryParse(request.Header(header), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    // HTTP dates have whole seconds.
    private static DateTimeOffset Seconds(StoredObject item) => DateTimeOffset.FromUnixTimeSeconds(item.LastModified.ToUnixTimeSeconds());
}
