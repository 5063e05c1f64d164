using System.Collections.Concurrent;
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
    public IReadOnlyList<IReadOnlyDictionary<string, long>> Of(IReadOnlyList<StoredObject> files, DuckSession duck)
    {
        if (sizes.Count > MostKept) sizes.Clear();
        var unknown = files.Select(file => file.Path).Where(path => !sizes.ContainsKey(path)).Distinct().ToList();
        if (unknown.Count > 0) Learn(unknown, duck);
        return [.. files.Select(file => sizes[file.Path])];
    }

    private void Learn(List<string> paths, DuckSession duck)
    {
        var list = string.Join(", ", paths.Select(Duck.Text));
        var bytes = duck.ReadRows(
            $"SELECT file_name, split_part(path_in_schema, ', ', 1), CAST(sum(total_compressed_size) AS BIGINT) FROM parquet_metadata([{list}]) WHERE path_in_schema IS NOT NULL GROUP BY ALL",
            row => (Path: row.GetString(0), Column: row.GetString(1).ToLowerInvariant(), Bytes: row.GetInt64(2))).ToLookup(chunk => chunk.Path);
        // A file without rows has no chunks: its schema tells its columns.
        var schemas = duck.ReadRows(
            $"SELECT file_name, name, COALESCE(num_children, 0) FROM parquet_schema([{list}]) ORDER BY file_name, column_id",
            row => (Path: row.GetString(0), Node: new SchemaNode(row.GetString(1), row.GetInt64(2)))).ToLookup(node => node.Path, node => node.Node);
        foreach (var path in paths)
        {
            var columns = TopLevel([.. schemas[path]]).Distinct().ToDictionary(column => column, _ => 0L);
            foreach (var chunk in bytes[path]) columns[chunk.Column] = chunk.Bytes;
            sizes[path] = columns;
        }
    }

    private sealed record SchemaNode(string Name, long Children);

    /// <summary>The schema is a tree told in depth-first order, its root first.</summary>
    private static IEnumerable<string> TopLevel(List<SchemaNode> nodes)
    {
        for (var i = 1; i < nodes.Count; i++)
        {
            yield return nodes[i].Name.ToLowerInvariant();
            for (var below = nodes[i].Children; below > 0; below--) below += nodes[++i].Children;
        }
    }
}
