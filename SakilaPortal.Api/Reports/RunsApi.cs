using System.Security.Claims;
using Amazon.Athena;
using Amazon.Athena.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

internal static class RunsApi
{
    private const int UsualLimit = 100;
    private const int HighestLimit = 1000;

    public static async Task<Results<Accepted<RunAccepted>, ProblemHttpResult>> StartAsync(
        string id, RunRequest? request, ClaimsPrincipal caller, NamedQueries queries, ReportRuns runs, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } query)
            return ReportLibrary.Missing(id);
        if (!string.IsNullOrWhiteSpace(request?.AsOf))
            return Problems.Impossible("asOf", "Reports run on the newest version of their tables; leave this out.");
        var errors = new FieldErrors();
        ReportSql.Check(errors, query.QueryString);
        if (errors.Any)
            return errors.AsImpossible();
        var sql = ReportSql.Fill(errors, query.QueryString, request?.Parameters);
        if (errors.Any)
            return errors.AsInvalid();

        try
        {
            var report = NamedQueries.ToReport(query, withSql: false);
            var runId = await runs.StartAsync(report, sql, request?.Parameters ?? new Dictionary<string, string?>(), caller.UserName, cancellationToken);
            return TypedResults.Accepted($"/api/runs/{runId}", new RunAccepted(runId));
        }
        catch (InvalidRequestException refused)
        {
            return Problems.Impossible("sql", $"Athena does not take this query: {refused.Message}");
        }
    }

    public static async Task<Results<Ok<Estimate>, ProblemHttpResult>> EstimateAsync(
        string id, NamedQueries queries, ScanEstimates estimates, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } query
            ? TypedResults.Ok(await estimates.OfAsync(query, cancellationToken))
            : ReportLibrary.Missing(id);

    public static async Task<Results<Ok<Run>, ProblemHttpResult>> GetAsync(string id, ReportRuns runs, CancellationToken cancellationToken) =>
        await runs.FindAsync(id, cancellationToken) is { } row ? TypedResults.Ok(await runs.DescribeAsync(row, cancellationToken)) : Missing(id);

    public static async Task<Results<Ok<Run>, ProblemHttpResult>> CancelAsync(string id, ReportRuns runs, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(id, cancellationToken) is not { } row)
            return Missing(id);
        await runs.StopAsync(id, cancellationToken);
        return TypedResults.Ok(await runs.DescribeAsync(row, cancellationToken));
    }

    public static async Task<Results<Ok<RunRows>, ProblemHttpResult>> RowsAsync(
        string id, string? token, int? limit, ReportRuns runs, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > HighestLimit)
            return Problems.Invalid("limit", $"Ask for 1 to {HighestLimit} rows.");
        if (await UnfinishedAsync(id, runs, cancellationToken) is { } unfinished)
            return unfinished;

        // Athena's first row is the header: https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html
        var isFirst = string.IsNullOrEmpty(token);
        var ask = Math.Min(HighestLimit, (limit ?? UsualLimit) + (isFirst ? 1 : 0));
        try
        {
            var page = await runs.ResultsAsync(id, ask, isFirst ? null : token, cancellationToken);
            var rows = page.ResultSet.Rows.Skip(isFirst ? 1 : 0).Select(row => (IReadOnlyList<string?>)[.. row.Data.Select(cell => cell.VarCharValue)]);
            return TypedResults.Ok(new RunRows([.. rows], string.IsNullOrEmpty(page.NextToken) ? null : page.NextToken));
        }
        catch (InvalidRequestException refused) when (!isFirst)
        {
            return Problems.Invalid("token", $"This is no token of this run; take nextToken of the page before. ({refused.Message})");
        }
    }

    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> CsvAsync(
        string id, ReportRuns runs, ResultFiles files, CancellationToken cancellationToken)
    {
        if (await UnfinishedAsync(id, runs, cancellationToken) is { } unfinished)
            return unfinished;
        var row = await runs.FindAsync(id, cancellationToken);
        var execution = await runs.ExecutionAsync(id, cancellationToken);
        return TypedResults.Stream(
            target => files.CopyAsync(execution, target, cancellationToken), "text/csv; charset=utf-8", $"{row!.ReportName}.csv");
    }

    // Why there is no result to read, or null when there is one.
    private static async Task<ProblemHttpResult?> UnfinishedAsync(string id, ReportRuns runs, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(id, cancellationToken) is null)
            return Missing(id);
        var status = (await runs.ExecutionAsync(id, cancellationToken)).Status;
        return status.State == QueryExecutionState.SUCCEEDED ? null
            : status.State == QueryExecutionState.FAILED ? Problems.Conflict($"The run failed, so it has no rows: {status.StateChangeReason}")
            : status.State == QueryExecutionState.CANCELLED ? Problems.Conflict("The run was stopped, so it has no rows; start it again.")
            : Problems.Conflict("The run goes on; its rows are there once its state is SUCCEEDED.");
    }

    private static ProblemHttpResult Missing(string id) => Problems.NotFound($"There is no run '{id}'; POST /api/reports/{{id}}/runs starts one.");
}
