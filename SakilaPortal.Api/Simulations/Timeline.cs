using SakilaPortal.Api.Partners.Templating;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Simulations;

/// <summary>
/// A periodic rate over a span of simulated time: how many records each minute has, and so when each record is. The same seed draws the
/// same, so that whoever resumes goes on in the same timeline.
/// </summary>
internal sealed class Timeline
{
    private const int SecondsAMinute = 60;
    private const int HoursAWeek = 7 * 24;

    // Times have ticks; a record at the edge of one is there already.
    private const double Rounding = 1e-4;

    private readonly TimeZoneInfo zone;
    private readonly long[] before;

    public Timeline(Periodic periodic, DateTimeOffset from, DateTimeOffset to, long seed)
    {
        (From, To) = (from, to);
        zone = TimeZoneInfo.FindSystemTimeZoneById(periodic.Zone ?? "UTC");
        before = new long[(int)Math.Ceiling((to - from).TotalMinutes) + 1];
        var dice = new Dice(seed, TimeProvider.System);
        for (var minute = 0; minute < before.Length - 1; minute++)
        {
            var start = from.AddMinutes(minute);
            dice.StartRecord(minute);
            before[minute + 1] = before[minute] + Draw(dice, periodic, TimeZoneInfo.ConvertTime(start, zone), Math.Min(1, (to - start).TotalMinutes));
        }
        PeakRate = periodic.Mean.Max(day => day.Max());
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    public long Total => before[^1];

    /// <summary>The highest mean, in records a simulated second.</summary>
    public double PeakRate { get; }

    /// <summary>How many records there are up to this time, those of the very moment included.</summary>
    public long CountAt(DateTimeOffset time)
    {
        var minutes = (time - From).TotalMinutes;
        if (minutes < 0)
            return 0;
        if (minutes >= before.Length - 1)
            return Total;
        var minute = (int)minutes;
        var count = before[minute + 1] - before[minute];
        return before[minute] + (count == 0 ? 0 : Math.Min(count, (long)((minutes - minute) * count + Rounding) + 1));
    }

    /// <summary>When the record of this number is, in the period's own zone.</summary>
    public DateTimeOffset TimeOf(long number)
    {
        var (low, high) = (0, before.Length - 2);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = before[middle + 1] >= number ? (low, middle) : (middle + 1, high);
        }
        var count = Math.Max(1, before[low + 1] - before[low]);
        return TimeZoneInfo.ConvertTime(From.AddMinutes(low + (number - before[low] - 1) / (double)count), zone);
    }

    // A minute has sixty draws of a second, whose sum is normal too.
    private static long Draw(Dice dice, Periodic periodic, DateTimeOffset local, double share)
    {
        var mean = SecondsAMinute * share * At(periodic.Mean, local, periodic.Smooth);
        var deviation = periodic.Deviation is { } deviations ? Math.Sqrt(SecondsAMinute * share) * At(deviations, local, periodic.Smooth) : 0;
        return Math.Max(0, (long)Math.Round(mean + deviation * Normal(dice)));
    }

    // Smooth, the value of an hour is that of its middle, and between two middles it goes in a line.
    private static double At(IReadOnlyList<IReadOnlyList<double>> week, DateTimeOffset local, bool smooth)
    {
        var hour = (int)local.DayOfWeek * 24 + local.Hour;
        if (!smooth)
            return Of(hour);
        var fromMiddle = local.Minute / 60.0 - 0.5;
        var neighbour = Of(hour + (fromMiddle < 0 ? HoursAWeek - 1 : 1));
        return Of(hour) + Math.Abs(fromMiddle) * (neighbour - Of(hour));

        double Of(int hourOfWeek) => week[hourOfWeek % HoursAWeek / 24][hourOfWeek % 24];
    }

    // Box and Muller: https://en.wikipedia.org/wiki/Box%E2%80%93Muller_transform
    private static double Normal(Dice dice) => Math.Sqrt(-2 * Math.Log(1 - dice.Fraction())) * Math.Cos(Math.Tau * dice.Fraction());
}
