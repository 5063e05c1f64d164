using System.Globalization;

namespace SakilaPortal.LocalAws.Signing;

/// <summary>
/// What a request says of its signature, in the Authorization header
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html) or in its query
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html).
/// </summary>
/// <param name="Expires">How long a presigned address is good for.</param>
internal sealed record SignedParts(
    string AccessKey, string Date, string Region, string Service, string[] SignedHeaders, string Signature, string Time, TimeSpan? Expires)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";
    public const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    public DateTimeOffset? SignedAt =>
        DateTimeOffset.TryParseExact(Time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <returns>Null when the header is not in the form of the specification.</returns>
    public static SignedParts? FromHeader(string authorization, string time)
    {
        if (!authorization.StartsWith(Algorithm + " ", StringComparison.Ordinal)) return null;
        var fields = authorization[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=', 2)).Where(field => field.Length == 2).ToLookup(field => field[0], field => field[1]);
        return Make(fields["Credential"].FirstOrDefault(), fields["SignedHeaders"].FirstOrDefault(), fields["Signature"].FirstOrDefault(), time, null);
    }

    /// <returns>Null when the query is not in the form of the specification.</returns>
    public static SignedParts? FromQuery(RawQuery query)
    {
        var expires = int.TryParse(query["X-Amz-Expires"], out var seconds) && seconds is > 0 and <= 604800 ? seconds : 0;
        return query["X-Amz-Algorithm"] != Algorithm || expires == 0
            ? null
            : Make(query["X-Amz-Credential"], query["X-Amz-SignedHeaders"], query["X-Amz-Signature"], query["X-Amz-Date"], TimeSpan.FromSeconds(expires));
    }

    private static SignedParts? Make(string? credential, string? headers, string? signature, string? time, TimeSpan? expires)
    {
        var scope = credential?.Split('/') ?? [];
        return scope.Length != 5 || scope[4] != "aws4_request" || string.IsNullOrEmpty(headers) || signature is null || time is null
            ? null
            : new SignedParts(scope[0], scope[1], scope[2], scope[3], headers.Split(';'), signature, time, expires);
    }
}
