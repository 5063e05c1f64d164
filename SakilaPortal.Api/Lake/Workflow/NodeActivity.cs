using System.Text.Json;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Workflow;

/// <summary>What the workflow is doing now, as it is written down.</summary>
internal sealed class NodeActivity(MySqlDataSource database, TimeProvider clock)
{
    public const string NodeColumns = "run_id, node, state, attempts, started_at, ended_at, row_count `rows`, byte_count bytes, file_count files, reason";

    private sealed record NodeRow(string Node, string AfterNodes, string Tables, DateTime? FreshAsOf, DateTime? RetryAt, string? Reason);

    private sealed record WorkerRow(DateTime? LeaseUntil, bool IsAlive, int WaitingRequests);

    public async Task<WorkflowNow> ReadAsync(CancellationToken cancellationToken)
    {
        const string nodeSql = "SELECT node, after_nodes, tables, fresh_as_of, retry_at, reason FROM portal.workflow_node ORDER BY position";
        const string runSql = $"""
            SELECT {NodeColumns} FROM portal.workflow_node_run
            JOIN (SELECT node, MAX(run_id) run_id FROM portal.workflow_node_run GROUP BY node) newest USING (node, run_id)
            """;
        const string workerSql = """
            SELECT (SELECT expires_at FROM portal.lease WHERE lease_name = 'workflow') lease_until,
                   EXISTS (SELECT 1 FROM portal.lease WHERE lease_name = 'workflow' AND expires_at > UTC_TIMESTAMP(3)) is_alive,
                   (SELECT COUNT(*) FROM portal.workflow_request WHERE run_id IS NULL) waiting_requests
            """;
        var nodes = await database.ListAsync<NodeRow>(nodeSql, null, cancellationToken);
        var runs = (await database.ListAsync<NodeRunRow>(runSql, null, cancellationToken)).ToDictionary(run => run.Node);
        var worker = (await database.FirstAsync<WorkerRow>(workerSql, null, cancellationToken))!;
        return new(
            [.. nodes.Select(node => new NodeNow(
                node.Node, Texts(node.AfterNodes), Texts(node.Tables), node.FreshAsOf, node.RetryAt, node.Reason, runs.GetValueOrDefault(node.Node)?.ToNodeRun()))],
            new(worker.IsAlive, worker.LeaseUntil, worker.WaitingRequests), clock.GetUtcNow().UtcDateTime);
    }

    private static string[] Texts(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];
}

internal sealed record NodeRunRow(
    long RunId, string Node, string State, int Attempts, DateTime? StartedAt, DateTime? EndedAt, long Rows, long Bytes, int Files, string? Reason)
{
    public WorkflowNodeRun ToNodeRun() => new(Node, State, Attempts, StartedAt, EndedAt, Rows, Bytes, Files, Reason, RunId);
}

/// <param name="FreshAsOf">Whatever was in MySQL and in the landing zone at that time is in its tables.</param>
internal sealed record NodeNow(
    string Name, IReadOnlyList<string> After, IReadOnlyList<string> Tables, DateTime? FreshAsOf, DateTime? RetryAt, string? Reason, WorkflowNodeRun? LastRun)
{
    public bool IsAtWork => LastRun?.State is "running" or "retrying";

    public bool HasFailed => RetryAt is not null || LastRun?.State == "failed";
}

internal sealed record WorkflowNow(IReadOnlyList<NodeNow> Nodes, WorkflowWorker Worker, DateTime At)
{
    public NodeNow? Find(string name) => Nodes.FirstOrDefault(node => node.Name == name);

    /// <summary>The node that makes a table, named <c>database.table</c>.</summary>
    public NodeNow? MakerOf(string table) => Nodes.FirstOrDefault(node => node.Tables.Contains(table));

    /// <summary>Why what a node makes is not there yet, as "waits for crawl, running 3 s".</summary>
    public string WaitsFor(NodeNow? node)
    {
        if (!Worker.IsAlive)
            return "waits for the pipeline, which is not running";
        if (node is null)
            return "waits for the next run of the workflow";
        var blocking = Upstream(node).FirstOrDefault(one => one.IsAtWork || one.HasFailed) ?? node;
        return blocking switch
        {
            { LastRun: { State: "retrying" } run } => $"waits for {blocking.Name}, which failed and is tried again (attempt {run.Attempts + 1}): {run.Reason}",
            { LastRun: { State: "running" } run } => $"waits for {blocking.Name}, running {Seconds(run.StartedAt)} s",
            { RetryAt: { } retry } when retry > At => $"waits for {blocking.Name}, which failed and is tried again in {(retry - At).TotalSeconds:0} s: {blocking.Reason}",
            { HasFailed: true } => $"waits for {blocking.Name}, which failed: {blocking.Reason ?? blocking.LastRun?.Reason}",
            _ => $"waits for the next run of {blocking.Name}",
        };
    }

    private string Seconds(DateTime? since) => $"{(At - (since ?? At)).TotalSeconds:0}";

    /// <summary>The node behind all that it builds on, in the order of the graph.</summary>
    private List<NodeNow> Upstream(NodeNow node)
    {
        var names = new HashSet<string> { node.Name };
        foreach (var one in Nodes.Reverse().Where(one => names.Contains(one.Name)))
            names.UnionWith(one.After);
        return [.. Nodes.Where(one => names.Contains(one.Name))];
    }
}
