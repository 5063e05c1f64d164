using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Tables;

/// <summary>Delimited text: columns go by place (https://docs.aws.amazon.com/athena/latest/ug/csv-serde.html).</summary>
internal static class CsvScan
{
    /// <summary>OpenCSVSerde: quoted fields, no null, dates as days and timestamps as milliseconds since 1970.</summary>
    public static FileSource ReadQuoted(TablePart part, TableSchema table, List<TableColumn> columns)
    {
        var (quote, escape) = (part.Property("quoteChar") ?? "\"", part.Property("escapeChar") ?? "\\");
        var options = $"delim = {Duck.Text(part.Property("separatorChar") ?? ",")}, quote = {Duck.Text(quote)}, escape = {Duck.Text(escape)}, nullstr = e'\\x01'";
        // A quote may also be doubled; DuckDB knows one way to escape it at a time.
        var doubled = quote == escape ? "{0}" : $"replace({{0}}, {Duck.Text(quote + quote)}, {Duck.Text(quote)})";
        return Read(part, table, columns, options, (name, type) => Quoted(doubled.Replace("{0}", name), type));
    }

    /// <summary>LazySimpleSerDe: no quotes, \N for null, and null for what does not fit its type.</summary>
    public static FileSource ReadPlain(TablePart part, TableSchema table, List<TableColumn> columns)
    {
        var delimiter = part.Property("field.delim") ?? part.Property("serialization.format") ?? "\u0001";
        if (delimiter == "1") delimiter = "\u0001";
        var options = $"delim = {Duck.Text(delimiter)}, quote = '', escape = {Duck.Text(part.Property("escape.delim") ?? "")}, nullstr = {Duck.Text(part.Property("serialization.null.format") ?? "\\N")}";
        return Read(part, table, columns, options, (name, type) => Coercion.IsText(type) ? Duck.Cast(name, type) : $"TRY_CAST({name} AS {type.Duck})");
    }

    private static FileSource Read(TablePart part, TableSchema table, List<TableColumn> columns, string options, Func<string, SqlType, string> value)
    {
        var names = table.Columns.Where(column => !column.IsPartitionKey).Select((column, i) => (column.Name, Place: $"f{i}")).ToList();
        var places = names.ToDictionary(name => name.Name, name => name.Place);
        var declared = string.Join(", ", names.Select(name => $"{Duck.Text(name.Place)}: 'VARCHAR'"));
        var skipped = Skipped(part, table);
        var paths = string.Join(", ", part.Files.Select(file => Duck.Text(file.Path)));
        return new(
            $"read_csv([{paths}], auto_detect = false, header = false, skip = {skipped}, null_padding = true, strict_mode = false, max_line_size = 16777216, {options}, columns = {{{declared}}})",
            columns.ToDictionary(column => column.Name, column => value(places[column.Name], column.Type)),
            part.Files.Sum(file => file.Size));
    }

    private static int Skipped(TablePart part, TableSchema table)
    {
        var text = part.Property("skip.header.line.count") ?? ((TableSource)table.Source!).Table.Parameters?.GetValueOrDefault("skip.header.line.count");
        return int.TryParse(text, out var lines) ? lines : 0;
    }

    private static string Quoted(string name, SqlType type) => type switch
    {
        ScalarType { Scalar: "date" } => $"(CASE WHEN regexp_full_match({name}, '-?\\d+') THEN DATE '1970-01-01' + CAST({name} AS INTEGER) ELSE CAST({name} AS DATE) END)",
        TimestampType => $"(CASE WHEN regexp_full_match({name}, '-?\\d+') THEN make_timestamp(CAST({name} AS BIGINT) * 1000) ELSE CAST({name} AS TIMESTAMP) END)",
        _ => Duck.Cast(name, type),
    };
}
