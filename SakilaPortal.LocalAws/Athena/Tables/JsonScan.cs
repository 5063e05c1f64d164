using SakilaPortal.LocalAws.Athena.Engine;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Tables;

/// <summary>One JSON object a line, as the OpenX SerDe reads it (https://docs.aws.amazon.com/athena/latest/ug/openx-json-serde.html).</summary>
internal static class JsonScan
{
    public const int LongestRow = 16 << 20;

    public static FileSource Read(TablePart part, List<TableColumn> columns, JsonKeys jsonKeys, DuckSession duck)
    {
        var paths = $"[{string.Join(", ", part.Files.Select(file => Duck.Text(file.Path)))}]";
        var options = $"format = 'newline_delimited', maximum_object_size = {LongestRow}, ignore_errors = {(IsLenient(part) ? "true" : "false")}";
        var bytes = part.Files.Sum(file => file.Size);
        var found = jsonKeys.Of(part.Files, duck);
        var spellings = columns.ToDictionary(column => column.Name, column => Spellings(part, column.Name, found));
        if (spellings.Values.Any(keys => keys.Count > 1)) return Mixed(part, paths, options, columns, spellings, bytes);

        var read = columns.Where(column => spellings[column.Name].Count == 1).ToList();
        if (read.Count == 0) return new($"read_json_objects({paths}, {options})", columns.ToDictionary(column => column.Name, column => Duck.Cast("NULL", column.Type)), bytes);
        var declared = read.Select(column => $"{Duck.Text(spellings[column.Name][0])}: {Duck.Text(Declared(column.Type))}");
        return new(
            $"read_json({paths}, {options}, columns = {{{string.Join(", ", declared)}}})",
            columns.ToDictionary(column => column.Name, column => spellings[column.Name] is [var key]
                ? StoredValue.Read(Duck.Name(key), column.Type) : Duck.Cast("NULL", column.Type)),
            bytes);
    }

    private static bool IsLenient(TablePart part) => part.Property("ignore.malformed.json") == "true";

    /// <summary>The keys that a column's values stand under: the mapped one, or all that differ in case only.</summary>
    private static List<string> Spellings(TablePart part, string column, IReadOnlyCollection<string> keys)
    {
        if (part.Property($"mapping.{column}") is { } mapped) return keys.Contains(mapped) ? [mapped] : [];
        return part.Property("case.insensitive") == "false"
            ? [.. keys.Where(key => key == column)]
            : [.. keys.Where(key => key.Equals(column, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>Some key is spelled in several ways: DuckDB's reader would not tell them apart, so that each row is looked into.</summary>
    private static FileSource Mixed(TablePart part, string paths, string options, List<TableColumn> columns, Dictionary<string, List<string>> spellings, long bytes)
    {
        var cast = IsLenient(part) ? "TRY_CAST" : "CAST";
        string Value(TableColumn column)
        {
            var values = spellings[column.Name].Select(key => Declared(column.Type) == "VARCHAR"
                ? $"json_extract_string(json, {Duck.Text($"$.\"{key}\"")})" : $"json_extract(json, {Duck.Text($"$.\"{key}\"")})").DefaultIfEmpty("NULL");
            return StoredValue.Read($"{cast}(COALESCE({string.Join(", ", values)}, NULL) AS {Declared(column.Type)})", column.Type);
        }

        return new($"read_json_objects({paths}, {options})", columns.ToDictionary(column => column.Name, Value), bytes);
    }

    // Times are cast from their text, which DuckDB's JSON reader would take in fewer forms.
    private static string Declared(SqlType type) => type is TimestampType || type == SqlType.Date ? "VARCHAR" : StoredValue.TypeOf(type);
}
