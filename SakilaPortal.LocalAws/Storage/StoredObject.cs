namespace SakilaPortal.LocalAws.Storage;

/// <summary>An object as it stands in a bucket.</summary>
/// <param name="Path">The plain local file that holds its bytes. It is never changed: an overwritten object gets a new file.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ETag">Without quotes: the MD5 in hex, or for an object of several parts the MD5 of theirs and their number.</param>
/// <param name="Headers">What the writer said about it, by lower-cased header name, such as content-type and x-amz-meta-….</param>
internal sealed record StoredObject(
    string Key, string Path, long Size, string ETag, DateTimeOffset LastModified, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Finds a place among keys; nothing is stored there.</summary>
    public static StoredObject Probe(string key) => new(key, "", 0, "", default, NoHeaders);

    public static IReadOnlyDictionary<string, string> NoHeaders { get; } = new Dictionary<string, string>();
}
