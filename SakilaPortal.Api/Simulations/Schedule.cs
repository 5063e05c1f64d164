namespace SakilaPortal.Api.Simulations;

/// <summary>Which records are due when. The first is due at once.</summary>
/// <param name="Rate">Records a second, unless a timeline runs at its own speed.</param>
/// <param name="Total">The number of the last record.</param>
/// <param name="Settled">How many were sent by whoever ran the simulation before.</param>
/// <param name="Timeline">When records are in simulated time, if that is not the clock's.</param>
/// <param name="Speed">Simulated seconds in a second; null fills the timeline at the rate.</param>
internal sealed record Schedule(double Rate, long Total, long Settled, Timeline? Timeline = null, double? Speed = null)
{
    private const int RecordsAStep = 500;
    private static readonly TimeSpan ShortestStep = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(100);

    private readonly DateTimeOffset simulatedStart = Timeline is null || Settled == 0 ? Timeline?.From ?? default : Timeline.TimeOf(Settled);

    /// <summary>How many records a simulation has that ends by count, by time, or by whichever comes first.</summary>
    public static long TotalOf(double rate, long? stopAfterRecords, double? stopAfterSeconds) => Math.Min(
        stopAfterRecords ?? long.MaxValue,
        stopAfterSeconds is { } seconds ? Math.Max(1, (long)Math.Round(rate * seconds)) : long.MaxValue);

    /// <summary>The number of the last record that is due so long after the start.</summary>
    public long DueAt(TimeSpan elapsed) => Math.Min(
        Total, Pace is { } pace ? pace.Timeline.CountAt(simulatedStart + elapsed * pace.Speed) : Settled + 1 + (long)(elapsed.TotalSeconds * Rate));

    /// <summary>When all records are due.</summary>
    public TimeSpan Length => Total <= Settled ? TimeSpan.Zero
        : Pace is { } pace ? (pace.Timeline.TimeOf(Total) - simulatedStart) / pace.Speed
        : TimeSpan.FromSeconds((Total - Settled) / Rate);

    /// <summary>The most records a second that it comes to, but for chance.</summary>
    public double PeakRate => Pace is { } pace ? pace.Timeline.PeakRate * pace.Speed : Rate;

    /// <summary>How often to look: often enough for an even flow, seldom enough for full batches.</summary>
    public TimeSpan Step => TimeSpan.FromSeconds(Math.Clamp(RecordsAStep / Math.Max(PeakRate, 1), ShortestStep.TotalSeconds, LongestStep.TotalSeconds));

    private (Timeline Timeline, double Speed)? Pace => Timeline is not null && Speed is { } speed ? (Timeline, speed) : null;
}
