using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>Text to other types. DuckDB is more lenient than Trino here (it rounds '12.5' to an integer), so that the text is looked at first.</summary>
internal static class FromText
{
    private const string IntegerText = @"[+-]?\d+";
    private const string NumberText = @"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*";
    private const string FloatText = NumberText + @"|\s*[+-]?(NaN|Infinity)\s*";
    private const string DateText = @"\s*[+-]?\d{4,}-\d{1,2}-\d{1,2}\s*";
    private const string TimestampText = @"\s*\d{4,}-\d{1,2}-\d{1,2}([ T]\d{1,2}:\d{1,2}(:\d{1,2}(\.\d+)?)?)?\s*";
    private const string TimeText = @"\s*\d{1,2}:\d{1,2}(:\d{1,2}(\.\d+)?)?\s*";

    public static string To(string text, SqlType to, Position at) => to switch
    {
        ScalarType { Scalar: "boolean" } => $"varchar_to_boolean({text})",
        ScalarType { Scalar: "varbinary" } => $"encode({text})",
        ScalarType { Scalar: "uuid" } => Duck.Cast(text, to),
        ScalarType { Scalar: "date" } => Checked(text, DateText, to, $"'Value cannot be cast to date: ' || {text}"),
        DecimalType type => Checked(text, NumberText, to, $"'Cannot cast VARCHAR ''' || {text} || ''' to DECIMAL({type.Precision}, {type.Scale}). Value is not a number.'"),
        TimestampType => Checked(text, TimestampText, to, $"'Value cannot be cast to timestamp: ' || {text}"),
        TimeType => Checked(text, TimeText, to, $"'Value cannot be cast to time: ' || {text}"),
        ZonedTimestampType => $"zoned_from_varchar({text})",
        _ when Coercion.IsInteger(to) => Checked(text, IntegerText, to, NotCast(text, to == SqlType.Integer ? "INT" : to.Name.ToUpperInvariant())),
        _ when Coercion.IsApproximate(to) => Checked(text, FloatText, to, NotCast(text, to.Name.ToUpperInvariant())),
        _ => throw Casts.Impossible(SqlType.Varchar, to, at),
    };

    private static string NotCast(string text, string type) => $"'Cannot cast ''' || {text} || ''' to {type}'";

    private static string Checked(string text, string pattern, SqlType to, string message) =>
        $"(CASE WHEN regexp_full_match({text}, '{pattern}') OR ({text}) IS NULL THEN {Duck.Cast(text, to)} ELSE {Duck.FailWith($"'INVALID_CAST_ARGUMENT: ' || {message}", to)} END)";
}
