using Dapper;
using MySqlConnector;

namespace SakilaPortal.Pipeline.Workflow;

/// <summary>The runs as they are written down, and the wishes for one.</summary>
internal sealed class RunHistory(MySqlDataSource database, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The open wishes for a run.</summary>
    public async Task<IReadOnlyList<RunRequest>> OpenRequestsAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT request_id AS RequestId, requested_by AS RequestedBy FROM portal.workflow_request WHERE run_id IS NULL ORDER BY request_id
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<RunRequest>(new(sql, cancellationToken: cancellationToken))).AsList();
    }

    public async Task GrantAsync(WorkflowRun run, IReadOnlyList<RunRequest> requests, CancellationToken cancellationToken)
    {
        const string sql = "UPDATE portal.workflow_request SET run_id = @Id WHERE request_id IN @ids";
        await RunStartedAsync(run, cancellationToken);
        await ExecuteAsync(sql, new { run.Id, ids = requests.Select(request => request.RequestId) }, cancellationToken);
    }

    public async Task NodeStartedAsync(WorkflowRun run, NodeRun node, CancellationToken cancellationToken)
    {
        await RunStartedAsync(run, cancellationToken);
        node.StartedAt ??= Now;
        await WriteNodeAsync(node, RunState.Running, null, cancellationToken);
    }

    /// <summary>Writes a node's state, if its run is written down or the state is worth writing one down for.</summary>
    public async Task NodeIsAsync(WorkflowRun run, NodeRun node, string state, string? reason, CancellationToken cancellationToken)
    {
        if (state is RunState.Retrying or RunState.Failed)
            await RunStartedAsync(run, cancellationToken);
        if (run.IsWritten)
            await WriteNodeAsync(node, state, reason, cancellationToken);
    }

    public async Task RunEndedAsync(WorkflowRun run, string? failure, CancellationToken cancellationToken)
    {
        const string sql = "UPDATE portal.workflow_run SET state = @state, ended_at = @Now, reason = LEFT(@failure, 2000) WHERE run_id = @Id";
        if (run.IsWritten)
            await ExecuteAsync(sql, new { run.Id, Now, failure, state = failure is null ? RunState.Succeeded : RunState.Failed }, cancellationToken);
    }

    /// <summary>Ends runs that a killed worker left open: whoever holds the lease knows that nobody else is at them.</summary>
    public Task CloseAbandonedAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE portal.workflow_run r
            LEFT JOIN portal.workflow_node_run n ON n.run_id = r.run_id AND n.state IN ('running', 'retrying')
            SET r.state = 'failed', r.ended_at = @Now, r.reason = @reason, n.state = 'failed', n.ended_at = @Now, n.reason = @reason
            WHERE r.state = 'running'
            """;
        return ExecuteAsync(sql, new { Now, reason = "The worker was stopped; the next run goes on from here." }, cancellationToken);
    }

    private async Task RunStartedAsync(WorkflowRun run, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.workflow_run (triggered_by, state, started_at) VALUES (@Trigger, 'running', @Now);
            SELECT LAST_INSERT_ID()
            """;
        if (run.IsWritten)
            return;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        run.Id = await connection.ExecuteScalarAsync<long>(new(sql, new { run.Trigger, Now }, cancellationToken: cancellationToken));
    }

    private Task WriteNodeAsync(NodeRun node, string state, string? reason, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.workflow_node_run (run_id, node, state, attempts, started_at, ended_at, row_count, byte_count, file_count, reason)
            VALUES (@RunId, @Node, @state, @Attempt, @StartedAt, @endedAt, @Rows, @Bytes, @Files, LEFT(@reason, 2000))
            ON DUPLICATE KEY UPDATE state = @state, attempts = @Attempt, started_at = @StartedAt, ended_at = @endedAt,
                row_count = @Rows, byte_count = @Bytes, file_count = @Files, reason = LEFT(@reason, 2000)
            """;
        DateTime? endedAt = state is RunState.Running or RunState.Retrying ? null : Now;
        var row = new { node.RunId, node.Node, state, node.Attempt, node.StartedAt, endedAt, node.Rows, node.Bytes, node.Files, reason };
        return ExecuteAsync(sql, row, cancellationToken);
    }

    private async Task ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new(sql, parameters, cancellationToken: cancellationToken));
    }
}

internal sealed record RunRequest(long RequestId, string RequestedBy);
