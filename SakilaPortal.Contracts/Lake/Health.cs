namespace SakilaPortal.Contracts.Lake;

/// <summary>How every part of the platform does.</summary>
public sealed record LakeHealth(IReadOnlyList<PartHealth> Parts, DateTime CheckedAt);

/// <param name="State">ok, warning or down.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Remedy">What to do about it; null when nothing.</param>
public sealed record PartHealth(string Name, string State, string Detail, string? Remedy = null, double? Milliseconds = null);
