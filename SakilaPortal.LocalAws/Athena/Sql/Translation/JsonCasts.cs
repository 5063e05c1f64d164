using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>Conversions from and to JSON (https://trino.io/docs/current/functions/json.html#cast-to-json).</summary>
internal static class JsonCasts
{
    public static string Explicit(Typed value, SqlType to, Position at) =>
        to == SqlType.Json ? ToJson(value) : FromJson(value.Sql, to, at);

    private static string ToJson(Typed value) => value.Type switch
    {
        ScalarType { Scalar: "json" } => value.Sql,
        DecimalType or TimestampType or ZonedTimestampType or ScalarType { Scalar: "date" } =>
            value.Type is DecimalType ? $"CAST({Duck.Cast(value.Sql, SqlType.Varchar)} AS JSON)" : $"to_json({TextOf.Shown(value)})",
        // Rows become objects by their fields' names, which DuckDB's own conversion does not know here.
        ArrayType array => $"to_json({Casts.Each(value.Sql, element => ToJson(new(element, array.Element)))})",
        MapType map => $"to_json({Casts.Entries(value.Sql, key => TextOf.Shown(new(key, map.Key)), item => ToJson(new(item, map.Value)))})",
        RowType row => $"json_object({string.Join(", ", row.Fields.Select((field, i) =>
            $"{Duck.Text(field.Name ?? $"field{i}")}, {ToJson(new($"({value.Sql}).{RowType.DuckField(i)}", field.Type))}"))})",
        _ => $"to_json({value.Sql})",
    };

    private static string FromJson(string json, SqlType to, Position at) => to switch
    {
        ArrayType array => Casts.Each($"from_json({json}, '[\"JSON\"]')", element => FromJson(element, array.Element, at)),
        MapType map => Casts.Entries($"CAST({json} AS MAP(VARCHAR, JSON))", key => Casts.Explicit(new(key, SqlType.Varchar), map.Key, at), item => FromJson(item, map.Value, at)),
        RowType row => Casts.Struct(row.Fields.Select((field, i) => FromJson(Member(json, field, i), field.Type, at))),
        ScalarType { Scalar: "json" } => json,
        VarcharType or CharType or DecimalType or ScalarType => Casts.Explicit(new($"(CASE WHEN json_type({json}) NOT IN ('NULL') THEN json_extract_string({json}, '$') END)", SqlType.Varchar), to, at),
        _ => throw Casts.Impossible(SqlType.Json, to, at),
    };

    private static string Member(string json, RowField field, int index) =>
        $"(CASE WHEN json_type({json}) = 'ARRAY' THEN json_extract({json}, '$[{index}]') ELSE json_extract({json}, {Duck.Text($"$.\"{field.Name ?? $"field{index}"}\"")}) END)";
}
