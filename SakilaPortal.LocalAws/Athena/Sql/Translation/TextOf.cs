using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>Values as text: as a cast to varchar gives it, and as Athena shows it in results.</summary>
internal static class TextOf
{
    public static string Value(Typed value, Position at) => value.Type switch
    {
        VarcharType or CharType => value.Sql,
        ScalarType { Scalar: "double" } => $"double_to_varchar({value.Sql})",
        ScalarType { Scalar: "real" } => $"real_to_varchar({value.Sql})",
        ScalarType { Scalar: "varbinary" } => throw Casts.Impossible(value.Type, SqlType.Varchar, at),
        ArrayType or MapType or RowType => throw Casts.Impossible(value.Type, SqlType.Varchar, at),
        _ => Scalar(value),
    };

    /// <summary>As Athena prints it in a result: Java's own text of numbers, and nested values without quotes.</summary>
    public static string Shown(Typed value) => value.Type switch
    {
        VarcharType or CharType => value.Sql,
        ScalarType { Scalar: "double" } => $"double_shown({value.Sql})",
        ScalarType { Scalar: "real" } => $"real_shown({value.Sql})",
        ScalarType { Scalar: "varbinary" } => $"lower(rtrim(regexp_replace(hex({value.Sql}), '(..)', '\\1 ', 'g')))",
        ArrayType array => $"('[' || array_to_string({Casts.Each(value.Sql, element => Nullable(new(element, array.Element)))}, ', ') || ']')",
        MapType map => Map(value.Sql, map),
        RowType row => Row(value.Sql, row),
        _ => Scalar(value),
    };

    private static string Scalar(Typed value) => value.Type switch
    {
        // DuckDB leaves out the zero before the point where there is no digit for it.
        DecimalType { Precision: < DecimalType.MaxPrecision } type when type.Precision == type.Scale =>
            Duck.Cast(Duck.Cast(value.Sql, new DecimalType(type.Precision + 1, type.Scale)), SqlType.Varchar),
        TimestampType type => Timestamp(value.Sql, type.Precision),
        ZonedTimestampType type => $"({Timestamp(Duck.LocalTime(value.Sql), type.Precision)} || ' ' || ({value.Sql}).z)",
        TimeType type => Timestamp($"(DATE '1970-01-01' + {value.Sql})", type.Precision, "%H:%M:%S"),
        ScalarType { Scalar: "interval day to second" } => $"day_interval_to_varchar({value.Sql})",
        ScalarType { Scalar: "interval year to month" } => $"year_interval_to_varchar({value.Sql})",
        _ => Duck.Cast(value.Sql, SqlType.Varchar),
    };

    private static string Timestamp(string sql, int precision, string format = "%Y-%m-%d %H:%M:%S") => precision switch
    {
        0 => $"strftime({sql}, '{format}')",
        3 => $"strftime({sql}, '{format}.%g')",
        >= 6 => $"(strftime({sql}, '{format}.%f') || '{new string('0', precision - 6)}')",
        _ => $"left(strftime({sql}, '{format}.%f'), -{6 - precision})",
    };

    private static string Nullable(Typed value) => $"COALESCE({Shown(value)}, 'null')";

    private static string Map(string sql, MapType map)
    {
        var pairs = Casts.Each($"map_entries({sql})", entry =>
            $"{Shown(new($"{entry}.key", map.Key))} || '=' || {Nullable(new($"{entry}.value", map.Value))}");
        return $"('{{' || array_to_string({pairs}, ', ') || '}}')";
    }

    private static string Row(string sql, RowType row)
    {
        var fields = row.Fields.Select((field, i) =>
            $"{Duck.Text($"{(i == 0 ? "" : ", ")}{field.Name ?? $"field{i}"}=")} || {Nullable(new($"({sql}).{RowType.DuckField(i)}", field.Type))}");
        return $"(CASE WHEN {sql} IS NOT NULL THEN '{{' || {string.Join(" || ", fields)} || '}}' END)";
    }
}
