using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Simulations;

/// <summary>What a periodic rate must be, and the span that it covers.</summary>
internal static class PeriodicRules
{
    private const int Weekdays = 7;
    private const int Hours = 24;
    private const double HighestSpeed = 1_000_000;
    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(366);

    public static void Check(this Periodic periodic, FieldErrors errors, double highestRate)
    {
        CheckWeek(periodic.Mean, "periodic.mean", errors);
        if (periodic.Deviation is not null)
            CheckWeek(periodic.Deviation, "periodic.deviation", errors);
        if (periodic.Zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(periodic.Zone, out _))
            errors.Add("periodic.zone", $"There is no time zone {periodic.Zone}; use a name such as America/New_York.");
        if (periodic.Speed is not (null or (> 0 and <= HighestSpeed)))
            errors.Add("periodic.speed", $"The speed must be more than 0 and at most {HighestSpeed:N0} simulated seconds a second.");
        if (periodic.Speed is null && (periodic.From is null || periodic.To is null))
            errors.Add("periodic.speed", "Give a speed, such as 1 for real time, or both ends of a period to fill.");
        if (periodic.To <= periodic.From || periodic.To - periodic.From > LongestSpan)
            errors.Add("periodic.to", $"The end must be after the start, and at most {LongestSpan.TotalDays} days after it.");
        if (!errors.Any && periodic.Speed is { } speed && periodic.Mean.Max(day => day.Max()) * speed > highestRate)
            errors.Add("periodic.speed", $"At this speed the highest mean would be more than {highestRate:N0} records a second; lower one of them.");
    }

    /// <summary>With both ends, so long as the simulation runs at most.</summary>
    public static Periodic Bounded(this Periodic periodic, DateTime now, double seconds)
    {
        var from = periodic.From ?? now;
        var to = periodic.To ?? DateTime.MaxValue;
        if (periodic.Speed is { } speed && (to - from).TotalSeconds > seconds * speed)
            to = from.AddSeconds(seconds * speed);
        return periodic with { From = from, To = to - from > LongestSpan ? from + LongestSpan : to };
    }

    private static void CheckWeek(IReadOnlyList<IReadOnlyList<double>>? week, string field, FieldErrors errors)
    {
        if (week?.Count != Weekdays || week.Any(day => day?.Count != Hours))
            errors.Add(field, "Give a list of 7 weekdays, Sunday first, each a list of 24 numbers.");
        else if (week.Any(day => day.Any(value => !(value >= 0 && value <= 1_000_000))))
            errors.Add(field, "Each number is records a second, 0 or more.");
    }
}
