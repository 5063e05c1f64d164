using System.Text.RegularExpressions;
using SakilaPortal.LocalAws.Athena.Engine;
using SakilaPortal.LocalAws.Athena.Results;
using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Tables;
using SakilaPortal.LocalAws.Glue;

namespace SakilaPortal.LocalAws.Athena.Executions;

/// <summary>SHOW and DESCRIBE: lines of text about the catalogue.</summary>
internal sealed class CatalogueViews(Glue.Catalog catalog)
{
    public (List<ColumnInfo> Columns, List<string> Lines) Of(ShowStatement show, string database) => show.Kind switch
    {
        ShowKind.Databases => (Names("database_name"), Matching(catalog.Databases.Select(item => item.Name), show.Like)),
        ShowKind.Tables => (Names("tab_name"), Matching(Tables(show.Name is [.., var named] ? named : database), show.Like)),
        ShowKind.Columns => (Names("field"), [.. Columns(Find(show.Name, database)).Select(column => column.Name)]),
        ShowKind.Partitions => (Names("partition"), Partitions(Find(show.Name, database))),
        _ => (Names("col_name", "data_type", "comment"), [.. Columns(Find(show.Name, database)).Select(column => $"{column.Name}\t{column.Type}\t{column.Comment}")]),
    };

    private static List<ColumnInfo> Names(params IEnumerable<string> names) => [.. names.Select(ResultColumns.Text)];

    private IEnumerable<string> Tables(string database) => catalog.FindDatabase(database) is null
        ? throw new QueryFailure("SCHEMA_NOT_FOUND", $"Schema '{database}' does not exist")
        : catalog.Tables(database).Select(table => table.Name);

    private Table Find(IReadOnlyList<string> name, string database)
    {
        var owner = name.Count > 1 ? name[^2] : database;
        return catalog.FindTable(owner, name[^1]) ?? throw new QueryFailure("TABLE_NOT_FOUND", $"Table '{TableReader.Catalog}.{owner}.{name[^1]}' does not exist");
    }

    private static IEnumerable<Column> Columns(Table table) => [.. table.StorageDescriptor?.Columns ?? [], .. table.PartitionKeys ?? []];

    private List<string> Partitions(Table table) =>
        [.. catalog.Partitions(table.DatabaseName, table.Name).Select(partition => string.Join('/', table.PartitionKeys!.Zip(partition.Values, (key, value) => $"{key.Name}={value}")))];

    /// <summary>Hive's patterns: * for any text, | between alternatives.</summary>
    private static List<string> Matching(IEnumerable<string> names, string? pattern) => pattern is null
        ? [.. names]
        : [.. names.Where(name => Regex.IsMatch(name, $"^({Regex.Escape(pattern).Replace("\\*", ".*").Replace("\\|", "|").Replace("%", ".*")})$", RegexOptions.IgnoreCase))];
}
