using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Web.Simulations;

/// <summary>Events a second between two samples of a simulation's counters.</summary>
internal sealed record Rate(DateTime At, double Accepted, double Landed, double Retried)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(400);

    public static IReadOnlyList<Rate> Between(IReadOnlyList<SimulationSample> samples)
    {
        var rates = new List<Rate>();
        var from = samples is [var first, ..] ? first : null;
        foreach (var to in samples.Skip(1))
        {
            // The last sample may follow the one before it at once.
            var span = to.SampledAt - from!.SampledAt;
            if (span < Shortest)
                continue;
            rates.Add(new(to.SampledAt, Of(from.Accepted, to.Accepted), Of(from.Landed, to.Landed), Of(from.Retried, to.Retried)));
            from = to;

            // Who resumes counts on from what was written down, which may be a little less.
            double Of(long before, long after) => Math.Max(0, after - before) / span.TotalSeconds;
        }
        return rates;
    }
}

internal static class RateScale
{
    /// <summary>The least of 1, 2 and 5 times a power of ten that holds the value.</summary>
    public static double Top(double highest)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, highest))));
        return new[] { 1, 2, 5, 10 }.Select(step => step * power).First(top => top >= highest);
    }
}
