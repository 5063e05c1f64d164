using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;
using static SakilaPortal.Pipeline.Cleaning.CleanDatabase;

namespace SakilaPortal.Pipeline.Cleaning;

/// <summary>
/// Merges staged rows into a table kept as files in the order of its key, like the leaves of a B-tree: each covers the keys from its first
/// to the next one's first, only those that changes fall into are written anew, and one that has grown too long is cut.
/// </summary>
internal sealed class KeyOrderedMerge(CleanDatabase database, KeyOrder table, ScratchFolder scratch, int rowsPerFile)
{
    /// <summary>Keeps the last staged row of each key.</summary>
    /// <param name="whole">Ranges of keys of which every row is staged: what is there beside those goes.</param>
    public void Begin(params IEnumerable<(long First, long Last)> whole) => database.Execute($"""
        CREATE TABLE whole AS FROM (VALUES (NULL::BIGINT, NULL::BIGINT){string.Concat(whole.Select(range => $", ('{range.First}'::BIGINT, '{range.Last}'::BIGINT)"))}) r(first_key, last_key);
        CREATE TABLE change AS
        SELECT *, {table.Order} AS sort_key FROM (SELECT *, rowid AS place FROM staged)
        QUALIFY row_number() OVER (PARTITION BY {table.Keys} ORDER BY place DESC) = 1;
        DROP TABLE staged
        """);

    /// <summary>The files that changes fall into, in key order; a table without files has one empty range.</summary>
    public List<KeyRange> TouchedRanges(IReadOnlyList<LakeFile> files)
    {
        List<KeyRange> ranges = files.Count == 0
            ? [new(null, long.MinValue, long.MaxValue)]
            : [.. files.Select((file, i) => new KeyRange(
                file, i == 0 ? long.MinValue : file.FirstKey!.Value, i + 1 < files.Count ? files[i + 1].FirstKey!.Value - 1 : long.MaxValue))];
        var values = string.Join(", ", ranges.Select((range, i) => $"({i}, '{range.From}'::BIGINT, '{range.To}'::BIGINT)"));
        return database.Query($"""
            SELECT i FROM (VALUES {values}) r(i, low, high)
            WHERE EXISTS (FROM change WHERE sort_key BETWEEN low AND high) OR EXISTS (FROM whole WHERE first_key <= high AND last_key >= low)
            ORDER BY i
            """, row => ranges[row.GetInt32(0)]);
    }

    /// <summary>Merges the changes of one range.</summary>
    /// <param name="path">The range's present file, or null.</param>
    /// <returns>The new files, or null when the changes change nothing.</returns>
    public List<MergedFile>? Merge(KeyRange range, string? path)
    {
        database.Execute($"""
            CREATE OR REPLACE TABLE present ({table.Declared});
            CREATE OR REPLACE TABLE merged ({table.Declared});
            {(path is null ? "" : $"INSERT INTO present BY NAME FROM read_parquet({Text(path)});")}
            INSERT INTO merged
            FROM present ANTI JOIN (FROM change WHERE sort_key BETWEEN {range.From} AND {range.To}) USING ({table.Keys})
            WHERE NOT EXISTS (FROM whole WHERE {table.Order} BETWEEN first_key AND last_key);
            INSERT INTO merged BY NAME
            SELECT * EXCLUDE (op, place, sort_key) FROM change WHERE op <> 'D' AND sort_key BETWEEN {range.From} AND {range.To} ORDER BY {table.Keys}
            """);
        var isSame = database.Count("merged") == database.Count("present") && database.Count("(FROM merged EXCEPT FROM present)") == 0;
        return isSame ? null : Cut();
    }

    private List<MergedFile> Cut()
    {
        var pieces = database.Query($"""
            SELECT min(k), max(k), CAST(sum(n) AS BIGINT), CAST(sum(CAST(k AS HUGEINT) * n) AS VARCHAR)
            FROM (
                SELECT k, n, (CAST(sum(n) OVER (ORDER BY k) AS BIGINT) - 1) // {rowsPerFile} AS piece
                FROM (SELECT {table.Order} AS k, count(*) AS n FROM merged GROUP BY 1)
            )
            GROUP BY piece
            ORDER BY piece
            """, row => (First: row.GetInt64(0), Last: row.GetInt64(1), Rows: row.GetInt64(2), Sum: row.GetString(3)));
        return pieces.ConvertAll(piece =>
        {
            var path = scratch.NewFile("parquet");
            database.Execute($"""
                COPY (FROM merged WHERE {table.Order} BETWEEN {piece.First} AND {piece.Last} ORDER BY {table.Keys})
                TO {Text(path)} (FORMAT parquet, COMPRESSION zstd)
                """);
            return new MergedFile(path, piece.Rows, piece.First, piece.Last, piece.Sum);
        });
    }
}

/// <summary>What one file covers: from its first key to the next file's.</summary>
internal sealed record KeyRange(LakeFile? File, long From, long To);

/// <param name="KeySum">Of the keys that the rows are ordered by.</param>
internal sealed record MergedFile(string Path, long Rows, long FirstKey, long LastKey, string KeySum);
