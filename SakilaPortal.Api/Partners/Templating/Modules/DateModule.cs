using System.Globalization;

namespace SakilaPortal.Api.Partners.Templating.Modules;

/// <summary>
/// The three clocks write like moment.js, by default ISO 8601 with offset. All other dates are ISO 8601 in UTC with milliseconds.
/// </summary>
internal static class DateModule
{
    private const int DaysAYear = 365;

    public static readonly Dictionary<string, FakeFunction> Functions = new()
    {
        ["now"] = arguments => Clock(arguments, dice => dice.Now),
        ["utc"] = arguments => Clock(arguments, dice => dice.Now.ToUniversalTime(), utc: true),
        ["simTime"] = arguments => Clock(arguments, dice => dice.SimulatedNow),
        ["past"] = arguments => Around(arguments, -DaysAYear),
        ["future"] = arguments => Around(arguments, DaysAYear),
        ["recent"] = arguments => Around(arguments, -1),
        ["soon"] = arguments => Around(arguments, 1),
        ["between"] = Between,
        ["month"] = arguments => Name(arguments, CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12]),
        ["weekday"] = arguments => Name(arguments, CultureInfo.InvariantCulture.DateTimeFormat.DayNames),
    };

    /// <summary>What the generator called its clock at first, and still reads.</summary>
    public static readonly Dictionary<string, FakeFunction> Former = new() { ["timestamp"] = Functions["now"] };

    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static Generate Clock(Arguments arguments, Func<Dice, DateTimeOffset> clock, bool utc = false)
    {
        if (arguments.Text(0) is { } text)
        {
            var format = MomentFormat.Compile(text);
            return dice => format(clock(dice));
        }
        return utc
            ? dice => clock(dice).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : dice => clock(dice).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    // From a second to so many days before or after the reference, which is now unless given.
    private static Generate Around(Arguments arguments, int unit)
    {
        var farthest = TimeSpan.FromDays(Math.Abs(unit) * Math.Clamp(arguments.Number(0, 1), 0.001, 1000));
        var reference = arguments.Has(1) ? arguments.Time(1, default) : (DateTimeOffset?)null;
        if (reference is { } from && (unit < 0 ? from - DateTimeOffset.MinValue : DateTimeOffset.MaxValue - from) < farthest)
            throw arguments.Problem(1, "So far from this date there is none; the years go from 1 to 9999.");
        return dice =>
        {
            var away = TimeSpan.FromMilliseconds(dice.Integer(1000, (long)farthest.TotalMilliseconds));
            return Iso((reference ?? dice.Now) + Math.Sign(unit) * away);
        };
    }

    private static Generate Between(Arguments arguments)
    {
        if (!arguments.Has(1))
            throw arguments.Problem(0, "Two dates are expected, such as \"2021-12-01\", \"2021-12-31\".");
        var (from, to) = (arguments.Time(0, default), arguments.Time(1, default));
        if (to < from)
            throw arguments.Problem(1, "The second date is before the first.");
        return dice => Iso(from.AddMilliseconds(dice.Integer(0, (long)(to - from).TotalMilliseconds)));
    }

    private static Generate Name(Arguments arguments, string[] names)
    {
        string[] choices = arguments.FlagOption("abbr") ? [.. names.Select(name => name[..3])] : names;
        return dice => dice.Pick(choices);
    }
}
