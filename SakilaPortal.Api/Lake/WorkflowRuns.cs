using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake;

internal static class WorkflowRuns
{
    // As the pipeline's nodes name each other.
    private static readonly (string Node, string[] After)[] Graph =
    [
        ("replicate", []), ("clean", ["replicate"]), ("crawl", []), ("film_category", ["clean"]), ("streaming_films", ["crawl", "film_category"]),
    ];

    private const string NodeColumns = "run_id, node, state, attempts, started_at, ended_at, row_count `rows`, byte_count bytes, file_count files, reason";

    private sealed record RunRow(long RunId, string TriggeredBy, string State, DateTime StartedAt, DateTime? EndedAt, string? Reason);

    private sealed record NodeRow(
        long RunId, string Node, string State, int Attempts, DateTime? StartedAt, DateTime? EndedAt, long Rows, long Bytes, int Files, string? Reason)
    {
        public WorkflowNodeRun ToNodeRun() => new(Node, State, Attempts, StartedAt, EndedAt, Rows, Bytes, Files, Reason);
    }

    public static async Task<Ok<Workflow>> GraphAsync(MySqlDataSource database, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {NodeColumns} FROM portal.workflow_node_run
            JOIN (SELECT node, MAX(run_id) run_id FROM portal.workflow_node_run GROUP BY node) newest USING (node, run_id)
            """;
        var runs = (await database.ListAsync<NodeRow>(sql, null, cancellationToken)).ToDictionary(row => row.Node);
        return TypedResults.Ok(new Workflow(
            [.. Graph.Select(step => new WorkflowNode(step.Node, step.After, runs.GetValueOrDefault(step.Node)?.ToNodeRun()))]));
    }

    public static async Task<Results<Ok<Page<WorkflowRun>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ListQuery query, MySqlDataSource database, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var newestFirst = query.Sort is null && query.Desc is null ? query with { Desc = true } : query;
        var paging = newestFirst.Read(errors, ("id", "run_id"), ("startedAt", "started_at"), ("state", "state"), ("trigger", "triggered_by"));
        if (errors.Any)
            return errors.AsInvalid();

        var sql = $"""
            SELECT run_id, triggered_by, state, started_at, ended_at, reason FROM portal.workflow_run
            ORDER BY {paging.OrderBy}, run_id DESC LIMIT @Take OFFSET @Offset
            """;
        var runs = await database.ListAsync<RunRow>(sql, new { paging.Take, paging.Offset }, cancellationToken);
        var nodes = (await database.ListAsync<NodeRow>(
            $"SELECT {NodeColumns} FROM portal.workflow_node_run WHERE run_id IN @ids ORDER BY started_at", new { ids = runs.Select(run => run.RunId).DefaultIfEmpty() },
            cancellationToken)).ToLookup(node => node.RunId);
        var total = await database.FirstAsync<long>("SELECT COUNT(*) FROM portal.workflow_run", null, cancellationToken);
        return TypedResults.Ok(paging.ToPage<WorkflowRun>([.. runs.Select(run => new WorkflowRun(
            run.RunId, run.TriggeredBy, run.State, run.StartedAt, run.EndedAt, run.Reason, [.. nodes[run.RunId].Select(node => node.ToNodeRun())]))], total));
    }

    /// <summary>The pipeline takes the request up within half a second; the run that grants it is then among the runs.</summary>
    public static async Task<Accepted<WorkflowRequested>> RequestAsync(
        ClaimsPrincipal caller, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.workflow_request (requested_by, requested_at) VALUES (@UserName, @now);
            SELECT LAST_INSERT_ID()
            """;
        var requestId = await database.FirstAsync<long>(sql, new { caller.UserName, now = clock.GetUtcNow().UtcDateTime }, cancellationToken);
        return TypedResults.Accepted("/api/workflow/runs", new WorkflowRequested(requestId));
    }
}
