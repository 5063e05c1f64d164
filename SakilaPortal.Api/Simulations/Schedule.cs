namespace SakilaPortal.Api.Simulations;

/// <summary>A constant rate: which records are due when. The first is due at once.</summary>
/// <param name="Rate">Records a second.</param>
/// <param name="Total">The number of the last record.</param>
/// <param name="Settled">How many were sent by whoever ran the simulation before.</param>
internal sealed record Schedule(double Rate, long Total, long Settled)
{
    private const int RecordsAStep = 500;
    private static readonly TimeSpan ShortestStep = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(100);

    /// <summary>How many records a simulation has that ends by count, by time, or by whichever comes first.</summary>
    public static long TotalOf(double rate, long? stopAfterRecords, double? stopAfterSeconds) => Math.Min(
        stopAfterRecords ?? long.MaxValue,
        stopAfterSeconds is { } seconds ? Math.Max(1, (long)Math.Round(rate * seconds)) : long.MaxValue);

    /// <summary>The number of the last record that is due so long after the start.</summary>
    public long DueAt(TimeSpan elapsed) => Math.Min(Total, Settled + 1 + (long)(elapsed.TotalSeconds * Rate));

    /// <summary>When all records are due.</summary>
    public TimeSpan Length => TimeSpan.FromSeconds((Total - Settled) / Rate);

    /// <summary>How often to look: often enough for an even flow, seldom enough for full batches.</summary>
    public TimeSpan Step => TimeSpan.FromSeconds(Math.Clamp(RecordsAStep / Rate, ShortestStep.TotalSeconds, LongestStep.TotalSeconds));
}
