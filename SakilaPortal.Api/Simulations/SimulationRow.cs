using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Simulations;

/// <summary>A simulation as it is written down, with what the lake has seen of it.</summary>
internal sealed record SimulationRow(
    string SimulationId, string State, string? TemplateName, string TemplateBody, string DeliveryStream, double Rate,
    long? StopAfterRecords, double? StopAfterSeconds, long Seed, long Attempted, long Accepted, long Rejected, long Retried,
    long Settled, string RejectedRanges, string StartedBy, DateTime StartedAt, DateTime? EndedAt, string? Reason, bool StopRequested,
    long Landed, long InReports, string? Settings, long AcceptedBytes, long Throttled, long Withheld, long Duplicates, long Late, long Malformed)
{
    public SimulationSettings Told => SimulationSettings.Read(Settings);

    public Injected Injected => new(Throttled, Withheld, Duplicates, Late, Malformed);

    /// <summary>Draws the timeline, if there is one; keep what it gives.</summary>
    public Schedule Schedule => Told is var told ? told.Schedule(Rate, StopAfterRecords, StopAfterSeconds, Settled, told.Timeline(Seed)) : null!;

    /// <param name="run">The simulation itself, when it runs here: its counters are of this moment.</param>
    public Simulation ToSimulation(SimulationRun? run)
    {
        var (attempted, accepted, rejected, retried) = run?.Outcomes.Live() ?? new(Attempted, Accepted, Rejected, Retried);
        var told = Told;
        return new(
            SimulationId, Enum.Parse<SimulationState>(State, ignoreCase: true), TemplateName, DeliveryStream, Rate, StopAfterRecords, StopAfterSeconds,
            Seed, attempted, accepted, rejected, retried, Math.Max(0, accepted - Landed), Landed, InReports,
            Utc(StartedAt), EndedAt is { } ended ? Utc(ended) : null, Reason, StartedBy,
            run?.Total ?? (told.Periodic is null ? Schedule.Total : null), run?.AcceptedBytes ?? AcceptedBytes,
            told.Periodic, run?.SimulatedTime, told.Faults, told.Faults is null ? null : run?.Injected ?? Injected);
    }

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
