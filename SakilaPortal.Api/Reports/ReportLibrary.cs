using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>Saved reports: list, read, and their earlier texts.</summary>
internal static class ReportLibrary
{
    public static async Task<Results<Ok<Page<Report>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ListQuery list, ClaimsPrincipal caller, NamedQueries queries, ReportVersions versions, RunBook book, Favourites favourites, CancellationToken cancellationToken)
    {
        var lastRuns = (await book.LastOfEachAsync(cancellationToken)).GroupBy(row => row.ReportId).ToDictionary(rows => rows.Key, rows => rows.First().ToSummary());
        var owners = await versions.OwnersAsync(cancellationToken);
        var marked = await favourites.OfAsync(caller.UserName, cancellationToken);
        var reports = (await queries.ListAsync(cancellationToken)).Select(query => NamedQueries.ToReport(query, withSql: false) with
        {
            Owner = OwnerOf(owners.GetValueOrDefault(query.NamedQueryId)),
            LastRun = lastRuns.GetValueOrDefault(query.NamedQueryId),
            Favourite = marked.Contains(query.NamedQueryId),
        }).ToList();
        return list.Answer(reports, ("name", report => report.Name), ("owner", report => report.Owner), ("lastRun", report => report.LastRun?.StartedAt));
    }

    public static async Task<Results<Ok<Report>, ProblemHttpResult>> GetAsync(
        string id, ClaimsPrincipal caller, NamedQueries queries, ReportVersions versions, RunBook book, Favourites favourites, ReportRuns runs, StoredResults results,
        CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } query)
            return Missing(id);
        return TypedResults.Ok(NamedQueries.ToReport(query, withSql: true) with
        {
            Parameters = await ParameterChoices.WithKnownAsync(query, runs, results, cancellationToken),
            Owner = OwnerOf((await versions.OwnersAsync(cancellationToken)).GetValueOrDefault(id)),
            LastRun = (await book.LastAsync(id, cancellationToken))?.ToSummary(),
            Favourite = (await favourites.OfAsync(caller.UserName, cancellationToken)).Contains(id),
            Version = (await versions.LastAsync(id, cancellationToken))?.Version ?? 0,
        });
    }

    public static async Task<Results<Ok<Page<ReportVersion>>, ProblemHttpResult>> VersionsAsync(
        string id, [AsParameters] ListQuery list, NamedQueries queries, ReportVersions versions, CancellationToken cancellationToken)
    {
        var kept = await versions.ListAsync(id, cancellationToken);
        return kept.Count > 0 || await queries.FindAsync(id, cancellationToken) is not null
            ? list.Answer(kept, ("version", version => version.Version))
            : Missing(id);
    }

    public static ProblemHttpResult Missing(string id) => Problems.NotFound($"There is no report '{id}'; GET /api/reports lists them.");

    private static string? OwnerOf(string? firstAuthor) => firstAuthor == ReportVersions.Provisioning ? null : firstAuthor;
}
