using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>The body of an upload as a file in the staging folder, checked against what the sender promised of it.</summary>
/// <param name="ChecksumHeader">Its name as a header and its value in base64, when the sender uses one.</param>
internal sealed record ReceivedFile(string Path, string ETag, KeyValuePair<string, string>? ChecksumHeader) : IDisposable
{
    public static async Task<ReceivedFile> ReceiveAsync(VerifiedRequest request, ObjectStore store)
    {
        if (request.Http.ContentLength is null && !request.Http.Headers.TransferEncoding.Contains("chunked"))
            throw new AwsException("MissingContentLength", "You must provide the Content-Length HTTP header.", StatusCodes.Status411LengthRequired);
        var path = store.NewStagingPath();
        try
        {
            var checksum = ChecksumOf(request);
            await using var file = new HashingFile(path, checksum);
            await request.Payload.CopyToAsync(file, request.Aborted);
            await file.FlushAsync(request.Aborted);
            CheckMd5(request, file.Md5);
            return new ReceivedFile(path, Convert.ToHexStringLower(file.Md5), checksum is null ? null : Check(request, checksum));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Removes the file, unless it has become an object.</summary>
    public void Dispose() => File.Delete(Path);

    private static Checksum? ChecksumOf(VerifiedRequest request)
    {
        var named = Array.Find(Checksum.Algorithms, algorithm => Declares(request, Checksum.HeaderPrefix + algorithm))
            ?? request.Header("x-amz-sdk-checksum-algorithm")?.ToLowerInvariant();
        return named is null ? null : Checksum.Algorithms.Contains(named) ? new Checksum(named)
            : throw new AwsException("InvalidRequest", $"The checksum algorithm '{named}' is none of {string.Join(", ", Checksum.Algorithms)}.");
    }

    private static bool Declares(VerifiedRequest request, string header) =>
        request.Header(header) is not null || request.Header("x-amz-trailer")?.Contains(header, StringComparison.OrdinalIgnoreCase) == true;

    private static KeyValuePair<string, string> Check(VerifiedRequest request, Checksum checksum)
    {
        var computed = Convert.ToBase64String(checksum.Finish());
        var promised = request.Header(checksum.Header) ?? request.Payload.Trailers.GetValueOrDefault(checksum.Header);
        if (promised is not null && promised != computed)
            throw new AwsException("BadDigest", $"The {checksum.Algorithm.ToUpperInvariant()} you specified did not match the calculated checksum: {promised} instead of {computed}.");
        return KeyValuePair.Create(checksum.Header, computed);
    }

    private static void CheckMd5(VerifiedRequest request, byte[] computed)
    {
        if (request.Header("content-md5") is not { } promised) return;
        Span<byte> bytes = stackalloc byte[16];
        if (promised.Length != 24 || !Convert.TryFromBase64String(promised, bytes, out var length) || length != 16)
            throw new AwsException("InvalidDigest", "The Content-MD5 you specified is not valid.");
        if (!bytes.SequenceEqual(computed)) throw new AwsException("BadDigest", "The Content-MD5 you specified did not match what we received.");
    }
}
