using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Simulations;

/// <summary>A simulation as it is written down, with what the lake has seen of it.</summary>
internal sealed record SimulationRow(
    string SimulationId, string State, string? TemplateName, string TemplateBody, string DeliveryStream, double Rate,
    long? StopAfterRecords, double? StopAfterSeconds, long Seed, long Attempted, long Accepted, long Rejected, long Retried,
    long Settled, string RejectedRanges, string StartedBy, DateTime StartedAt, DateTime? EndedAt, string? Reason, bool StopRequested,
    long Landed, long InReports)
{
    public Schedule Schedule => new(Rate, Schedule.TotalOf(Rate, StopAfterRecords, StopAfterSeconds), Settled);

    /// <param name="live">The counters of this moment, when the simulation runs here.</param>
    public Simulation ToSimulation(Counters? live)
    {
        var (attempted, accepted, rejected, retried) = live ?? new(Attempted, Accepted, Rejected, Retried);
        return new(
            SimulationId, Enum.Parse<SimulationState>(State, ignoreCase: true), TemplateName, DeliveryStream, Rate, StopAfterRecords, StopAfterSeconds,
            Seed, attempted, accepted, rejected, retried, Math.Max(0, accepted - Landed), Landed, InReports,
            DateTime.SpecifyKind(StartedAt, DateTimeKind.Utc), EndedAt is { } ended ? DateTime.SpecifyKind(ended, DateTimeKind.Utc) : null, Reason, StartedBy);
    }
}
