using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SakilaPortal.LocalAws.Signing;

/// <summary>
/// The steps of Signature Version 4 (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
/// </summary>
internal static partial class SignatureV4
{
    /// <param name="header">The value of a header by its lower-cased name; several of one name joined by commas.</param>
    public static string CanonicalRequest(
        string method, string canonicalPath, string canonicalQuery, IReadOnlyList<string> signedHeaders, Func<string, string> header, string payloadHash)
    {
        var text = new StringBuilder().Append(method).Append('\n').Append(canonicalPath).Append('\n').Append(canonicalQuery).Append('\n');
        foreach (var name in signedHeaders) text.Append(name).Append(':').Append(Spaces().Replace(header(name).Trim(), " ")).Append('\n');
        return text.Append('\n').AppendJoin(';', signedHeaders).Append('\n').Append(payloadHash).ToString();
    }

    public static string StringToSign(string time, string scope, string canonicalRequest) =>
        $"{SignedParts.Algorithm}\n{time}\n{scope}\n{HexHash(canonicalRequest)}";

    public static byte[] SigningKey(string secret, string date, string region, string service)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in (string[])[date, region, service, "aws4_request"]) key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return key;
    }

    public static string Sign(byte[] signingKey, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(signingKey, Encoding.UTF8.GetBytes(text)));

    public static bool AreEqual(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    public static string HexHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
