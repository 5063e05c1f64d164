namespace SakilaPortal.LocalAws.Storage;

/// <summary>What must hold of a key for a write to happen (If-None-Match: * and If-Match).</summary>
/// <param name="File">The name of the file that the key must have.</param>
internal sealed record PutCondition(bool Absent = false, string? ETag = null, string? File = null)
{
    public static readonly PutCondition None = new();

    public bool Holds(StoredObject? present) => Absent ? present is null
        : (ETag is null || present?.ETag == ETag) && (File is null || Path.GetFileName(present?.Path) == File);
}
