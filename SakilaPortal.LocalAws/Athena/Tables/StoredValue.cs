using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Tables;

/// <summary>Values between how files hold them and how translated queries do, which differ in the names of a row's fields.</summary>
internal static class StoredValue
{
    /// <summary>A file's value as the query's type.</summary>
    public static string Read(string sql, SqlType type) => HasRows(type) ? Converted(sql, type) : Duck.Cast(sql, type);

    /// <summary>DuckDB's type of the value in a file.</summary>
    public static string TypeOf(SqlType type) => type switch
    {
        ArrayType array => $"{TypeOf(array.Element)}[]",
        MapType map => $"MAP({TypeOf(map.Key)}, {TypeOf(map.Value)})",
        RowType row => $"STRUCT({string.Join(", ", row.Fields.Select((field, i) => $"{Duck.Name(Name(field, i))} {TypeOf(field.Type)}"))})",
        _ => type.Duck,
    };

    /// <summary>A query's value as a file is to hold it.</summary>
    public static string Written(string sql, SqlType type) => type switch
    {
        _ when !HasRows(type) => sql,
        ArrayType array => Casts.Each(sql, element => Written(element, array.Element)),
        MapType map => Casts.Entries(sql, key => Written(key, map.Key), value => Written(value, map.Value)),
        RowType row => $"(CASE WHEN {sql} IS NOT NULL THEN struct_pack({string.Join(", ", row.Fields.Select((field, i) =>
            $"{Duck.Name(Name(field, i))} := {Written($"({sql}).{RowType.DuckField(i)}", field.Type)}"))}) END)",
        _ => sql,
    };

    private static string Converted(string sql, SqlType type) => type switch
    {
        ArrayType array => Casts.Each(sql, element => Read(element, array.Element)),
        MapType map => Casts.Entries(sql, key => Read(key, map.Key), value => Read(value, map.Value)),
        RowType row => $"(CASE WHEN {sql} IS NOT NULL THEN {Casts.Struct(row.Fields.Select((field, i) => Read($"({sql}).{Duck.Name(Name(field, i))}", field.Type)))} END)",
        _ => Duck.Cast(sql, type),
    };

    private static bool HasRows(SqlType type) => type switch
    {
        RowType => true,
        ArrayType array => HasRows(array.Element),
        MapType map => HasRows(map.Key) || HasRows(map.Value),
        _ => false,
    };

    private static string Name(RowField field, int index) => field.Name ?? $"field{index}";
}
