namespace SakilaPortal.Pipeline.Catalog;

/// <summary>An object of the landing zone that is on the register.</summary>
internal sealed record LandedObject(long ObjectId, string ObjectKey, string Etag, string Feed, long ByteCount);

/// <summary>An object of the landing zone as a listing, a notification or its writer tells of it.</summary>
/// <param name="ETag">Without quotes.</param>
internal sealed record Arrival(string Key, string ETag, long Bytes);

internal static class LandedState
{
    public const string Found = "found";
    public const string Taken = "taken";
    /// <summary>A bad file, set aside with the reason.</summary>
    public const string Refused = "refused";
    /// <summary>Told of, but no longer there with that content.</summary>
    public const string Gone = "gone";
}
