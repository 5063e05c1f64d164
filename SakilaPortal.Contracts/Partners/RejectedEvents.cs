namespace SakilaPortal.Contracts.Partners;

/// <summary>An event that was refused, and what became of it.</summary>
/// <param name="Source"><c>posted</c>: it broke a rule when a partner posted it; <c>landed</c>: it reached the lake and is no valid event.</param>
/// <param name="Place">The request and position, or the object's key and line.</param>
/// <param name="Body">As it was refused.</param>
/// <param name="State"><c>open</c>, <c>waiting</c> (to be replayed at <paramref name="ReplayAt"/>), <c>sending</c>, <c>replayed</c>, <c>dismissed</c>.</param>
/// <param name="Repaired">The text that a person put in its place.</param>
/// <param name="ReplayedId">The id under which the replayed event was accepted.</param>
public sealed record RejectedEvent(
    long Id, string Source, string Place, string? EventId, string Body, string Reason, DateTime FoundAt, string? PostedBy, string State,
    string? Repaired, string? DecidedBy, DateTime? DecidedAt, DateTime? ReplayAt, string? ReplayedId);

/// <summary>How many there are in each state.</summary>
public sealed record RejectedSummary(long Open, long Waiting, long Replayed, long Dismissed);

public sealed record RepairRequest(string? Body);

/// <param name="Problems">What keeps the text from being accepted, each at its place in the text.</param>
public sealed record RepairCheck(IReadOnlyList<TemplateProblem> Problems);

public sealed record RejectedSelection(IReadOnlyList<long>? Ids);

/// <param name="Changed">Those that were changed.</param>
/// <param name="Refused">Those that were not, and why.</param>
/// <param name="ReplayAt">When those to be replayed are sent; until then it can be undone.</param>
public sealed record RejectedChange(IReadOnlyList<long> Changed, IReadOnlyList<RejectedRefusal> Refused, DateTime? ReplayAt = null);

public sealed record RejectedRefusal(long Id, string Reason);
