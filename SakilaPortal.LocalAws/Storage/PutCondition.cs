namespace SakilaPortal.LocalAws.Storage;

/// <summary>What must hold of a key for a write to happen (If-None-Match: * and If-Match).</summary>
internal sealed record PutCondition(bool Absent = false, string? ETag = null)
{
    public static readonly PutCondition None = new();

    public bool Holds(StoredObject? present) => Absent ? present is null : ETag is null || present?.ETag == ETag;
}
