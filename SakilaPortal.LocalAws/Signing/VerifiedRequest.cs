using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Signing;

/// <summary>A request whose signature holds, or that needs none.</summary>
/// <param name="Path">Decoded, as it was sent: dots and doubled slashes mean themselves in S3.</param>
/// <param name="Payload">The body, checked while it is read.</param>
/// <param name="Signer">The service that the signature is for; null when requests need no signature.</param>
internal sealed record VerifiedRequest(HttpRequest Http, string Path, RawQuery Query, Payload Payload, string? Signer)
{
    public CancellationToken Aborted => Http.HttpContext.RequestAborted;

    public void MustBeFor(string service)
    {
        if (Signer is not null && Signer != service)
            throw new AwsException("InvalidSignatureException", $"Credential should be scoped to correct service: '{service}', not '{Signer}'.");
    }

    /// <summary>A header's value, or null when it is absent or empty.</summary>
    public string? Header(string name) => Http.Headers[name].ToString() is { Length: > 0 } value ? value : null;

    public async Task<ReadOnlyMemory<byte>> ReadAsync()
    {
        using var body = new MemoryStream();
        await Payload.CopyToAsync(body, Aborted);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
