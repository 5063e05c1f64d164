using Dapper;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Replication;

/// <summary>
/// Brings what changed since the last time to the landing zone. What goes out is the state of a row in the snapshot, never a step on
/// the way there, so telling it twice does no harm, and nothing is told before it is committed.
/// </summary>
internal sealed class ChangeCapture(ReplicationState state, ChangeFiles files)
{
    private readonly Dictionary<string, ChangeFilter> _filters = [];
    private readonly Dictionary<string, DateTime> _changesFrom = [];

    public async Task RunAsync(
        Snapshot snapshot, IReadOnlyList<SourceTable> tables, Dictionary<string, Watermark> watermarks, NodeRun run, CancellationToken cancellationToken)
    {
        if (tables.Count == 0)
            return;
        var tombstones = await TombstonesAsync(snapshot, cancellationToken);
        var written = new List<ChangeSet>();
        using var scratch = new ScratchFolder();
        foreach (var table in await CandidatesAsync(snapshot, tables, watermarks, tombstones, cancellationToken))
        {
            var deleted = tombstones.Where(tombstone => tombstone.TableName == table.Name).ToList();
            var since = watermarks[table.Name] with { ChangesFrom = ChangesFrom(watermarks[table.Name]) };
            if (await files.WriteAsync(snapshot, table, since, deleted, Filter(table), scratch, cancellationToken) is not { } changes)
                continue;
            await run.FoundWorkAsync(cancellationToken);
            written.Add(await files.LandAsync(changes, cancellationToken));
            run.Add(changes.Rows, written[^1].Arrivals.Sum(file => file.Bytes), changes.Paths.Count);
        }
        if (written.Count > 0 || tombstones.Count > 0)
            await state.WriteAsync(written.Select(set => set.Watermark), written.SelectMany(set => set.Arrivals), tombstones, cancellationToken);
        Remember(tables, snapshot);
    }

    /// <summary>Read in the snapshot: where it shows a tombstone, it shows the row gone.</summary>
    private static async Task<List<Tombstone>> TombstonesAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT CAST(tombstone_id AS SIGNED) AS TombstoneId, table_name AS TableName, key_json AS KeyJson
            FROM portal.tombstone WHERE replicated_at IS NULL ORDER BY tombstone_id
            """;
        return (await snapshot.QueryAsync<Tombstone>(sql, null, cancellationToken)).AsList();
    }

    /// <summary>The tables with deleted rows, or with rows in question, found in one query.</summary>
    private async Task<IEnumerable<SourceTable>> CandidatesAsync(
        Snapshot snapshot, IReadOnlyList<SourceTable> tables, Dictionary<string, Watermark> watermarks, List<Tombstone> tombstones,
        CancellationToken cancellationToken)
    {
        var (sql, parameters) = Probe(tables, table => ChangesFrom(watermarks[table.Name]));
        var names = (await snapshot.QueryAsync<string>(sql, parameters, cancellationToken)).ToHashSet();
        names.UnionWith(tombstones.Select(tombstone => tombstone.TableName));
        return tables.Where(table => names.Contains(table.Name));
    }

    /// <summary>The query that a cycle without changes is all about: the names of the tables with rows in question.</summary>
    public static (string Sql, DynamicParameters Parameters) Probe(IEnumerable<SourceTable> tables, Func<SourceTable, DateTime> changesFrom)
    {
        var parameters = new DynamicParameters();
        var probes = new List<string>();
        foreach (var table in tables)
        {
            if (SourceSql.ChangedSince(table, $"@from{probes.Count}") is not { } changed)
                continue;
            parameters.Add($"name{probes.Count}", table.Name);
            parameters.Add($"from{probes.Count}", changesFrom(table));
            probes.Add($"SELECT @name{probes.Count} FROM DUAL WHERE EXISTS (SELECT 1 FROM {SourceSql.Table(table)} t WHERE {changed})");
        }
        return (string.Join(" UNION ALL ", probes), parameters);
    }

    /// <summary>What is written down may be older than what this process has seen to be complete.</summary>
    private DateTime ChangesFrom(Watermark written) =>
        _changesFrom.TryGetValue(written.TableName, out var seen) && seen > written.ChangesFrom ? seen : written.ChangesFrom;

    private ChangeFilter Filter(SourceTable table)
    {
        var filter = _filters.TryGetValue(table.Name, out var known) ? known : _filters[table.Name] = new();
        filter.Begin();
        return filter;
    }

    private void Remember(IReadOnlyList<SourceTable> tables, Snapshot snapshot)
    {
        foreach (var table in tables)
            _changesFrom[table.Name] = snapshot.CompleteUntil;
        foreach (var filter in _filters.Values)
            filter.Commit();
    }
}
