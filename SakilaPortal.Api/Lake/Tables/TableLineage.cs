using System.Text.Json;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Tables;

/// <summary>What tables are made of: the versions' own inputs, before them what lands, and behind them the reports.</summary>
internal sealed class TableLineage(MySqlDataSource database, GlueTables catalogue, TableReports reports)
{
    // Which part of the landing zone a table reads, where no version says so.
    private static readonly Dictionary<string, string> Streams = new()
    {
        ["landingzonedb.streaming"] = "partner-events", ["curatedzonedb.viewing_sessions"] = "viewing-sessions",
    };

    private sealed record VersionRow(string Id, string? Inputs);

    private sealed record Edge(string From, string To);

    public async Task<Lineage> OfAsync(string table, CancellationToken cancellationToken)
    {
        var labels = new Dictionary<string, LineageNode>();
        var edges = await EdgesAsync(labels, cancellationToken);
        var levels = new Dictionary<string, int> { [table] = 0 };
        Walk(table, -1, levels, id => edges.Where(edge => edge.To == id).Select(edge => edge.From));
        Walk(table, 1, levels, id => edges.Where(edge => edge.From == id).Select(edge => edge.To));
        return new(
            [.. levels.OrderBy(level => level.Value).Select(level => Describe(level.Key, labels) with { Level = level.Value })],
            [.. edges.Where(edge => levels.TryGetValue(edge.From, out var from) && levels.TryGetValue(edge.To, out var to) && from < to)
                .Select(edge => new LineageEdge(edge.From, edge.To)).Distinct()]);
    }

    private async Task<List<Edge>> EdgesAsync(Dictionary<string, LineageNode> labels, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT CONCAT(v.database_name, '.', v.table_name) id, v.inputs FROM portal.table_version v
            JOIN (SELECT database_name, table_name, MAX(version) version FROM portal.table_version GROUP BY database_name, table_name) newest
              USING (database_name, table_name, version)
            """;
        var replicated = (await database.ListAsync<string>("SELECT table_name FROM portal.replication_watermark", null, cancellationToken)).ToHashSet();
        var tables = (await Task.WhenAll(GlueTables.Zones.Select(zone => catalogue.ListAsync(zone, cancellationToken))))
            .Zip(GlueTables.Zones, (found, zone) => found.Select(table => $"{zone}.{table.Name}")).SelectMany(ids => ids).ToHashSet();
        var edges = (await database.ListAsync<VersionRow>(sql, null, cancellationToken)).Where(row => row.Inputs is not null)
            .SelectMany(row => JsonSerializer.Deserialize<Dictionary<string, long>>(row.Inputs!)!.Keys.Where(tables.Contains).Select(input => new Edge(input, row.Id))).ToList();
        foreach (var table in tables)
            edges.AddRange(Landing(table, replicated));
        if (tables.Contains("landingzonedb.streaming") && tables.Contains("curatedzonedb.streaming_films"))
            edges.Add(new("landingzonedb.streaming", "curatedzonedb.streaming_films"));
        foreach (var report in await reports.ReadAsync(tables, cancellationToken))
        {
            labels[$"report:{report.Id}"] = new($"report:{report.Id}", "report", report.Name, 0, $"/reports/{report.Id}");
            edges.AddRange(report.Tables.Select(table => new Edge(table, $"report:{report.Id}")));
        }
        return edges;
    }

    private static IEnumerable<Edge> Landing(string table, HashSet<string> replicated)
    {
        var (zone, name) = (table.Split('.')[0], table.Split('.')[1]);
        if (Streams.TryGetValue(table, out var stream))
            return [new($"stream:{stream}", table)];
        if (zone != "cleanzonedb")
            return [];
        return replicated.Contains(name)
            ? [new($"mysql:sakila.{name}", $"landing:dms/sakila/{name}/"), new($"landing:dms/sakila/{name}/", table)]
            : [new($"landing:vendor/{name}/", table)];
    }

    private static void Walk(string from, int step, Dictionary<string, int> levels, Func<string, IEnumerable<string>> next)
    {
        var waiting = new Queue<string>([from]);
        while (waiting.TryDequeue(out var id))
            foreach (var other in next(id).Where(other => !levels.TryGetValue(other, out var known) || (known != 0 && Math.Abs(known) < Math.Abs(levels[id] + step))))
            {
                levels[other] = levels[id] + step;
                waiting.Enqueue(other);
            }
    }

    private static LineageNode Describe(string id, Dictionary<string, LineageNode> labels) => labels.TryGetValue(id, out var known) ? known : id.Split(':') switch
    {
        ["mysql", var name] => new(id, "source", name, 0),
        ["stream", var name] => new(id, "source", name, 0),
        ["landing", var name] => new(id, "landing", name, 0),
        _ => new(id, id.Split('.')[0].Replace("zonedb", "", StringComparison.Ordinal), id.Split('.')[1], 0, $"/platform/tables/{id.Replace('.', '/')}"),
    };
}
