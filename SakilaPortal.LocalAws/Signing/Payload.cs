using System.Security.Cryptography;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Signing;

/// <summary>The body of a request. Reading it checks what was promised of it, so use it only after the copy has ended well.</summary>
internal abstract class Payload
{
    public const string Unsigned = "UNSIGNED-PAYLOAD";

    /// <summary>What came after the body, such as x-amz-checksum-crc32; known when the body has been read.</summary>
    public virtual IReadOnlyDictionary<string, string> Trailers => new Dictionary<string, string>();

    public abstract Task CopyToAsync(Stream target, CancellationToken cancellation);

    /// <param name="declared">The header x-amz-content-sha256.</param>
    /// <param name="signer">Checks the signatures of chunks; null when requests need no signature.</param>
    public static Payload Of(HttpRequest request, string declared, ChunkSigner? signer) => declared switch
    {
        "" or Unsigned => new WholePayload(request.Body, null),
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER" => new ChunkedPayload(request, null),
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" or "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" => new ChunkedPayload(request, signer),
        { Length: 64 } => new WholePayload(request.Body, declared),
        _ => throw new AwsException("InvalidRequest", $"x-amz-content-sha256 must be UNSIGNED-PAYLOAD, a STREAMING- value or a SHA-256 in hex, not '{declared}'."),
    };

    public static Payload Of(byte[] bytes) => new WholePayload(new MemoryStream(bytes), null);

    private sealed class WholePayload(Stream body, string? sha256) : Payload
    {
        public override async Task CopyToAsync(Stream target, CancellationToken cancellation)
        {
            if (sha256 is null)
            {
                await body.CopyToAsync(target, cancellation);
                return;
            }
            using var hash = SHA256.Create();
            await using (var hashing = new CryptoStream(target, hash, CryptoStreamMode.Write, leaveOpen: true)) await body.CopyToAsync(hashing, cancellation);
            var computed = Convert.ToHexStringLower(hash.Hash!);
            if (!SignatureV4.AreEqual(computed, sha256))
                throw new AwsException("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.")
                {
                    Details = { ["ClientComputedContentSHA256"] = sha256, ["S3ComputedContentSHA256"] = computed },
                };
        }
    }
}
