using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Workflow;

internal static class WorkflowRuns
{
    private const string RunColumns = "run_id, triggered_by, state, started_at, ended_at, reason, resume_of";

    private sealed record RunRow(long RunId, string TriggeredBy, string State, DateTime StartedAt, DateTime? EndedAt, string? Reason, long? ResumeOf)
    {
        public WorkflowRun ToRun(IEnumerable<NodeRunRow> nodes) =>
            new(RunId, TriggeredBy, State, StartedAt, EndedAt, Reason, [.. nodes.Select(node => node.ToNodeRun())], ResumeOf);
    }

    public static async Task<Ok<Contracts.Lake.Workflow>> GraphAsync(NodeActivity activity, CancellationToken cancellationToken)
    {
        var now = await activity.ReadAsync(cancellationToken);
        return TypedResults.Ok(new Contracts.Lake.Workflow(
            [.. now.Nodes.Select(node => new WorkflowNode(node.Name, node.After, node.LastRun, node.Tables, node.FreshAsOf))], now.Worker));
    }

    public static async Task<Results<Ok<Page<WorkflowRun>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ListQuery query, MySqlDataSource database, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var newestFirst = query.Sort is null && query.Desc is null ? query with { Desc = true } : query;
        var paging = newestFirst.Read(errors, ("id", "run_id"), ("startedAt", "started_at"), ("state", "state"), ("trigger", "triggered_by"));
        if (errors.Any)
            return errors.AsInvalid();

        var sql = $"SELECT {RunColumns} FROM portal.workflow_run ORDER BY {paging.OrderBy}, run_id DESC LIMIT @Take OFFSET @Offset";
        var runs = await database.ListAsync<RunRow>(sql, new { paging.Take, paging.Offset }, cancellationToken);
        var nodes = await NodesAsync(database, runs, cancellationToken);
        var total = await database.FirstAsync<long>("SELECT COUNT(*) FROM portal.workflow_run", null, cancellationToken);
        return TypedResults.Ok(paging.ToPage<WorkflowRun>([.. runs.Select(run => run.ToRun(nodes[run.RunId]))], total));
    }

    /// <summary>The pipeline takes the request up within half a second; the run that grants it is then among the runs.</summary>
    public static async Task<Results<Accepted<WorkflowRequested>, ProblemHttpResult>> RequestAsync(
        RequestWorkflowRun? request, ClaimsPrincipal caller, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.workflow_request (requested_by, requested_at, resume_of) VALUES (@UserName, @now, @resumeOf);
            SELECT LAST_INSERT_ID()
            """;
        var resumeOf = request?.ResumeOf;
        if (resumeOf is { } id && await FindAsync(database, id, cancellationToken) is not { State: "failed" or "cancelled" })
            return Problems.Impossible("resumeOf", $"There is no failed or cancelled run {id} to resume; GET /api/workflow/runs lists them. Leave resumeOf out to run everything.");
        var requestId = await database.FirstAsync<long>(sql, new { caller.UserName, now = clock.GetUtcNow().UtcDateTime, resumeOf }, cancellationToken);
        return TypedResults.Accepted("/api/workflow/runs", new WorkflowRequested(requestId));
    }

    /// <summary>The pipeline ends the run at the next step of the node at work; what it had not published stays as it was.</summary>
    public static async Task<Results<Accepted, ProblemHttpResult>> CancelAsync(
        long id, ClaimsPrincipal caller, MySqlDataSource database, CancellationToken cancellationToken)
    {
        const string sql = "UPDATE portal.workflow_run SET cancel_requested_by = @UserName WHERE run_id = @id AND state = 'running'";
        if (await database.ExecuteAsync(sql, new { caller.UserName, id }, cancellationToken) > 0)
            return TypedResults.Accepted($"/api/workflow/runs/{id}");
        return await FindAsync(database, id, cancellationToken) is { } run
            ? Problems.Conflict($"Run {id} has already {run.State}; only a running one can be cancelled.")
            : Problems.NotFound($"There is no run {id}; GET /api/workflow/runs lists them.");
    }

    private static Task<RunRow?> FindAsync(MySqlDataSource database, long id, CancellationToken cancellationToken) =>
        database.FirstAsync<RunRow>($"SELECT {RunColumns} FROM portal.workflow_run WHERE run_id = @id", new { id }, cancellationToken);

    private static async Task<ILookup<long, NodeRunRow>> NodesAsync(MySqlDataSource database, IReadOnlyList<RunRow> runs, CancellationToken cancellationToken) =>
        (await database.ListAsync<NodeRunRow>(
            $"SELECT {NodeActivity.NodeColumns} FROM portal.workflow_node_run WHERE run_id IN @ids ORDER BY started_at",
            new { ids = runs.Select(run => run.RunId).DefaultIfEmpty() }, cancellationToken)).ToLookup(node => node.RunId);
}
