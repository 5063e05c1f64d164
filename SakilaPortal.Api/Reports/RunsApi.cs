using System.Security.Claims;
using Amazon.Athena.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Reports.Scans;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>Runs: start, follow, stop.</summary>
internal static class RunsApi
{
    // A week; results are older than that only where nobody minds.
    private const int LongestAge = 7 * 24 * 60;

    public static async Task<Results<Accepted<RunAccepted>, ProblemHttpResult>> StartAsync(
        string id, RunRequest? request, ClaimsPrincipal caller, NamedQueries queries, ReportRuns runs, StoredResults results, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } query)
            return ReportLibrary.Missing(id);
        if (request?.MaxAgeMinutes is < 0 or > LongestAge)
            return Problems.Invalid("maxAgeMinutes", $"Give 0 to {LongestAge} minutes, or leave it out.");
        var errors = new FieldErrors();
        ReportSql.Check(errors, query.QueryString);
        if (errors.Any)
            return errors.AsImpossible();
        var sql = ReportSql.Fill(errors, query.QueryString, request?.Parameters);
        var values = ReportSql.Values(query.QueryString, request?.Parameters);
        await ParameterChoices.CheckAsync(errors, query, values, runs, results, cancellationToken);
        return errors.Any ? errors.AsInvalid() : await StartAsync(runs, new(
            id, query.Name, query.Database, query.QueryString, sql, values, caller.UserName,
            request?.MaxAgeMinutes, string.IsNullOrWhiteSpace(request?.AsOf) ? null : request.AsOf.Trim(), IncludeBuffered: request?.IncludeBuffered ?? false), cancellationToken);
    }

    /// <summary>Runs a text that is not saved, for who is writing it.</summary>
    public static async Task<Results<Accepted<RunAccepted>, ProblemHttpResult>> StartDraftAsync(
        DraftRequest request, ClaimsPrincipal caller, ReportRuns runs, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        ReportSql.Check(errors, request.Sql ?? "");
        if (errors.Any)
            return errors.AsInvalid();
        var sql = ReportSql.Fill(errors, request.Sql!, request.Parameters);
        return errors.Any ? errors.AsInvalid() : await StartAsync(runs, new(
            RunRow.Draft, "Draft", NamedQueries.Database, request.Sql!, sql, ReportSql.Values(request.Sql!, request.Parameters), caller.UserName), cancellationToken);
    }

    public static async Task<Results<Ok<Estimate>, ProblemHttpResult>> EstimateAsync(
        string id, RunRequest? request, NamedQueries queries, ScanEstimates estimates, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } query
            ? TypedResults.Ok(await estimates.OfAsync(query.QueryString, query.Database, request?.IncludeBuffered ?? false, cancellationToken))
            : ReportLibrary.Missing(id);

    public static async Task<Results<Ok<Estimate>, ProblemHttpResult>> EstimateDraftAsync(DraftRequest request, ScanEstimates estimates, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        ReportSql.Check(errors, request.Sql ?? "");
        return errors.Any ? errors.AsInvalid() : TypedResults.Ok(await estimates.OfAsync(request.Sql!, NamedQueries.Database, false, cancellationToken));
    }

    public static async Task<Results<Ok<Run>, ProblemHttpResult>> GetAsync(string id, RunBook book, RunEnds ends, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is { } row ? TypedResults.Ok(await ends.DescribeAsync(row, cancellationToken)) : Missing(id);

    public static async Task<Results<Ok<Run>, ProblemHttpResult>> CancelAsync(
        string id, RunBook book, RunEnds ends, ReportRuns runs, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } row)
            return Missing(id);
        if (row.State is null)
            await runs.StopAsync(row, cancellationToken);
        return TypedResults.Ok(await ends.DescribeAsync(row, cancellationToken));
    }

    public static ProblemHttpResult Missing(string id) => Problems.NotFound($"There is no run '{id}'; POST /api/reports/{{id}}/runs starts one.");

    private static async Task<Results<Accepted<RunAccepted>, ProblemHttpResult>> StartAsync(ReportRuns runs, RunOrder order, CancellationToken cancellationToken)
    {
        try
        {
            var errors = new FieldErrors();
            return await runs.StartAsync(errors, order, cancellationToken) is { } runId
                ? TypedResults.Accepted($"/api/runs/{runId}", new RunAccepted(runId))
                : errors.AsImpossible();
        }
        catch (InvalidRequestException refused)
        {
            var failure = RunFailures.OfRefusal(order, refused.Message);
            return Problems.Impossible("sql", failure.Line is { } line ? $"Line {line}, column {failure.Column}: {failure.What}" : failure.What);
        }
    }
}
