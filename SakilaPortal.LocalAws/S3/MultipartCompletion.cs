using System.Security.Cryptography;
using System.Xml.Linq;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>Makes one object of the parts that CompleteMultipartUpload names.</summary>
internal static class MultipartCompletion
{
    private const long SmallestPart = 5 << 20;

    /// <returns>The parts that are named, in order.</returns>
    public static IReadOnlyList<UploadedPart> Choose(XElement document, IReadOnlyList<UploadedPart> uploaded)
    {
        var byNumber = uploaded.ToDictionary(part => part.Number);
        var chosen = document.Children("Part").Select(named => Find(named, byNumber)).ToList();
        if (chosen.Count == 0) throw new AwsException("MalformedXML", "The request names no part.");
        for (var at = 1; at < chosen.Count; at++)
            if (chosen[at].Number <= chosen[at - 1].Number)
                throw new AwsException("InvalidPartOrder", "The list of parts was not in ascending order. The parts list must be specified in order by part number.");
        if (chosen.SkipLast(1).FirstOrDefault(part => part.Size < SmallestPart) is { } small)
            throw new AwsException("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")
            {
                Details = { ["PartNumber"] = small.Number.ToString(), ["ProposedSize"] = small.Size.ToString(), ["MinSizeAllowed"] = SmallestPart.ToString() },
            };
        return chosen;
    }

    /// <summary>Writes the parts one after another, and computes the object's ETag and checksum headers.</summary>
    public static async Task<(string ETag, Dictionary<string, string> Checksum)> JoinAsync(
        string path, MultipartUpload upload, IReadOnlyList<UploadedPart> parts, Func<UploadedPart, string> pathOf, CancellationToken cancellation)
    {
        var whole = upload is { Checksum: { } name, IsWholeChecksum: true } ? new Checksum(name) : null;
        await using (var target = new HashingFile(path, whole))
        {
            foreach (var part in parts)
            {
                await using var source = File.OpenRead(pathOf(part));
                await source.CopyToAsync(target, cancellation);
            }
        }
        var md5 = MD5.HashData([.. parts.SelectMany(part => Convert.FromHexString(part.ETag))]);
        return ($"{Convert.ToHexStringLower(md5)}-{parts.Count}", Checksums(upload, parts, whole));
    }

    private static Dictionary<string, string> Checksums(MultipartUpload upload, IReadOnlyList<UploadedPart> parts, Checksum? whole)
    {
        if (whole is not null) return Headers(whole, Convert.ToBase64String(whole.Finish()), "FULL_OBJECT");
        if (upload.Checksum is null || parts.Any(part => part.Checksum is null)) return [];
        var composite = new Checksum(upload.Checksum);
        foreach (var part in parts) composite.Append(Convert.FromBase64String(part.Checksum!));
        return Headers(composite, $"{Convert.ToBase64String(composite.Finish())}-{parts.Count}", "COMPOSITE");
    }

    private static Dictionary<string, string> Headers(Checksum checksum, string value, string type) => new() { [checksum.Header] = value, ["x-amz-checksum-type"] = type };

    private static UploadedPart Find(XElement named, Dictionary<int, UploadedPart> uploaded) =>
        int.TryParse(named.Text("PartNumber"), out var number) && uploaded.TryGetValue(number, out var part) && named.Text("ETag")?.Trim('"') == part.ETag ? part
            : throw new AwsException("InvalidPart", "One or more of the specified parts could not be found. The part might not have been uploaded, or the specified entity tag might not have matched the part's entity tag.")
            {
                Details = { ["PartNumber"] = named.Text("PartNumber") ?? "" },
            };
}
