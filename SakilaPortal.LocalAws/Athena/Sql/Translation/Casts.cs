using System.Text.RegularExpressions;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>Conversions between types, with Trino's results and errors (https://trino.io/docs/current/functions/conversion.html).</summary>
internal static partial class Casts
{
    public static string Struct(IEnumerable<string> fields) =>
        $"struct_pack({string.Join(", ", fields.Select((field, i) => $"{RowType.DuckField(i)} := {field}"))})";

    /// <summary>A conversion that loses nothing; the caller knows that it is possible.</summary>
    public static string Implicit(Typed value, SqlType to)
    {
        if (value.Type == to || (value.Type is VarcharType && to is VarcharType)) return value.Sql;
        if (value.Type == SqlType.Unknown) return Duck.Cast(value.Sql, to);
        return (value.Type, to) switch
        {
            (VarcharType or CharType, CharType type) => Padded(value.Sql, type.Length),
            (CharType, VarcharType) => value.Sql,
            (_, ZonedTimestampType) when value.Type is not ZonedTimestampType => Duck.Zoned(Duck.Cast(value.Sql, SqlType.Timestamp), "'UTC'"),
            (ZonedTimestampType, ZonedTimestampType) => value.Sql,
            (ArrayType from, ArrayType type) when from.Element.Duck == type.Element.Duck => value.Sql,
            (ArrayType from, ArrayType type) => Each(value.Sql, element => Implicit(new(element, from.Element), type.Element)),
            (MapType from, MapType type) => Entries(value.Sql, key => Implicit(new(key, from.Key), type.Key), item => Implicit(new(item, from.Value), type.Value)),
            (RowType from, RowType type) => Fields(value.Sql, from, (field, i) => Implicit(field, type.Fields[i].Type)),
            _ => Duck.Cast(value.Sql, to),
        };
    }

    /// <exception cref="SqlException">There is no such conversion.</exception>
    public static string Explicit(Typed value, SqlType to, Position at)
    {
        var from = value.Type;
        if (from == SqlType.Unknown) return Duck.Cast(value.Sql, to);
        if (to == SqlType.Json || from == SqlType.Json) return JsonCasts.Explicit(value, to, at);
        return (from, to) switch
        {
            (_, VarcharType { Length: { } length }) => Shortened(TextOf.Value(value, at), from, length),
            (_, VarcharType) => TextOf.Value(value, at),
            (_, CharType type) => Padded($"substring({TextOf.Value(value, at)}, 1, {type.Length})", type.Length),
            (CharType or VarcharType, _) => FromText.To(from is CharType ? $"rtrim({value.Sql}, ' ')" : value.Sql, to, at),
            (ArrayType x, ArrayType y) => Each(value.Sql, element => Explicit(new(element, x.Element), y.Element, at)),
            (MapType x, MapType y) => Entries(value.Sql, key => Explicit(new(key, x.Key), y.Key, at), item => Explicit(new(item, x.Value), y.Value, at)),
            (RowType x, RowType y) when x.Fields.Count == y.Fields.Count => Fields(value.Sql, x, (field, i) => Explicit(field, y.Fields[i].Type, at)),
            _ when Coercion.IsNumeric(from) && Coercion.IsNumeric(to) => Number(value, to),
            _ when Coercion.IsNumeric(from) && to == SqlType.Boolean => $"({value.Sql} <> 0)",
            _ when from == SqlType.Boolean && Coercion.IsNumeric(to) => Duck.Cast(value.Sql, to),
            _ when IsMoment(from) && IsMoment(to) => Moment(value, to, at),
            _ when from == to => value.Sql,
            _ => throw Impossible(from, to, at),
        };
    }

    public static SqlException Impossible(SqlType from, SqlType to, Position at) => SqlException.TypeMismatch(at, $"Cannot cast {from} to {to}");

    /// <summary>A list with each element converted; "x" is no name that a query can bring in, as columns are qualified.</summary>
    public static string Each(string list, Func<string, string> convert)
    {
        var element = $"x{Depth(list)}";
        return $"list_transform({list}, lambda {element}: {convert(element)})";
    }

    public static string Entries(string map, Func<string, string> key, Func<string, string> value)
    {
        var entry = $"e{Depth(map)}";
        return $"map_from_entries(list_transform(map_entries({map}), lambda {entry}: struct_pack(k := {key($"{entry}.key")}, v := {value($"{entry}.value")})))";
    }

    public static string Fields(string row, RowType type, Func<Typed, int, string> convert) =>
        $"(CASE WHEN {row} IS NOT NULL THEN {Struct(type.Fields.Select((field, i) => convert(new($"({row}).{RowType.DuckField(i)}", field.Type), i)))} END)";

    /// <summary>One more than the deepest lambda that the text stands in; what is quoted in it is no lambda's name.</summary>
    private static int Depth(string sql) =>
        LambdaName().Matches(sql).Where(name => name.Groups[1].Success).Select(name => int.Parse(name.Groups[1].Value)).DefaultIfEmpty().Max() + 1;

    [GeneratedRegex(@"'(?:[^']|'')*'|\b[xe](\d+)\b")]
    private static partial Regex LambdaName();

    private static bool IsMoment(SqlType type) => type == SqlType.Date || type is TimestampType or ZonedTimestampType or TimeType;

    private static string Moment(Typed value, SqlType to, Position at) => (value.Type, to) switch
    {
        (TimeType, not TimeType) => throw Impossible(value.Type, to, at),
        (ScalarType, TimeType) => throw Impossible(value.Type, to, at),
        (ZonedTimestampType, ZonedTimestampType) => value.Sql,
        (ZonedTimestampType, TimestampType type) => Rounded(Duck.LocalTime(value.Sql), type),
        (ZonedTimestampType, _) => Duck.Cast(Duck.LocalTime(value.Sql), to),
        (_, ZonedTimestampType) => Duck.Zoned(Duck.Cast(value.Sql, SqlType.Timestamp), "'UTC'"),
        (TimestampType from, TimestampType type) when from.Precision > type.Precision => Rounded(value.Sql, type),
        _ => Duck.Cast(value.Sql, to),
    };

    private static string Rounded(string timestamp, TimestampType type) => type.Precision >= 6
        ? timestamp
        : $"timestamp_rounded({timestamp}, {Math.Pow(10, 6 - type.Precision):0})";

    private static string Number(Typed value, SqlType to)
    {
        // Halves go away from zero in Trino, to the even neighbour in DuckDB's cast of floating numbers.
        if (Coercion.IsApproximate(value.Type) && Coercion.IsInteger(to)) return Duck.Cast($"round({value.Sql})", to);
        return Coercion.IsApproximate(value.Type) && to is DecimalType type
            ? Duck.Cast($"CAST(CAST({value.Sql} AS DOUBLE) AS {type.Duck})", to)
            : Duck.Cast(value.Sql, to);
    }

    private static string Padded(string text, int length) => $"rpad({text}, {length}, ' ')";

    private static string Shortened(string text, SqlType from, int length)
    {
        if (from is VarcharType { Length: { } known } && known <= length) return text;
        if (Coercion.IsText(from)) return $"substring({text}, 1, {length})";
        var tooLong = Duck.FailWith($"'INVALID_CAST_ARGUMENT: Value ' || {text} || ' cannot be represented as varchar({length})'", SqlType.Varchar);
        return $"(CASE WHEN length({text}) > {length} THEN {tooLong} ELSE {text} END)";
    }
}
