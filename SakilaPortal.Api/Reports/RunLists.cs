using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>The runs of all reports, and of each person together.</summary>
internal static class RunLists
{
    public static async Task<Results<Ok<Page<RunSummary>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ListQuery list, string? reportId, string? startedBy, string? state, RunBook book, RunEnds ends, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var paging = (list with { Desc = list.Desc ?? list.Sort is null }).Read(
            errors, ("startedAt", "r.started_at"), ("cost", "r.cost"), ("person", "r.started_by"), ("report", "r.report_name"), ("time", "r.total_ms"));
        if (errors.Any)
            return errors.AsInvalid();
        await ends.RefreshAsync(await book.UnfinishedAsync(clock.GetUtcNow().UtcDateTime - RunWatch.Longest, cancellationToken), cancellationToken);
        var (rows, total) = await book.ListAsync(new(reportId, startedBy, state), paging, cancellationToken);
        return TypedResults.Ok(new Page<RunSummary>([.. rows.Select(row => row.ToSummary())], total, paging.Offset + rows.Count < total ? paging.Number + 1 : null));
    }

    public static async Task<Results<Ok<Page<PersonRuns>>, ProblemHttpResult>> PeopleAsync(
        [AsParameters] ListQuery list, RunBook book, CancellationToken cancellationToken) => list.Answer(
        await book.PeopleAsync(cancellationToken), ("person", person => person.Person), ("runs", person => person.Runs), ("cost", person => person.Cost));
}
