using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Cleaning;
using SakilaPortal.Pipeline.Lake;
using static SakilaPortal.Pipeline.Cleaning.CleanDatabase;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>Lines of records into Parquet files, by themselves or merged with what a table holds.</summary>
internal static class VendorMerge
{
    /// <param name="lines">Files that <see cref="VendorFile"/> wrote, the earliest first.</param>
    /// <param name="present">The table's present files.</param>
    /// <param name="path">Where the table is to be written.</param>
    /// <returns>Its rows; null when they are those it holds.</returns>
    public static long? Write(VendorSource source, IReadOnlyList<string> lines, IReadOnlyList<string> present, string path, ScratchFolder scratch)
    {
        using var database = new CleanDatabase(scratch);
        database.Execute($"CREATE TABLE present ({Declared(source)})");
        if (present.Count > 0)
            database.Execute($"INSERT INTO present BY NAME FROM read_parquet({List(present)})");
        database.Execute($"CREATE TABLE merged AS {Rows(source, lines)}");
        if (source.Key is { } key)
            database.Execute($"INSERT INTO merged BY NAME FROM present ANTI JOIN merged USING ({Name(key)})");
        var rows = database.Count("merged");
        if (present.Count > 0 && rows == database.Count("present") && database.Count("(FROM merged EXCEPT ALL FROM present)") == 0)
            return null;
        Copy(database, $"FROM merged{(source.Key is { } order ? $" ORDER BY {Name(order)}" : "")}", path);
        return rows;
    }

    public static void Write(VendorSource source, string lines, string path, ScratchFolder scratch)
    {
        using var database = new CleanDatabase(scratch);
        Copy(database, Rows(source, [lines]), path);
    }

    /// <summary>The records of lines in their order; of several with a key the last.</summary>
    private static string Rows(VendorSource source, IReadOnlyList<string> lines)
    {
        var types = source.Columns.SelectMany(column => column.DuckDb()).Prepend((Name: VendorRecord.Place, Type: "BIGINT"));
        var columns = string.Join(", ", types.Select(column => $"{Name(column.Name)}: {Text(column.Type)}"));
        var last = source.Key is { } key ? $"QUALIFY row_number() OVER (PARTITION BY {Name(key)} ORDER BY place DESC) = 1" : "";
        return $$"""
            SELECT * EXCLUDE (place)
            FROM read_json({{List(lines)}}, format = 'newline_delimited', columns = { {{columns}} })
            {{last}}
            ORDER BY place
            """;
    }

    private static string Declared(VendorSource source) =>
        string.Join(", ", source.Columns.SelectMany(column => column.DuckDb()).Select(column => $"{Name(column.Name)} {column.Type}"));

    private static void Copy(CleanDatabase database, string select, string path) =>
        database.Execute($"COPY ({select}) TO {Text(path)} (FORMAT parquet, COMPRESSION zstd)");

    private static string List(IEnumerable<string> paths) => $"[{string.Join(", ", paths.Select(Text))}]";
}
