using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;
using static SakilaPortal.LocalAws.Athena.Sql.Functions.Function;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>Functions that take a unit by name. A difference counts units that are full, which DuckDB calls date_sub.</summary>
internal static class DateUnits
{
    private static readonly string[] Units = ["millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year"];

    public static IEnumerable<Function> All =>
    [
        Scalar("date_trunc(varchar, date) date", call => call.Returns(Duck.Cast($"date_trunc('{Unit(call, "day")}', {call[1]})", SqlType.Date))),
        Scalar("date_trunc(varchar, timestamp) $2", call => call.Returns($"date_trunc('{Unit(call)}', {call[1]})")),
        Scalar("date_trunc(varchar, zoned) $2", call => call.Returns($"zoned_at(date_trunc('{Unit(call)}', zoned_local({call[1]})), ({call[1]}).z)")),
        Scalar("date_add(varchar, bigint, date) date", call => call.Returns(Duck.Cast($"({call[2]} + {Interval(Unit(call, "day"), call[1])})", SqlType.Date))),
        Scalar("date_add(varchar, bigint, timestamp) $3", call => call.Returns($"({call[2]} + {Interval(Unit(call), call[1])})")),
        Scalar("date_add(varchar, bigint, time) $3", call => call.Returns($"({call[2]} + {Interval(Unit(call), call[1])})")),
        Scalar("date_add(varchar, bigint, zoned) $3", AddToZoned),
        Scalar("date_diff(varchar, date, date) bigint", call => call.Returns($"date_sub('{Unit(call, "day")}', {call[1]}, {call[2]})")),
        Scalar("date_diff(varchar, timestamp, timestamp) bigint", call => call.Returns($"date_sub('{Unit(call)}', {call[1]}, {call[2]})")),
        Scalar("date_diff(varchar, time, time) bigint", call => call.Returns($"date_sub('{Unit(call)}', {call[1]}, {call[2]})")),
        Scalar("date_diff(varchar, zoned, zoned) bigint", ZonedDifference),
    ];

    /// <param name="least">The smallest unit that the value has.</param>
    private static string Unit(CallSite call, string least = "millisecond")
    {
        var unit = call.ConstantText(0).ToLowerInvariant();
        var index = Array.IndexOf(Units, unit);
        return index >= Array.IndexOf(Units, least)
            ? unit
            : throw new SqlException("INVALID_FUNCTION_ARGUMENT", call.At, $"'{unit}' is not a valid {(least == "day" ? "DATE" : "TIMESTAMP")} field");
    }

    private static string Interval(string unit, string count) => unit switch
    {
        "millisecond" => $"to_milliseconds({count})",
        "second" or "minute" or "hour" => $"to_{unit}s({count})",
        "quarter" => $"to_months(CAST({count} * 3 AS INTEGER))",
        "week" => $"to_days(CAST({count} * 7 AS INTEGER))",
        _ => $"to_{unit}s(CAST({count} AS INTEGER))",
    };

    private static bool IsOfClock(string unit) => unit is "millisecond" or "second" or "minute" or "hour";

    private static Typed AddToZoned(CallSite call)
    {
        var unit = Unit(call);
        var interval = Interval(unit, call[1]);
        return call.Returns(IsOfClock(unit)
            ? Duck.Zoned($"({call[2]}).u + {interval}", $"({call[2]}).z")
            : $"zoned_at(zoned_local({call[2]}) + {interval}, ({call[2]}).z)");
    }

    private static Typed ZonedDifference(CallSite call)
    {
        var unit = Unit(call);
        return call.Returns(IsOfClock(unit)
            ? $"date_sub('{unit}', ({call[1]}).u, ({call[2]}).u)"
            : $"date_sub('{unit}', zoned_local({call[1]}), zoned_local(zoned(({call[2]}).u, ({call[1]}).z)))");
    }
}
