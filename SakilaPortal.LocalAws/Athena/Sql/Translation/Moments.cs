using System.Globalization;
using System.Text.RegularExpressions;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>Literals of dates and times (https://trino.io/docs/current/language/types.html#date-and-time).</summary>
internal static partial class Moments
{
    public static Typed Date(string text, Position at) =>
        DateOnly.TryParseExact(text.Trim(), ["yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new($"DATE '{date:yyyy-MM-dd}'", SqlType.Date) { ConstantText = text }
            : throw new SqlException("INVALID_LITERAL", at, $"'{text}' is not a valid DATE literal");

    public static Typed Time(string text, Position at)
    {
        var match = TimeText().Match(text.Trim());
        if (!match.Success) throw new SqlException("INVALID_LITERAL", at, $"'{text}' is not a valid TIME literal");
        return new($"TIME '{match.Value}'", new TimeType(match.Groups["fraction"].Length));
    }

    public static Typed Timestamp(string text, Position at)
    {
        var match = TimestampText().Match(text.Trim());
        var local = match.Groups["local"].Value;
        if (!match.Success || !DateTime.TryParse(local, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw new SqlException("INVALID_LITERAL", at, $"'{text}' is not a valid TIMESTAMP literal");
        var precision = match.Groups["fraction"].Length;
        var written = $"TIMESTAMP '{local}'";
        if (match.Groups["zone"] is not { Success: true, Value: var zone }) return new(written, new TimestampType(precision)) { ConstantText = text };
        return new($"zoned_at({written}, {Zone(zone, at)})", new ZonedTimestampType(precision));
    }

    /// <summary>A zone as DuckDB's text: an offset such as +01:00, or a region that this machine knows.</summary>
    public static string Zone(string zone, Position at)
    {
        if (OffsetText().Match(zone) is { Success: true } offset)
            return Duck.Text($"{offset.Groups[1].Value}{offset.Groups[2].Value.PadLeft(2, '0')}:{(offset.Groups[3].Success ? offset.Groups[3].Value : "00")}");
        if (zone is "Z" || zone.Equals("UTC", StringComparison.OrdinalIgnoreCase)) return "'UTC'";
        return RegionText().IsMatch(zone) ? Duck.Text(zone) : throw new SqlException("INVALID_LITERAL", at, $"'{zone}' is not a valid time zone");
    }

    [GeneratedRegex(@"^\d{1,2}:\d{2}(:\d{2}(\.(?<fraction>\d{1,6}))?)?$")]
    private static partial Regex TimeText();

    [GeneratedRegex(@"^(?<local>\d{4}-\d{1,2}-\d{1,2}([ T]\d{1,2}:\d{2}(:\d{2}(\.(?<fraction>\d{1,6}))?)?)?)\s*(?<zone>Z|[+-]\d{1,2}(:?\d{2})?|[A-Za-z][\w/+-]+)?$")]
    private static partial Regex TimestampText();

    [GeneratedRegex(@"^([+-])(\d{1,2}):?(\d{2})?$")]
    private static partial Regex OffsetText();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_/+-]*$")]
    private static partial Regex RegionText();
}
