namespace SakilaPortal.Api.Reports.Scans;

/// <summary>Tables whose columns get other names (<c>FROM film AS f (a, b)</c>), by which they may then be read.</summary>
internal static class RenamedColumns
{
    // After these comes no alias: https://trino.io/docs/current/language/reserved.html, and what stands before a bracket besides.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "ALL", "AND", "ANY", "AS", "BETWEEN", "BY", "CASE", "CROSS", "CUBE", "DISTINCT", "ELSE", "EXCEPT", "EXISTS", "FILTER", "FROM", "GROUP", "HAVING", "IN",
        "INTERSECT", "IS", "JOIN", "LATERAL", "LIKE", "LIMIT", "NOT", "ON", "OR", "ORDER", "ORDINALITY", "OVER", "RECURSIVE", "ROLLUP", "SELECT", "SOME", "THEN", "UNION",
        "UNNEST", "USING", "VALUES", "WHEN", "WHERE", "WITH",
    };

    private static readonly HashSet<string> Queries = new(StringComparer.OrdinalIgnoreCase) { "SELECT", "WITH", "VALUES" };
    private static readonly HashSet<string> BeforeTable = new(StringComparer.OrdinalIgnoreCase) { "FROM", "JOIN" };

    public static bool AreIn(IReadOnlyList<SqlPiece> pieces)
    {
        for (var open = 2; open < pieces.Count; open++)
            if (pieces[open].IsSymbol('(') && IsName(pieces[open - 1]) && IsListOfNames(pieces, open) && IsAliasOfTable(pieces, open - 2))
                return true;
        return false;
    }

    /// <param name="before">The place before the name that may be an alias.</param>
    private static bool IsAliasOfTable(IReadOnlyList<SqlPiece> pieces, int before)
    {
        if (before > 0 && pieces[before].IsWord("AS"))
            before--;
        if (!pieces[before].IsSymbol(')'))
            return IsName(pieces[before]);
        // What a query or a call in brackets gives has names of its own; tables in brackets keep theirs.
        var open = Brackets.StartOf(pieces, before);
        return open > 0 && !pieces[open + 1].IsWordOf(Queries)
            && (pieces[open - 1].IsWordOf(BeforeTable) || pieces[open - 1].IsSymbol(',') || pieces[open - 1].IsSymbol('('));
    }

    private static bool IsName(SqlPiece piece) => piece.Name is not null && !piece.IsWordOf(Reserved);

    private static bool IsListOfNames(IReadOnlyList<SqlPiece> pieces, int open)
    {
        var end = Brackets.EndOf(pieces, open);
        for (var i = open + 1; i < end; i++)
            if ((i - open) % 2 == 1 ? pieces[i].Name is null || char.IsDigit(pieces[i].Text[0]) : !pieces[i].IsSymbol(','))
                return false;
        return end > open + 1;
    }
}
