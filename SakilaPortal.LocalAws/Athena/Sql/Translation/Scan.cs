using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

internal sealed record TableColumn(string Name, SqlType Type, bool IsPartitionKey = false);

/// <summary>A table of the catalogue, as far as a query must know it to be translated.</summary>
internal sealed record TableSchema(string Catalog, string Database, string Name, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>What the catalogue holds of the table, for whoever reads its files.</summary>
    public object? Source { get; init; }
}

internal sealed record ScanColumn(Scan Scan, string Column);

/// <summary>One mention of a table in a query. The translated query reads it as a relation called <see cref="Name"/>.</summary>
internal sealed class Scan(int number, TableSchema table)
{
    public string Name { get; } = $"scan_{number}";

    public TableSchema Table { get; } = table;

    /// <summary>The columns that the query's result depends on.</summary>
    public HashSet<string> Columns { get; } = [];

    /// <summary>Conditions on nothing but partition keys that every row must meet, in DuckDB's SQL over <see cref="Alias"/>.</summary>
    public List<string> PartitionConditions { get; } = [];

    public string Alias { get; } = $"t{number}";
}
