namespace SakilaPortal.Contracts.Simulations;

/// <param name="Template">A template's body, in place of <paramref name="TemplateId"/>.</param>
/// <param name="Rate">Records a second.</param>
/// <param name="StopAfterRecords">End after this many attempted records.</param>
/// <param name="StopAfterSeconds">End after this time.</param>
/// <param name="Seed">The same seed and template render the same records.</param>
public sealed record CreateSimulationRequest(
    int? TemplateId, string? Template, string? DeliveryStream, double? Rate,
    long? StopAfterRecords, double? StopAfterSeconds, long? Seed);

/// <summary>The counters of one simulation; attempted = accepted + rejected once it has ended.</summary>
/// <param name="Buffered">Accepted and not yet seen in the lake.</param>
/// <param name="Landed">Distinct events seen in the landing zone.</param>
/// <param name="InReports">Distinct events in <c>curatedzonedb.streaming_films</c>.</param>
public sealed record Simulation(
    string Id, SimulationState State, string? TemplateName, string DeliveryStream, double Rate,
    long? StopAfterRecords, double? StopAfterSeconds, long Seed,
    long Attempted, long Accepted, long Rejected, long Retried, long Buffered, long Landed, long InReports,
    DateTime StartedAt, DateTime? EndedAt, string? Reason, string? StartedBy);
