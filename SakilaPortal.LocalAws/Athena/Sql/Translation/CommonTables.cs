namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>A common table expression: its name in DuckDB's SQL and its columns.</summary>
internal sealed record CommonTable(string Name, string SqlName, IReadOnlyList<OutputColumn> Columns);

/// <summary>The common table expressions in sight; an inner one hides an outer one of the same name.</summary>
internal sealed record CommonTables(CommonTable? Table, CommonTables? Outer)
{
    public static CommonTables None { get; } = new(null, null);

    public CommonTable? Find(string name) =>
        name.Equals(Table?.Name, StringComparison.OrdinalIgnoreCase) ? Table : Outer?.Find(name);
}
