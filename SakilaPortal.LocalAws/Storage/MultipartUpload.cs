namespace SakilaPortal.LocalAws.Storage;

/// <summary>An object that comes in parts, until it is completed or given up.</summary>
/// <param name="Checksum">The algorithm of the parts' checksums; null when the sender uses none.</param>
/// <param name="IsWholeChecksum">Whether the object's checksum is over its bytes, and not over its parts' checksums.</param>
internal sealed record MultipartUpload(
    string Id, string Bucket, string Key, DateTimeOffset Initiated, Dictionary<string, string> Headers, string? Checksum, bool IsWholeChecksum);

/// <param name="File">The name of the file that holds its bytes.</param>
/// <param name="Checksum">In base64.</param>
internal sealed record UploadedPart(int Number, string File, long Size, string ETag, DateTimeOffset LastModified, string? Checksum);
