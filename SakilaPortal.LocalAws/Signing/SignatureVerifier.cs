using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using SakilaPortal.LocalAws.Hosting;

namespace SakilaPortal.LocalAws.Signing;

/// <summary>Checks that a request was signed with a key of ours, for us and just now.</summary>
internal sealed class SignatureVerifier(LocalAwsOptions options, AccessKeys keys, TimeProvider clock)
{
    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(15);

    public async Task<VerifiedRequest> VerifyAsync(HttpRequest request, bool isJson)
    {
        var (path, query) = RawQuery.SplitTarget(request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var declared = request.Headers["x-amz-content-sha256"].ToString();
        if (!options.RequiresSignature) return new VerifiedRequest(request, path, query, Payload.Of(request, declared, null), null);

        var refusal = new Refusal(isJson);
        var parts = Read(request, query, refusal);
        CheckScopeAndTime(parts, refusal);
        CheckSignedHeaders(request, parts, isJson, refusal);
        var signingKey = SignatureV4.SigningKey(keys.FindSecret(parts.AccessKey) ?? throw refusal.UnknownKey(parts.AccessKey), parts.Date, parts.Region, parts.Service);

        var buffered = declared.Length == 0 && parts.Expires is null ? await BufferAsync(request) : null;
        var hash = buffered is not null ? Convert.ToHexStringLower(SHA256.HashData(buffered)) : declared.Length == 0 ? Payload.Unsigned : declared;
        var canonical = SignatureV4.CanonicalRequest(request.Method, RawQuery.CanonicalPath(path), query.Canonical(),
            parts.SignedHeaders, name => request.Headers[name].ToString(), hash);
        var stringToSign = SignatureV4.StringToSign(parts.Time, parts.Scope, canonical);
        if (!SignatureV4.AreEqual(SignatureV4.Sign(signingKey, stringToSign), parts.Signature)) throw refusal.DoesNotMatch(parts.AccessKey, canonical, stringToSign);

        var payload = buffered is not null
            ? Payload.Of(buffered)
            : Payload.Of(request, declared, new ChunkSigner(signingKey, parts.Time, parts.Scope, parts.Signature));
        return new VerifiedRequest(request, path, query, payload, parts.Service);
    }

    private static SignedParts Read(HttpRequest request, RawQuery query, Refusal refusal)
    {
        if (query.Has("X-Amz-Algorithm") || query.Has("X-Amz-Signature"))
            return SignedParts.FromQuery(query) ?? throw refusal.Malformed("The query needs X-Amz-Algorithm, -Credential, -Date, -SignedHeaders, -Signature, and -Expires from 1 to 604800.");
        var authorization = request.Headers.Authorization.ToString();
        if (query.Has("AWSAccessKeyId") || authorization.StartsWith("AWS ", StringComparison.Ordinal)) throw refusal.OldSignature();
        if (authorization.Length == 0) throw refusal.NotSigned();
        return SignedParts.FromHeader(authorization, request.Headers["x-amz-date"].ToString())
            ?? throw refusal.Malformed($"The Authorization header must be '{SignedParts.Algorithm} Credential=key/yyyyMMdd/region/service/aws4_request, SignedHeaders=…, Signature=…'.");
    }

    private void CheckScopeAndTime(SignedParts parts, Refusal refusal)
    {
        if (parts.Region != LocalAwsOptions.Region) throw refusal.WrongRegion(parts.Region, LocalAwsOptions.Region);
        if (parts.SignedAt is not { } signedAt || !parts.Time.StartsWith(parts.Date, StringComparison.Ordinal))
            throw refusal.Malformed($"The time of the request must be in x-amz-date as {SignedParts.TimeFormat}, on the day of the credential's scope.");
        var now = clock.GetUtcNow();
        if (parts.Expires is { } expires && now > signedAt + expires) throw refusal.Expired();
        if (signedAt - now > AllowedSkew || (parts.Expires is null && now - signedAt > AllowedSkew)) throw refusal.Skewed(parts.Time, now);
    }

    private static void CheckSignedHeaders(HttpRequest request, SignedParts parts, bool isJson, Refusal refusal)
    {
        if (!parts.SignedHeaders.Contains("host")) throw refusal.HeaderNotSigned("host");
        var unsigned = request.Headers.Keys.Select(name => name.ToLowerInvariant())
            .FirstOrDefault(name => name.StartsWith("x-amz-", StringComparison.Ordinal) && !parts.SignedHeaders.Contains(name));
        if (!isJson && unsigned is not null) throw refusal.HeaderNotSigned(unsigned);
    }

    private static async Task<byte[]> BufferAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }
}
