using System.Collections.Concurrent;
using DuckDB.NET.Data;
using SakilaPortal.LocalAws.Athena.Engine;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Athena.Tables;

/// <summary>Which columns Parquet files have and how many bytes each takes. A stored file never changes, so that each footer is read once.</summary>
internal sealed class ParquetFooters
{
    private const int MostKept = 100_000;
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, long>> sizes = new(StringComparer.Ordinal);

    /// <summary>For each file, in order, the compressed bytes of its columns by their lower-cased top-level names.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, long>> Of(IReadOnlyList<StoredObject> files, DuckDBConnection connection)
    {
        var unknown = files.Select(file => file.Path).Where(path => !sizes.ContainsKey(path)).Distinct().ToList();
        if (sizes.Count > MostKept) sizes.Clear();
        if (unknown.Count > 0) Learn(unknown, connection);
        return [.. files.Select(file => sizes[file.Path])];
    }

    private void Learn(List<string> paths, DuckDBConnection connection)
    {
        var list = string.Join(", ", paths.Select(Duck.Text));
        var found = connection.ReadRows(
            $"SELECT file_name, split_part(path_in_schema, ', ', 1), CAST(sum(total_compressed_size) AS BIGINT) FROM parquet_metadata([{list}]) GROUP BY ALL",
            row => (Path: row.GetString(0), Column: row.GetString(1).ToLowerInvariant(), Bytes: row.GetInt64(2)));
        // A file without rows has no row group: its schema tells its columns.
        var schema = connection.ReadRows($"SELECT file_name, name FROM parquet_schema([{list}])", row => (Path: row.GetString(0), Column: row.GetString(1).ToLowerInvariant()));
        foreach (var path in paths)
        {
            var columns = schema.Where(entry => entry.Path == path).Select(entry => entry.Column).Distinct().ToDictionary(column => column, _ => 0L);
            foreach (var entry in found.Where(entry => entry.Path == path)) columns[entry.Column] = entry.Bytes;
            sizes[path] = columns;
        }
    }
}
