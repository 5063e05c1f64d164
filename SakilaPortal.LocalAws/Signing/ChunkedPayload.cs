using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Signing;

/// <summary>
/// A body in the content coding aws-chunked: chunks of <c>size-in-hex[;chunk-signature=…]</c> and their bytes, a last one
/// of size zero, then trailing headers (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html).
/// </summary>
internal sealed class ChunkedPayload(HttpRequest request, ChunkSigner? signer) : Payload
{
    private const int LongestLine = 8192;
    private readonly PipeReader reader = request.BodyReader;
    private readonly Dictionary<string, string> trailers = new(StringComparer.OrdinalIgnoreCase);

    public override IReadOnlyDictionary<string, string> Trailers => trailers;

    public override async Task CopyToAsync(Stream target, CancellationToken cancellation)
    {
        var total = 0L;
        for (var size = -1L; size != 0; total += size)
        {
            var (length, signature) = ParseChunkHeader(await ReadLineAsync(cancellation) ?? throw Cut());
            size = length;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await CopyChunkAsync(target, size, signer is null ? null : hash, cancellation);
            if (signer?.AcceptChunk(Convert.ToHexStringLower(hash.GetHashAndReset()), signature) == false)
                throw Refusal.SignatureOfChunk($"The signature of the chunk at byte {total} does not match.");
            if (size > 0 && await ReadLineAsync(cancellation) != "") throw Malformed("a chunk is longer than it says");
        }
        await ReadTrailersAsync(cancellation);
        if (long.TryParse(request.Headers["x-amz-decoded-content-length"], out var promised) && promised != total)
            throw new AwsException("IncompleteBody", $"x-amz-decoded-content-length promises {promised} bytes, but {total} came.");
    }

    private static (long Size, string Signature) ParseChunkHeader(string line)
    {
        var parts = line.Split(';', 2);
        if (!long.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
            throw Malformed($"'{line}' is not the size of a chunk");
        return (size, parts.Length == 2 && parts[1].StartsWith("chunk-signature=", StringComparison.Ordinal) ? parts[1]["chunk-signature=".Length..] : "");
    }

    private async Task CopyChunkAsync(Stream target, long remaining, IncrementalHash? hash, CancellationToken cancellation)
    {
        while (remaining > 0)
        {
            var result = await reader.ReadAsync(cancellation);
            var part = result.Buffer.Slice(0, Math.Min(remaining, result.Buffer.Length));
            foreach (var piece in part)
            {
                hash?.AppendData(piece.Span);
                await target.WriteAsync(piece, cancellation);
            }
            remaining -= part.Length;
            reader.AdvanceTo(part.End);
            if (remaining > 0 && result.IsCompleted) throw Cut();
        }
    }

    private async Task ReadTrailersAsync(CancellationToken cancellation)
    {
        var signed = new StringBuilder();
        string? signature = null;
        while (await ReadLineAsync(cancellation) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':');
            if (colon < 1) throw Malformed($"'{line}' is not a trailing header");
            var (name, value) = (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
            if (name == "x-amz-trailer-signature") signature = value;
            else
            {
                trailers[name] = value;
                signed.Append(name).Append(':').Append(value).Append('\n');
            }
        }
        if (trailers.Count > 0 && signer?.AcceptTrailer(signed.ToString(), signature ?? "") == false)
            throw Refusal.SignatureOfChunk("The signature of the trailing headers does not match.");
    }

    /// <returns>Null at the end of the body.</returns>
    private async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellation);
            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.ASCII.GetString(result.Buffer.Slice(0, end)).TrimEnd('\r');
                reader.AdvanceTo(result.Buffer.GetPosition(1, end));
                return line;
            }
            if (result.Buffer.Length > LongestLine) throw Malformed("a line does not end");
            var rest = result.Buffer.IsEmpty ? null : Encoding.ASCII.GetString(result.Buffer);
            reader.AdvanceTo(result.IsCompleted ? result.Buffer.End : result.Buffer.Start, result.Buffer.End);
            if (result.IsCompleted) return rest;
        }
    }

    private static AwsException Malformed(string what) => new("InvalidRequest", $"The body is not well-formed aws-chunked: {what}.");
    private static AwsException Cut() => new("IncompleteBody", "The body ends before its last chunk.");
}
