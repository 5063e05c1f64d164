using Dapper;
using MySqlConnector;

namespace SakilaPortal.Pipeline.Workflow;

/// <summary>The runs as they are written down.</summary>
internal sealed class RunHistory(MySqlDataSource database, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);
    private readonly SemaphoreSlim _starting = new(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task NodeStartedAsync(WorkflowRun run, NodeRun node, CancellationToken cancellationToken)
    {
        await RunStartedAsync(run, cancellationToken);
        node.StartedAt ??= Now;
        await WriteNodeAsync(node, RunState.Running, null, cancellationToken);
    }

    /// <summary>
    /// Writes a node's state, if its run is written down or the state is worth writing one down for. That there was nothing to do is written
    /// for a run that somebody asked for.
    /// </summary>
    public async Task NodeIsAsync(WorkflowRun run, NodeRun node, string state, string? reason, CancellationToken cancellationToken)
    {
        if (state is RunState.Retrying or RunState.Failed)
            await RunStartedAsync(run, cancellationToken);
        if (run.IsWritten && (run.IsAsked || node.StartedAt is not null || state != RunState.Succeeded))
            await WriteNodeAsync(node, state, reason, cancellationToken);
    }

    public async Task RunEndedAsync(WorkflowRun run, string? failure, CancellationToken cancellationToken)
    {
        const string sql = "UPDATE portal.workflow_run SET state = @state, ended_at = @Now, reason = LEFT(@failure, 2000) WHERE run_id = @Id";
        if (run.IsWritten)
            await ExecuteAsync(sql, new { run.Id, Now, failure, state = failure is null ? RunState.Succeeded : RunState.Failed }, cancellationToken);
    }

    /// <summary>Forgets the runs that ended long ago.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken)
    {
        const string sql = "DELETE FROM portal.workflow_run WHERE started_at < @before AND state <> 'running' ORDER BY started_at LIMIT 10000";
        return ExecuteAsync(sql, new { before = Now - Kept }, cancellationToken);
    }

    /// <summary>Ends runs that a killed worker left open: whoever holds the lease knows that nobody else is at them.</summary>
    public Task CloseAbandonedAsync(CancellationToken cancellationToken) => CloseAsync(
        "r.state = 'running'", RunState.Failed, "The worker was stopped; the next run goes on from here.", null, cancellationToken);

    private Task CloseAsync(string which, string state, string reason, long? id, CancellationToken cancellationToken)
    {
        var sql = $"""
            UPDATE portal.workflow_run r
            LEFT JOIN portal.workflow_node_run n ON n.run_id = r.run_id AND n.state IN ('running', 'retrying')
            SET r.state = @state, r.ended_at = @Now, r.reason = @reason, n.state = @state, n.ended_at = @Now, n.reason = @reason
            WHERE {which}
            """;
        return ExecuteAsync(sql, new { Now, state, reason, id }, cancellationToken);
    }

    /// <summary>Writes the run down, once, whichever of its nodes asks first.</summary>
    public async Task RunStartedAsync(WorkflowRun run, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.workflow_run (triggered_by, state, started_at, resume_of) VALUES (@Trigger, 'running', @StartedAt, @ResumeOf);
            SELECT LAST_INSERT_ID()
            """;
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (run.IsWritten)
                return;
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            run.Id = await connection.ExecuteScalarAsync<long>(new(sql, run, cancellationToken: cancellationToken));
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Who wants the run ended, if anybody does.</summary>
    public async Task<string?> CancelRequestedByAsync(WorkflowRun run, CancellationToken cancellationToken)
    {
        const string sql = "SELECT cancel_requested_by FROM portal.workflow_run WHERE run_id = @Id";
        if (!run.IsWritten)
            return null;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<string?>(new(sql, new { run.Id }, cancellationToken: cancellationToken));
    }

    /// <summary>Ends a cancelled run.</summary>
    /// <returns>The nodes that were at work.</returns>
    public async Task<IReadOnlyList<string>> RunCancelledAsync(WorkflowRun run, string reason, CancellationToken cancellationToken)
    {
        const string atWork = "SELECT node FROM portal.workflow_node_run WHERE run_id = @Id AND state IN ('running', 'retrying')";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var nodes = (await connection.QueryAsync<string>(new(atWork, new { run.Id }, cancellationToken: cancellationToken))).AsList();
        await CloseAsync("r.run_id = @id", RunState.Cancelled, reason, run.Id, cancellationToken);
        return nodes;
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

    public void Dispose() => _starting.Dispose();
}
