using SakilaPortal.LocalAws.Athena.Engine;
using SakilaPortal.LocalAws.Athena.Sql.Translation;

namespace SakilaPortal.LocalAws.Athena.Tables;

/// <summary>Parquet: columns are found by name, and only those that the query needs are read.</summary>
internal static class ParquetScan
{
    public static FileSource Read(TablePart part, List<TableColumn> columns, IReadOnlySet<string> needed, ParquetFooters footers, DuckSession duck)
    {
        var known = footers.Of(part.Files, duck);
        var bytes = needed.Sum(column => known.Sum(file => file.GetValueOrDefault(column)));
        var present = columns.Where(column => known.Any(file => file.ContainsKey(column.Name))).ToHashSet();
        var isUneven = present.Any(column => !known.All(file => file.ContainsKey(column.Name)));
        var paths = string.Join(", ", part.Files.Select(file => Duck.Text(file.Path)));
        return new(
            $"read_parquet([{paths}]{(isUneven ? ", union_by_name = true" : "")})",
            columns.ToDictionary(column => column.Name, column => present.Contains(column) ? StoredValue.Read(Duck.Name(column.Name), column.Type) : Duck.Cast("NULL", column.Type)),
            bytes);
    }
}
