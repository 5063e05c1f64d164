using System.Text.Json;
using System.Text.Json.Serialization;

namespace SakilaPortal.LocalAws.Storage;

/// <summary>One line of a bucket's journal: a key that got a file, or lost it.</summary>
/// <param name="File">The file's path below the bucket's folder; none, when the key was deleted.</param>
internal sealed record IndexEntry(
    string Key, string? File = null, long Size = 0, string ETag = "", long Milliseconds = 0,
    IReadOnlyDictionary<string, string>? Headers = null, PutCondition? Condition = null)
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static IndexEntry Of(StoredObject item, string root, PutCondition? condition = null) => new(
        item.Key, Path.GetRelativePath(root, item.Path), item.Size, item.ETag, item.LastModified.ToUnixTimeMilliseconds(), item.Headers, condition);

    public StoredObject? At(string root) => File is null ? null : new StoredObject(
        Key, Path.Combine(root, File), Size, ETag, DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds), Headers ?? StoredObject.NoHeaders);

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
    public static IndexEntry Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<IndexEntry>(bytes, Json)!;
}
