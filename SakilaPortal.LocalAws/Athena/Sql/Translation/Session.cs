using SakilaPortal.LocalAws.Athena.Sql.Syntax;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>What a query's meaning depends on besides its text.</summary>
/// <param name="Find">Finds a table by database and name, both in lower case; null when there is none.</param>
/// <param name="Parameters">The values of the query's question marks, in order.</param>
internal sealed record Session(
    string Catalog, string Database, DateTimeOffset Now, Func<string, string, TableSchema?> Find, IReadOnlyList<Expression> Parameters);

/// <summary>A column of a translated query. Its SQL name is c0, c1 and so on by place.</summary>
internal sealed record OutputColumn(string? Name, Types.SqlType Type)
{
    public IReadOnlyCollection<ScanColumn> Reads { get; init; } = [];
}

/// <summary>A query as DuckDB's SQL over the relations of its scans.</summary>
internal sealed record TranslatedQuery(string Sql, IReadOnlyList<OutputColumn> Columns, IReadOnlyList<Scan> Scans);
