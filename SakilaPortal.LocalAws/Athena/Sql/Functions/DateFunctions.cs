using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;
using static SakilaPortal.LocalAws.Athena.Sql.Functions.Function;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>https://trino.io/docs/current/functions/datetime.html.</summary>
internal static class DateFunctions
{
    private static readonly Dictionary<string, string> Parts = new()
    {
        ["year"] = "year({0})", ["quarter"] = "quarter({0})", ["month"] = "month({0})", ["week"] = "week({0})", ["week_of_year"] = "week({0})",
        ["year_of_week"] = "isoyear({0})", ["yow"] = "isoyear({0})", ["day"] = "day({0})", ["day_of_month"] = "day({0})",
        ["day_of_week"] = "isodow({0})", ["dow"] = "isodow({0})", ["day_of_year"] = "dayofyear({0})", ["doy"] = "dayofyear({0})",
        ["hour"] = "hour({0})", ["minute"] = "minute({0})", ["second"] = "second({0})", ["millisecond"] = "(millisecond({0}) % 1000)",
    };

    public static IEnumerable<Function> All =>
    [
        .. Parts.SelectMany(part => PartOf(part.Key, part.Value)),
        .. DateUnits.All,
        Scalar("date(varchar) date", call => call.Returns(FromText.To(call[0], SqlType.Date, call.At))),
        Scalar("date(timestamp) date", "CAST({0} AS DATE)"),
        Scalar("date(zoned) date", "CAST(zoned_local({0}) AS DATE)"),
        Scalar("last_day_of_month(date) date", "last_day({0})"),
        Scalar("last_day_of_month(timestamp) date", "last_day({0})"),
        Scalar("last_day_of_month(zoned) date", "last_day(zoned_local({0}))"),
        Scalar("from_iso8601_date(varchar) date", call => call.Returns(FromText.To(call[0], SqlType.Date, call.At))),
        Scalar("from_iso8601_timestamp(varchar) zoned", "zoned_from_iso({0})"),
        Scalar("to_iso8601(date) varchar", "strftime({0}, '%Y-%m-%d')"),
        Scalar("to_iso8601(timestamp) varchar", "strftime({0}, '%Y-%m-%dT%H:%M:%S.%g')"),
        Scalar("to_iso8601(zoned) varchar", "(strftime(zoned_local({0}), '%Y-%m-%dT%H:%M:%S.%g') || offset_shown({0}))"),
        Scalar("to_unixtime(timestamp) double", "(epoch_us({0}) / 1000000.0::DOUBLE)"),
        Scalar("to_unixtime(zoned) double", "(epoch_us(({0}).u) / 1000000.0::DOUBLE)"),
        Scalar("from_unixtime(double) zoned", "zoned(make_timestamp(CAST(round({0} * 1000) AS BIGINT) * 1000), 'UTC')"),
        Scalar("from_unixtime(double, varchar) zoned", call => call.Returns($"zoned(make_timestamp(CAST(round({call[0]} * 1000) AS BIGINT) * 1000), {Zone(call, 1)})")),
        Scalar("from_unixtime_nanos(bigint) zoned", call => new(Duck.Zoned($"make_timestamp({call[0]} // 1000)", "'UTC'"), new ZonedTimestampType(9))),
        Scalar("at_timezone(zoned, varchar) $1", call => call.Returns($"zoned(({call[0]}).u, {Zone(call, 1)})")),
        Scalar("with_timezone(timestamp, varchar) zoned", call => call.Returns($"zoned_at({call[0]}, {Zone(call, 1)})")),
        Scalar("timezone(zoned) varchar", "({0}).z"),
        Scalar("timezone_hour(zoned) bigint", "CAST(trunc(offset_minutes({0}) / 60) AS BIGINT)"),
        Scalar("timezone_minute(zoned) bigint", "(offset_minutes({0}) % 60)"),
        Scalar("to_milliseconds(interval-day) bigint", "milliseconds_of({0})"),
        Scalar("human_readable_seconds(double) varchar", "human_seconds(CAST(round({0}) AS BIGINT))"),
    ];

    private static IEnumerable<Function> PartOf(string name, string template)
    {
        var part = $"CAST({template} AS BIGINT)";
        var onlyTime = name is "hour" or "minute" or "second" or "millisecond";
        if (!onlyTime) yield return Scalar($"{name}(date) bigint", part);
        if (onlyTime) yield return Scalar($"{name}(time) bigint", part);
        yield return Scalar($"{name}(timestamp) bigint", part);
        yield return Scalar($"{name}(zoned) bigint", part.Replace("{0}", "zoned_local({0})"));
        if (name is "day" or "hour" or "minute" or "second" or "millisecond") yield return Scalar($"{name}(interval-day) bigint", $"{name}_of_interval({{0}})");
        if (name is "year" or "month") yield return Scalar($"{name}(interval-year) bigint", name == "year" ? "(months_of({0}) // 12)" : "(months_of({0}) % 12)");
    }

    private static string Zone(CallSite call, int index) =>
        call.Arguments[index].ConstantText is { } zone ? Moments.Zone(zone, call.At) : call[index];
}
