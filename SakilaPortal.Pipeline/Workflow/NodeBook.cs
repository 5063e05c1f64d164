using System.Text.Json;
using Dapper;
using MySqlConnector;

namespace SakilaPortal.Pipeline.Workflow;

/// <summary>
/// <c>portal.workflow_node</c>: the graph, up to when each node's tables are complete, and what is held. Why a table is not fresher follows
/// from it: the node that makes it, or the first one that it builds on, which is at work in the open run (<c>portal.workflow_node_run</c>,
/// since <c>started_at</c>), is held (<c>retry_at</c>, <c>reason</c>), or has not been reached.
/// </summary>
internal sealed class NodeBook(MySqlDataSource database, WorkflowGraph graph, TimeProvider time)
{
    private static readonly TimeSpan FreshEvery = TimeSpan.FromSeconds(1);
    private long? _freshAt;

    public async Task WriteGraphAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.workflow_node (node, position, after_nodes, tables) VALUES (@Name, @position, @after, @tables)
            ON DUPLICATE KEY UPDATE position = @position, after_nodes = @after, tables = @tables, retry_at = NULL, reason = NULL
            """;
        var rows = new List<object>();
        foreach (var node in graph.Nodes)
        {
            var tables = JsonSerializer.Serialize(await node.TablesAsync(cancellationToken));
            rows.Add(new { node.Name, position = rows.Count + 1, after = JsonSerializer.Serialize(node.After), tables });
        }
        await ExecuteAsync(sql, rows, cancellationToken);
        const string forget = "DELETE FROM portal.workflow_node WHERE node NOT IN @names";
        await ExecuteAsync(forget, new { names = graph.Nodes.Select(node => node.Name) }, cancellationToken);
    }

    /// <summary>Notes up to when the tables of these nodes are complete; runs that found nothing are noted once a second.</summary>
    public async Task FreshAsync(WorkflowRun run, IReadOnlyCollection<string> nodes, CancellationToken cancellationToken)
    {
        const string sql = "UPDATE portal.workflow_node SET fresh_as_of = @StartedAt, retry_at = NULL, reason = NULL WHERE node IN @nodes";
        if (nodes.Count == 0 || (!run.IsWritten && _freshAt is { } at && time.GetElapsedTime(at) < FreshEvery))
            return;
        await ExecuteAsync(sql, new { run.StartedAt, nodes }, cancellationToken);
        _freshAt = time.GetTimestamp();
    }

    public Task HeldAsync(IEnumerable<Hold> holds, CancellationToken cancellationToken)
    {
        const string sql = "UPDATE portal.workflow_node SET retry_at = @Until, reason = LEFT(@Reason, 2000) WHERE node = @Node";
        return ExecuteAsync(sql, holds.Select(hold => new { hold.Node, Until = hold.Until.UtcDateTime, hold.Reason }).ToList(), cancellationToken);
    }

    private async Task ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new(sql, parameters, cancellationToken: cancellationToken));
    }
}
