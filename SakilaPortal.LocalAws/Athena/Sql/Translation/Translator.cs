using SakilaPortal.LocalAws.Athena.Sql.Syntax;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>
/// Writes a query of Athena's as DuckDB's SQL that gives the same answer. It resolves every name and infers every type on the way,
/// because the two differ by type: what Trino divides, rounds, casts or compares in its own way is written out.
/// Relations are renamed t1, t2, … and columns c0, c1, …, so that no name of the analyst's reaches DuckDB but those of scanned columns.
/// </summary>
internal sealed partial class Translator
{
    private readonly Session session;
    private readonly List<Scan> scans = [];
    private HashSet<ScanColumn> reads = [];
    private CommonTables commonTables = CommonTables.None;
    private int relations;

    private readonly Query? ordered;

    private Translator(Session session, Query? ordered) => (this.session, this.ordered) = (session, ordered);

    /// <exception cref="SqlException">The query means nothing to Athena, or something that is not supported.</exception>
    /// <param name="inOneOrder">Whether rows of equal rank come in one order, however often the query runs.</param>
    public static TranslatedQuery Translate(Query query, Session session, bool inOneOrder = false)
    {
        var translator = new Translator(session, inOneOrder ? query : null);
        var (sql, columns) = translator.Query(query, null);
        foreach (var read in translator.reads.Concat(columns.SelectMany(column => column.Reads))) read.Scan.Columns.Add(read.Column);
        return new(sql, columns, translator.scans);
    }

    private string NextRelation() => $"r{++relations}";

    /// <summary>Translates something and tells the table columns that it alone reads.</summary>
    private (T Result, HashSet<ScanColumn> Reads) Watch<T>(Func<T> translate)
    {
        var outside = reads;
        reads = [];
        try
        {
            return (translate(), reads);
        }
        finally
        {
            reads = outside;
        }
    }
}
