namespace SakilaPortal.Contracts.Lake;

/// <summary>What must be equal if nothing was lost or counted twice.</summary>
/// <param name="Full">Whether every side was counted anew in the data; otherwise what was written down and verified before is taken as it is.</param>
public sealed record Ledger(IReadOnlyList<LedgerEquality> Equalities, DateTime? CheckedAt = null, bool Full = false, LedgerAside? Aside = null);

/// <param name="Holds">Null while one of the sides is not known yet, or changes are still under way from one to the other.</param>
/// <param name="Missing">Identifiers on the left that the right lacks; the first thousand.</param>
/// <param name="Extra">Identifiers that the right has and the left lacks, or that it has more than once.</param>
/// <param name="UnderWay">How many are still on their way, and not late.</param>
/// <param name="LeftAmount">The sum in dollars, where the equality is also one of sums.</param>
/// <param name="Parts">What the sides are made of.</param>
/// <param name="MissingTotal">How many are missing, named or not.</param>
public sealed record LedgerEquality(
    string Name, decimal? Left, decimal? Right, bool? Holds, IReadOnlyList<string> Missing, IReadOnlyList<string>? Extra = null,
    long UnderWay = 0, decimal? LeftAmount = null, decimal? RightAmount = null, IReadOnlyList<LedgerPart>? Parts = null, string? Note = null, long MissingTotal = 0);

/// <param name="Side">left or right.</param>
public sealed record LedgerPart(string Side, string Name, long Value);

/// <summary>What landed and stands outside the equalities.</summary>
/// <param name="External">Distinct events that were put past the portal.</param>
/// <param name="Repeated">Lines that repeat an event which had landed before.</param>
/// <param name="Repeats">The events that landed more than once, in a full check; the first thousand.</param>
public sealed record LedgerAside(long External, long Repeated, IReadOnlyList<LedgerRepeat>? Repeats = null);

public sealed record LedgerRepeat(string EventId, long Times);
