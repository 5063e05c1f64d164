using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>A column that a query can name: whose it is, and how DuckDB's SQL refers to it.</summary>
internal sealed record Field(string? Name, SqlType Type, string Sql)
{
    /// <summary>The relation's name in parts (catalogue, database, table), or its alias alone; empty when it has none.</summary>
    public IReadOnlyList<string> Relation { get; init; } = [];

    /// <summary>The columns of tables that must be read to know its value.</summary>
    public IReadOnlyCollection<ScanColumn> Reads { get; init; } = [];

    public bool Answers(string name) => name.Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a table's own column, not one that a query has made.</summary>
    public bool IsStored { get; init; }

    /// <summary>Whether a qualifier, which may leave out leading parts, names this field's relation.</summary>
    public bool BelongsTo(ReadOnlySpan<string> qualifier)
    {
        if (qualifier.Length == 0 || qualifier.Length > Relation.Count) return qualifier.Length == 0;
        for (var i = 1; i <= qualifier.Length; i++)
            if (!Relation[^i].Equals(qualifier[^i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }
}

/// <summary>The columns in sight, and behind them those of the queries around.</summary>
internal sealed record Scope(IReadOnlyList<Field> Fields, Scope? Outer)
{
    public static Scope Empty { get; } = new([], null);
}
