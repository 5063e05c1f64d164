namespace SakilaPortal.Api.Reports.Scans;

/// <summary>The common tables (<c>WITH name AS (…)</c>) of a text, which Athena computes again wherever they are named.</summary>
internal sealed class CommonTables
{
    /// <summary>More than anybody reads a table in one query.</summary>
    public const long Most = 1_000_000;

    // How deep Athena follows a recursive one: https://trino.io/docs/current/sql/select.html#with-recursive-clause.
    private const int Recursions = 10;

    private readonly IReadOnlyList<SqlPiece> pieces;
    private readonly List<Body> bodies = [];
    private readonly long atLeast;

    private sealed record Body(string Name, int First, int Last)
    {
        public long Times { get; set; } = 1;
    }

    public CommonTables(IReadOnlyList<SqlPiece> pieces)
    {
        this.pieces = pieces;
        atLeast = pieces.Any(piece => piece.IsWord("RECURSIVE")) ? Recursions + 1 : 1;
        for (var i = 1; i + 1 < pieces.Count; i++)
            if (pieces[i].IsWord("AS") && pieces[i + 1].IsSymbol('(') && NameBefore(i) is { } name)
                bodies.Add(new(name, i + 1, Brackets.EndOf(pieces, i + 1)));
        // A common table is named behind its end only, so that the last are known first.
        foreach (var body in bodies.OrderByDescending(body => body.Last))
            body.Times = Math.Clamp(Enumerable.Range(body.Last, pieces.Count - body.Last).Where(i => IsNamed(body.Name, i)).Sum(TimesAt), 1, Most);
    }

    /// <summary>How often what stands at a place is computed.</summary>
    public long TimesAt(int place) => bodies.FindLast(body => body.First < place && place < body.Last)?.Times ?? atLeast;

    private bool IsNamed(string name, int i) =>
        pieces[i].Name == name && !pieces[i - 1].IsSymbol('.') && !pieces[i - 1].IsWord("AS") && !(i + 1 < pieces.Count && pieces[i + 1].IsSymbol('.'));

    /// <summary>The name before AS, with or without a list of columns in between.</summary>
    private string? NameBefore(int i)
    {
        var at = i - 1;
        if (pieces[at].IsSymbol(')'))
            at = Brackets.StartOf(pieces, at) - 1;
        return at < 0 ? null : pieces[at].Name;
    }
}

internal static class Brackets
{
    /// <summary>The place of the bracket that closes the one at a place, or the end of the text.</summary>
    public static int EndOf(IReadOnlyList<SqlPiece> pieces, int open)
    {
        for (var (i, depth) = (open, 0); i < pieces.Count; i++)
            if (pieces[i].IsSymbol('('))
                depth++;
            else if (pieces[i].IsSymbol(')') && --depth == 0)
                return i;
        return pieces.Count;
    }

    /// <summary>The place of the bracket that opens the one at a place, or -1.</summary>
    public static int StartOf(IReadOnlyList<SqlPiece> pieces, int close)
    {
        for (var (i, depth) = (close, 0); i >= 0; i--)
            if (pieces[i].IsSymbol(')'))
                depth++;
            else if (pieces[i].IsSymbol('(') && --depth == 0)
                return i;
        return -1;
    }
}
