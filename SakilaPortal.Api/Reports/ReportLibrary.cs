using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>Saved reports: list, read, write and their earlier texts.</summary>
internal static class ReportLibrary
{
    // What stood there before the first change through the portal came with the lake.
    private const string Provisioning = "provisioning";

    public static async Task<Ok<Page<Report>>> ListAsync(
        ClaimsPrincipal caller, NamedQueries queries, ReportVersions versions, RunBook book, Favourites favourites, CancellationToken cancellationToken)
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
        return TypedResults.Ok(new Page<Report>(reports, reports.Count));
    }

    public static async Task<Results<Ok<Report>, ProblemHttpResult>> GetAsync(
        string id, ClaimsPrincipal caller, NamedQueries queries, ReportVersions versions, RunBook book, Favourites favourites, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } query)
            return Missing(id);
        return TypedResults.Ok(NamedQueries.ToReport(query, withSql: true) with
        {
            Owner = OwnerOf((await versions.OwnersAsync(cancellationToken)).GetValueOrDefault(id)),
            LastRun = (await book.LastAsync(id, cancellationToken))?.ToSummary(),
            Favourite = (await favourites.OfAsync(caller.UserName, cancellationToken)).Contains(id),
        });
    }

    public static async Task<Results<Created<Report>, ProblemHttpResult>> CreateAsync(
        ReportRequest request, ClaimsPrincipal caller, NamedQueries queries, ReportVersions versions, CancellationToken cancellationToken)
    {
        if (Check(request) is { Any: true } errors)
            return errors.AsInvalid();
        if (await IsTakenAsync(queries, request.Name!, null, cancellationToken))
            return Taken(request.Name!);

        var id = await queries.CreateAsync(request.Name!.Trim(), request.Description, request.Sql!, cancellationToken);
        var report = NamedQueries.ToReport((await queries.FindAsync(id, cancellationToken))!, withSql: true);
        await versions.KeepAsync(caller.UserName, report, cancellationToken);
        return TypedResults.Created($"/api/reports/{id}", report);
    }

    public static async Task<Results<Ok<Report>, ProblemHttpResult>> UpdateAsync(
        string id, ReportRequest request, ClaimsPrincipal caller, NamedQueries queries, ReportVersions versions, CancellationToken cancellationToken)
    {
        if (Check(request) is { Any: true } errors)
            return errors.AsInvalid();
        if (await queries.FindAsync(id, cancellationToken) is not { } before)
            return Missing(id);
        if (await IsTakenAsync(queries, request.Name!, id, cancellationToken))
            return Taken(request.Name!);

        if ((await versions.ListAsync(id, cancellationToken)).Count == 0)
            await versions.KeepAsync(Provisioning, NamedQueries.ToReport(before, withSql: true), cancellationToken);
        await queries.UpdateAsync(id, request.Name!.Trim(), request.Description, request.Sql!, cancellationToken);
        var report = NamedQueries.ToReport((await queries.FindAsync(id, cancellationToken))!, withSql: true);
        await versions.KeepAsync(caller.UserName, report, cancellationToken);
        return TypedResults.Ok(report);
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        string id, ClaimsPrincipal caller, NamedQueries queries, ReportVersions versions, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } query)
            return Missing(id);
        await versions.KeepAsync(caller.UserName, NamedQueries.ToReport(query, withSql: true), cancellationToken);
        await queries.DeleteAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    public static async Task<Results<Ok<Page<ReportVersion>>, ProblemHttpResult>> VersionsAsync(
        string id, NamedQueries queries, ReportVersions versions, CancellationToken cancellationToken)
    {
        var list = await versions.ListAsync(id, cancellationToken);
        return list.Count > 0 || await queries.FindAsync(id, cancellationToken) is not null
            ? TypedResults.Ok(new Page<ReportVersion>(list, list.Count))
            : Missing(id);
    }

    public static ProblemHttpResult Missing(string id) => Problems.NotFound($"There is no report '{id}'; GET /api/reports lists them.");

    private static string? OwnerOf(string? firstAuthor) => firstAuthor == Provisioning ? null : firstAuthor;

    private static FieldErrors Check(ReportRequest request)
    {
        var errors = new FieldErrors();
        errors.Require("name", request.Name, 128);
        errors.Require("sql", request.Sql, 262_144);
        if (request.Description?.Length > 1024)
            errors.Add("description", "This is longer than 1,024 characters.");
        if (!errors.Any)
            ReportSql.Check(errors, request.Sql!);
        return errors;
    }

    private static async Task<bool> IsTakenAsync(NamedQueries queries, string name, string? exceptId, CancellationToken cancellationToken) =>
        (await queries.ListAsync(cancellationToken)).Any(query => query.NamedQueryId != exceptId && query.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    private static ProblemHttpResult Taken(string name) => Problems.Conflict($"There is a report named '{name.Trim()}' already; choose another name or change that one.");
}
