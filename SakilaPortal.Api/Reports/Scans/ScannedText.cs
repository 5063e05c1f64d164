namespace SakilaPortal.Api.Reports.Scans;

/// <summary>How much of its tables a text can read, told by its words alone: never less than it does.</summary>
internal sealed class ScannedText
{
    // By these, columns are read that the text does not name.
    private static readonly HashSet<string> Unnamed = new(StringComparer.OrdinalIgnoreCase) { "NATURAL", "TABLE" };
    private static readonly HashSet<string> BeforeStar = new(StringComparer.OrdinalIgnoreCase) { "SELECT", "DISTINCT", "ALL" };

    private readonly string defaultDatabase;
    private readonly IReadOnlyList<SqlPiece> pieces;
    private readonly CommonTables commonTables;
    private readonly HashSet<string> names;
    private readonly bool readsUnnamed;

    public ScannedText(string sql, string defaultDatabase)
    {
        this.defaultDatabase = defaultDatabase;
        pieces = SqlPiece.Of(sql);
        commonTables = new(pieces);
        names = [.. pieces.Select(piece => piece.Name).OfType<string>()];
        readsUnnamed = pieces.Any(piece => piece.IsWordOf(Unnamed)) || Enumerable.Range(0, pieces.Count).Any(IsStar) || RenamedColumns.AreIn(pieces);
    }

    /// <summary>Whether a column may be read.</summary>
    public bool Reads(string column) => readsUnnamed || names.Contains(column);

    /// <summary>How often a table may be read: once for each place that names it, and again for each that names a common table around it.</summary>
    public long Times(string database, string table)
    {
        var times = 0L;
        for (var i = 0; i < pieces.Count; i++)
            if (pieces[i].Name == table && NamesTable(i, database))
                times += commonTables.TimesAt(i);
        return Math.Clamp(times, 1, CommonTables.Most);
    }

    /// <summary>The values to which the text holds a key of the partitions of the one table that it reads; null where it does not.</summary>
    public IReadOnlySet<string>? ValuesOf(string key, string database, string table) => PartitionConditions.ValuesOf(pieces, key, defaultDatabase, database, table);

    private bool NamesTable(int i, string database)
    {
        if (i + 1 < pieces.Count && pieces[i + 1].IsSymbol('.'))
            return false;
        return i > 1 && pieces[i - 1].IsSymbol('.')
            ? pieces[i - 2].Name == database
            : database == defaultDatabase && !(i > 0 && pieces[i - 1].IsWord("AS"));
    }

    /// <summary>Whether an asterisk stands for columns: it is neither that of count(*) nor surely a product's.</summary>
    private bool IsStar(int i)
    {
        if (!pieces[i].IsSymbol('*') || i == 0 || i + 1 == pieces.Count)
            return pieces[i].IsSymbol('*');
        var (before, after) = (pieces[i - 1], pieces[i + 1]);
        var isCount = i > 1 && before.IsSymbol('(') && pieces[i - 2].IsWord("count") && after.IsSymbol(')');
        var isProduct = (before.Kind == SqlTokenKind.Symbol ? before.Text is ")" or "]" : !before.IsWordOf(BeforeStar))
            && (after.Kind == SqlTokenKind.Symbol ? after.Text is "(" or "-" or "+" or "?" : !after.IsWord("FROM"));
        return !isCount && !isProduct;
    }
}
