namespace SakilaPortal.Contracts.Simulations;

/// <summary>How the counters of a simulation went, in the order of time.</summary>
public sealed record SimulationHistory(IReadOnlyList<SimulationSample> Samples);

/// <summary>The counters at a moment, as of <see cref="Simulation"/>.</summary>
public sealed record SimulationSample(DateTime SampledAt, long Attempted, long Accepted, long Rejected, long Retried, long Landed);

/// <summary>
/// The way of a simulation's events from the delivery stream to the landing zone. What is in a buffer the stream does not tell; it is
/// reckoned from what was accepted, what has landed, and the stream's hints.
/// </summary>
/// <param name="FlushBytes">The stream delivers when its buffer holds so much.</param>
/// <param name="FlushSeconds">The stream delivers at least this often.</param>
/// <param name="SecondsToFlush">Until the next delivery, reckoned; null when nothing is buffered.</param>
/// <param name="Objects">Objects that the stream has delivered from the start of the simulation to the flush after its end, with the events of whoever sent.</param>
/// <param name="UnreadObjects">Those of them that the lake has not taken in yet.</param>
/// <param name="Latest">The newest of them.</param>
/// <param name="Problem">Why something is not known, if so.</param>
public sealed record DeliveryProgress(
    long BufferedEvents, long BufferedBytes, long FlushBytes, int FlushSeconds, double? SecondsToFlush,
    long Objects, long ObjectBytes, int UnreadObjects, IReadOnlyList<DeliveredObject> Latest, string? Problem = null);

public sealed record DeliveredObject(string Key, long Bytes, DateTime DeliveredAt, bool TakenIn);
