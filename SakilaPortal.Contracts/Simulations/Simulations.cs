namespace SakilaPortal.Contracts.Simulations;

/// <param name="Template">A template's body, in place of <paramref name="TemplateId"/>.</param>
/// <param name="Rate">Records a second; with <paramref name="Periodic"/>, those of a back-fill.</param>
/// <param name="StopAfterRecords">End after this many attempted records.</param>
/// <param name="StopAfterSeconds">End after this time.</param>
/// <param name="Seed">The same seed and template render the same records.</param>
/// <param name="Periodic">A rate that follows hour and weekday, in place of a constant one.</param>
/// <param name="Faults">What shall go wrong on purpose.</param>
public sealed record CreateSimulationRequest(
    int? TemplateId, string? Template, string? DeliveryStream, double? Rate,
    long? StopAfterRecords, double? StopAfterSeconds, long? Seed, Periodic? Periodic = null, Faults? Faults = null);

/// <summary>A rate by weekday and hour: each second draws from a normal distribution. <c>{{date.simTime}}</c> is the simulated time.</summary>
/// <param name="Mean">Records a second for 7 weekdays, Sunday first, of 24 hours each.</param>
/// <param name="Deviation">The standard deviation of each, in the same form; none when left out.</param>
/// <param name="Smooth">Go from hour to hour in a line, not in a step.</param>
/// <param name="Zone">IANA's name of the zone that hours and weekdays are of; UTC unless given.</param>
/// <param name="From">When simulated time starts; now unless given.</param>
/// <param name="To">When it ends.</param>
/// <param name="Speed">Simulated seconds in a second. Without it a period that is given is filled as fast as the rate allows.</param>
public sealed record Periodic(
    IReadOnlyList<IReadOnlyList<double>> Mean, IReadOnlyList<IReadOnlyList<double>>? Deviation = null, bool Smooth = false, string? Zone = null,
    DateTime? From = null, DateTime? To = null, double? Speed = null);

/// <summary>Faults to inject, each as a share of 0 to 1.</summary>
/// <param name="Throttling">Of the batches: turned away before they are sent, and put again.</param>
/// <param name="PartialFailures">Of the records of a batch: not taken with it, and put again.</param>
/// <param name="Duplicates">Of the accepted records: sent once more, under the same id.</param>
/// <param name="Late">Of the records: made one to 72 hours ago.</param>
/// <param name="Malformed">As many records beside the simulation's own, which are no valid events.</param>
public sealed record Faults(double Throttling = 0, double PartialFailures = 0, double Duplicates = 0, double Late = 0, double Malformed = 0);

/// <summary>What has been injected. It stands beside the counters: none of it is part of attempted = accepted + rejected.</summary>
/// <param name="Throttled">Batches that were turned away; their records are in retried.</param>
/// <param name="Withheld">Records that were not taken with their batch; they are in retried.</param>
/// <param name="Duplicates">Second copies sent. The lake keeps one of each.</param>
/// <param name="Late">Records with a time in the past, counted as any other.</param>
/// <param name="Malformed">Extra records sent that land as malformed.</param>
public sealed record Injected(long Throttled = 0, long Withheld = 0, long Duplicates = 0, long Late = 0, long Malformed = 0);

/// <summary>The counters of one simulation; attempted = accepted + rejected once it has ended.</summary>
/// <param name="Buffered">Accepted and not yet seen in the lake.</param>
/// <param name="Landed">Distinct events seen in the landing zone.</param>
/// <param name="InReports">Distinct events in <c>curatedzonedb.streaming_films</c>.</param>
/// <param name="Total">How many records it will attempt.</param>
/// <param name="SimulatedTime">Where simulated time is; null when it is the clock's.</param>
public sealed record Simulation(
    string Id, SimulationState State, string? TemplateName, string DeliveryStream, double Rate,
    long? StopAfterRecords, double? StopAfterSeconds, long Seed,
    long Attempted, long Accepted, long Rejected, long Retried, long Buffered, long Landed, long InReports,
    DateTime StartedAt, DateTime? EndedAt, string? Reason, string? StartedBy,
    long? Total = null, long AcceptedBytes = 0, Periodic? Periodic = null, DateTime? SimulatedTime = null, Faults? Faults = null, Injected? Injected = null);
