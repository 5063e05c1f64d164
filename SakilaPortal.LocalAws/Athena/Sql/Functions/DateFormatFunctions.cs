using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;
using static SakilaPortal.LocalAws.Athena.Sql.Functions.Function;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>Dates by pattern: MySQL's for date_format and date_parse, Joda's for format_datetime and parse_datetime.</summary>
internal static class DateFormatFunctions
{
    public static IEnumerable<Function> All =>
    [
        Scalar("date_format(timestamp, varchar) varchar", call => call.Returns(Format(call[0], MySqlPattern.ToStrftime(call.ConstantText(1), call.At)))),
        Scalar("date_format(zoned, varchar) varchar", call => call.Returns(Format($"zoned_local({call[0]})", MySqlPattern.ToStrftime(call.ConstantText(1), call.At)))),
        Scalar("date_parse(varchar, varchar) timestamp", call => call.Returns(Parse(call[0], MySqlPattern.ToStrftime(call.ConstantText(1), call.At)))),
        Scalar("format_datetime(timestamp, varchar) varchar", call => call.Returns(Format(call[0], JodaPattern.ToStrftime(call.ConstantText(1), call.At)))),
        Scalar("format_datetime(zoned, varchar) varchar", FormatZoned),
        Scalar("parse_datetime(varchar, varchar) zoned", ParseZoned),
    ];

    private static string Format(string moment, string pattern) => $"strftime({moment}, {Duck.Text(pattern)})";

    private static string Parse(string text, string pattern)
    {
        var invalid = Duck.FailWith($"'INVALID_FUNCTION_ARGUMENT: Invalid format: \"' || {text} || '\"'", SqlType.Timestamp);
        return $"(CASE WHEN ({text}) IS NULL THEN NULL WHEN try_strptime({text}, {Duck.Text(pattern)}) IS NULL THEN {invalid} ELSE strptime({text}, {Duck.Text(pattern)}) END)";
    }

    /// <summary>A trailing zone is written apart from the wall clock, as only the zone's own text knows it.</summary>
    private static Typed FormatZoned(CallSite call)
    {
        var (clock, zone) = JodaPattern.WithoutZone(call.ConstantText(1));
        var shown = zone switch
        {
            "" => "",
            "Z" => $" || replace(offset_numeric({call[0]}), ':', '')",
            "ZZ" => $" || offset_numeric({call[0]})",
            _ => $" || ({call[0]}).z",
        };
        return call.Returns($"({Format($"zoned_local({call[0]})", JodaPattern.ToStrftime(clock, call.At))}{shown})");
    }

    private static Typed ParseZoned(CallSite call)
    {
        var (clock, zone) = JodaPattern.WithoutZone(call.ConstantText(1));
        var pattern = JodaPattern.ToStrftime(clock, call.At);
        if (zone.Length == 0) return call.Returns(Duck.Zoned(Parse(call[0], pattern), "'UTC'"));
        var offset = $"regexp_extract({call[0]}, '(Z|[+-][0-9]{{2}}:?[0-9]{{2}})$', 1)";
        return call.Returns($"zoned_at({Parse($"regexp_replace({call[0]}, '(Z|[+-][0-9]{{2}}:?[0-9]{{2}})$', '')", pattern)}, offset_text({offset}))");
    }
}
