using SakilaPortal.LocalAws.Athena.Engine;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Glue;

namespace SakilaPortal.LocalAws.Athena.Tables;

/// <summary>Leaves out the partitions whose keys a query's conditions exclude, by asking DuckDB the conditions themselves.</summary>
internal static class PartitionPruning
{
    public static IEnumerable<Partition> Kept(Scan scan, IReadOnlyList<Partition> partitions, DuckSession duck)
    {
        if (scan.PartitionConditions.Count == 0 || partitions.Count == 0) return partitions;
        var keys = scan.Table.Columns.Where(column => column.IsPartitionKey).ToList();
        var rows = partitions.Select((partition, i) => $"({i}, {string.Join(", ", keys.Select((key, k) => Duck.Cast(Duck.Text(partition.Values[k]), key.Type)))})");
        var sql = $"SELECT place FROM (VALUES {string.Join(", ", rows)}) AS {scan.Alias}(place, {string.Join(", ", keys.Select(key => Duck.Name(key.Name)))}) "
            + $"WHERE {string.Join(" AND ", scan.PartitionConditions)} ORDER BY place";
        return [.. duck.ReadColumn<int>(sql).Select(place => partitions[place])];
    }
}
