namespace SakilaPortal.Api.Reports.Scans;

/// <summary>
/// Conditions that hold each row to some partitions: <c>key = 'literal'</c> or <c>key IN ('literal', …)</c> among the conditions joined by AND of a
/// text that is one SELECT from one table. Whatever is more than that says nothing.
/// </summary>
internal static class PartitionConditions
{
    private static readonly HashSet<string> MoreThanOne = new(StringComparer.OrdinalIgnoreCase) { "WITH", "TABLE", "JOIN", "UNION", "EXCEPT", "INTERSECT" };
    private static readonly HashSet<string> NotAlone = new(StringComparer.OrdinalIgnoreCase) { "OR", "BETWEEN", "CASE" };

    private static readonly HashSet<string> AfterWhere = new(StringComparer.OrdinalIgnoreCase) { "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "FETCH", "WINDOW" };

    /// <returns>The values that the key can have; null where it can have any.</returns>
    public static IReadOnlySet<string>? ValuesOf(IReadOnlyList<SqlPiece> pieces, string key, string defaultDatabase, string database, string table)
    {
        if (pieces.Count(piece => piece.IsWord("SELECT")) != 1 || pieces.Any(piece => piece.IsWordOf(MoreThanOne)))
            return null;
        if (FromOneTable(pieces, defaultDatabase, database, table) is not var (alias, where) || Conditions(pieces, where) is not { } conditions)
            return null;
        HashSet<string>? values = null;
        foreach (var condition in conditions)
            if (Literals(condition, key, alias) is { } literals)
            {
                values ??= [.. literals];
                values.IntersectWith(literals);
            }
        return values;
    }

    /// <returns>How the table is called, and where the conditions begin; null when the text does not read <c>FROM table [AS] [alias] WHERE</c>.</returns>
    private static (string Alias, int Where)? FromOneTable(IReadOnlyList<SqlPiece> pieces, string defaultDatabase, string database, string table)
    {
        var at = Outermost(pieces, 0).FirstOrDefault(i => pieces[i].IsWord("FROM"), pieces.Count) + 1;
        SqlPiece At(int i) => i < pieces.Count ? pieces[i] : default;
        var isQualified = At(at + 1).IsSymbol('.');
        if ((isQualified ? At(at).Name : defaultDatabase) != database)
            return null;
        at += isQualified ? 2 : 0;
        if (At(at).Name != table)
            return null;
        var alias = table;
        if (!At(++at).IsWord("WHERE"))
        {
            at += At(at).IsWord("AS") ? 1 : 0;
            if (At(at++).Name is not { } name)
                return null;
            alias = name;
        }
        return At(at).IsWord("WHERE") ? (alias, at + 1) : null;
    }

    /// <returns>Null when they are joined by more than AND.</returns>
    private static List<SqlPiece[]>? Conditions(IReadOnlyList<SqlPiece> pieces, int where)
    {
        var (conditions, start, end) = (new List<SqlPiece[]>(), where, pieces.Count);
        foreach (var i in Outermost(pieces, where))
            if (pieces[i].IsWordOf(NotAlone))
                return null;
            else if (pieces[i].IsWordOf(AfterWhere) || pieces[i].IsSymbol(';'))
            {
                end = i;
                break;
            }
            else if (pieces[i].IsWord("AND"))
            {
                conditions.Add([.. pieces.Skip(start).Take(i - start)]);
                start = i + 1;
            }
        conditions.Add([.. pieces.Skip(start).Take(end - start)]);
        return conditions;
    }

    private static IReadOnlyList<string>? Literals(SqlPiece[] condition, string key, string alias)
    {
        if (condition is [var qualifier, var dot, .. var unqualified] && qualifier.Name == alias && dot.IsSymbol('.'))
            condition = unqualified;
        if (condition is [var name, var sign, { Kind: SqlTokenKind.Text } literal] && name.Name == key && sign.IsSymbol('='))
            return [Unquoted(literal)];
        if (condition is not [var listed, var @in, var open, .. var items, var close] || listed.Name != key || !@in.IsWord("IN") || !open.IsSymbol('(') || !close.IsSymbol(')'))
            return null;
        var isList = items.Length % 2 == 1 && items.Index().All(item => item.Index % 2 == 0 ? item.Item.Kind == SqlTokenKind.Text : item.Item.IsSymbol(','));
        return isList ? [.. items.Where(item => item.Kind == SqlTokenKind.Text).Select(Unquoted)] : null;
    }

    private static string Unquoted(SqlPiece literal) => literal.Text[1..^1].Replace("''", "'");

    /// <summary>The places outside of all brackets.</summary>
    private static IEnumerable<int> Outermost(IReadOnlyList<SqlPiece> pieces, int from)
    {
        for (var (i, depth) = (from, 0); i < pieces.Count; i++)
        {
            depth -= pieces[i].IsSymbol(')') || pieces[i].IsSymbol(']') ? 1 : 0;
            if (depth == 0)
                yield return i;
            depth += pieces[i].IsSymbol('(') || pieces[i].IsSymbol('[') ? 1 : 0;
        }
    }
}
