using System.Globalization;
using System.Text;

namespace SakilaPortal.Api.Reports.Buffered;

/// <summary>
/// A report's text with buffered events in <c>streaming_films</c>: a common table of that name is put before it, which hides the table and adds
/// them to it. The text itself keeps its lines and columns, one line further down.
/// </summary>
internal static class BufferedSql
{
    public const string Database = "curatedzonedb";
    public const string Table = "streaming_films";

    /// <summary>https://docs.aws.amazon.com/athena/latest/ug/service-limits.html</summary>
    public const int LongestQuery = 262_144;

    public static bool ReadsEvents(string sql, string database) => TablesRead.Named(sql, database).Contains((Database, Table));

    /// <summary>Whether the text makes a common table of the name itself.</summary>
    public static bool HasOwn(string sql)
    {
        var tokens = SqlTokens.Meaningful(sql).ToList();
        for (var i = 0; i + 1 < tokens.Count; i++)
            if (tokens[i].NameIn(sql) == Table && (Is(i + 1, "(") || (Is(i + 1, "AS") && i + 2 < tokens.Count && Is(i + 2, "("))))
                return true;
        return false;

        bool Is(int token, string text) => tokens[token].In(sql).Equals(text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>As many of the events, from the first on, as the text of a query has room for.</summary>
    /// <param name="version">The database in which the table's version is.</param>
    public static (string Text, int Included) Include(string sql, string version, DateTime now, IEnumerable<BufferedEvent> events)
    {
        var packing = new EventPacking(LongestQuery - Encoding.UTF8.GetByteCount(With(sql, version, now, "", "")));
        foreach (var one in events)
            if (!packing.TryAdd(one))
                break;
        return (With(sql, version, now, packing.Texts, packing.Events), packing.Count);
    }

    /// <summary>The place in the report's text, of one in the text with the events; all count from 1.</summary>
    public static (int Line, int Column) PlaceIn(string sql, int line, int column)
    {
        var (at, _) = Beginning(sql);
        var (first, indent) = (sql.AsSpan(0, at).Count('\n') + 1, Indent(sql, at));
        return line > first ? (line - 1, column) : line == first ? (line, Math.Min(column, indent + 1)) : (line, column);
    }

    private static string With(string sql, string version, DateTime now, string texts, string events)
    {
        var (at, hasWith) = Beginning(sql);
        var table = Definition(version, now, texts, events);
        var inserted = $"{(hasWith ? " " : "WITH ")}{table}{(hasWith ? "," : "")}\n{new string(' ', Indent(sql, at))}";
        return RewrittenSql.Of(sql, TablesRead.QualifiersOf(sql, Database, Table).Select(place => (place.Start, place.End, Blank(sql[place.Start..place.End])))
            .Prepend((at, at, inserted))).Text;
    }

    // Behind WITH, or before whatever the text begins with.
    private static (int At, bool HasWith) Beginning(string sql)
    {
        var tokens = SqlTokens.Meaningful(sql).ToList();
        if (!tokens[0].In(sql).Equals("WITH", StringComparison.OrdinalIgnoreCase))
            return (tokens[0].Start, false);
        return (tokens.Count > 1 && tokens[1].In(sql).Equals("RECURSIVE", StringComparison.OrdinalIgnoreCase) ? tokens[1].End : tokens[0].End, true);
    }

    private static int Indent(string sql, int at) => at == 0 ? 0 : at - sql.LastIndexOf('\n', at - 1) - 1;

    private static string Blank(string text) => string.Concat(text.Select(character => character == '\n' ? '\n' : ' '));

    // The columns as the workflow's own streaming_films.sql makes them; a film's lowest category counts.
    private static string Definition(string version, DateTime now, string texts, string events)
    {
        const string ofEvent = "\"timestamp\", eventtype, film_id_streaming, distributor, platform, state";
        const string ofFilm = "film_id, title, description, release_year, language_id, original_language_id, length, rating, special_features, category_id, category_name";
        var (year, month) = (now.ToString("yyyy", CultureInfo.InvariantCulture), now.ToString("MM", CultureInfo.InvariantCulture));
        return $"""
            {Table} AS (
            SELECT {ofEvent}, partition_0, partition_1, {ofFilm}, event_id FROM {version}.{Table}
            UNION ALL
            SELECT {ofEvent}, '{year}', '{month}', {ofFilm}, event_id FROM (
            SELECT element_at(t.texts, CAST(e.cells[1] AS integer)) || e.cells[2] AS event_id, element_at(t.texts, CAST(e.cells[3] AS integer)) AS "timestamp",
            element_at(t.texts, CAST(e.cells[4] AS integer)) AS eventtype, CAST(e.cells[5] AS integer) AS film_id_streaming, element_at(t.texts, CAST(e.cells[6] AS integer)) AS distributor,
            element_at(t.texts, CAST(e.cells[7] AS integer)) AS platform, element_at(t.texts, CAST(e.cells[8] AS integer)) AS state
            FROM UNNEST(CAST(json_parse('{events}') AS array(array(varchar)))) AS e (cells)
            CROSS JOIN (SELECT CAST(json_parse('{texts}') AS array(varchar)) AS texts) AS t
            ) AS b LEFT JOIN (
            SELECT *, row_number() OVER (PARTITION BY film_id ORDER BY category_id) AS place FROM {Database}.film_category
            ) AS f ON f.film_id = b.film_id_streaming AND f.place = 1)
            """.ReplaceLineEndings(" ");
    }
}
