using Dapper;
using MySqlConnector;

namespace SakilaPortal.Pipeline.Workflow;

/// <summary>Wishes for a run (<c>portal.workflow_request</c>). All that are open when a run starts are granted by it.</summary>
internal sealed class RunRequests(MySqlDataSource database, WorkflowGraph graph, RunHistory history)
{
    public async Task<IReadOnlyList<RunRequest>> OpenAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT request_id AS RequestId, requested_by AS RequestedBy, resume_of AS ResumeOf
            FROM portal.workflow_request WHERE run_id IS NULL ORDER BY request_id
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<RunRequest>(new(sql, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>The run that grants the requests: of all nodes, or, if each of them resumes a run, of what was left undone there.</summary>
    public async Task<WorkflowRun> GrantAsync(IReadOnlyList<RunRequest> requests, WorkflowRun run, CancellationToken cancellationToken)
    {
        var resumed = requests.Select(request => request.ResumeOf).ToList();
        var granting = run with
        {
            IsAsked = true,
            ResumeOf = resumed.Find(id => id is not null),
            Only = resumed.Contains(null) ? null : graph.WithDependants(await UndoneAsync(resumed, cancellationToken)),
        };
        await history.RunStartedAsync(granting, cancellationToken);
        const string sql = "UPDATE portal.workflow_request SET run_id = @Id WHERE request_id IN @ids";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new(sql, new { granting.Id, ids = requests.Select(request => request.RequestId) }, cancellationToken: cancellationToken));
        return granting;
    }

    private async Task<IEnumerable<string>> UndoneAsync(List<long?> runs, CancellationToken cancellationToken)
    {
        const string sql = "SELECT DISTINCT node FROM portal.workflow_node_run WHERE run_id IN @runs AND state IN ('failed', 'skipped', 'cancelled')";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QueryAsync<string>(new(sql, new { runs }, cancellationToken: cancellationToken));
    }
}

/// <param name="ResumeOf">The run to resume; null to run all nodes.</param>
internal sealed record RunRequest(long RequestId, string RequestedBy, long? ResumeOf);
