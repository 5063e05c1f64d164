using System.Security.Claims;
using Amazon.Athena.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>Writes, changes and deletes saved reports, one after the other, so that a name is taken once and nobody's text is lost.</summary>
internal static class ReportChanges
{
    private const string Turn = "portal.reports";

    public static async Task<Results<Created<Report>, ProblemHttpResult>> CreateAsync(
        ReportRequest request, ClaimsPrincipal caller, NamedQueries queries, ReportVersions versions, MySqlDataSource database, CancellationToken cancellationToken)
    {
        if (Check(request) is { Any: true } errors)
            return errors.AsInvalid();
        await using var turn = await NamedLock.TakeAsync(database, Turn, cancellationToken);
        if (await IsTakenAsync(queries, request.Name!, null, cancellationToken))
            return Taken(request.Name!);

        var id = await queries.CreateAsync(request.Name!.Trim(), request.Description, request.Sql!, cancellationToken);
        var report = NamedQueries.ToReport((await queries.FindAsync(id, cancellationToken))!, withSql: true);
        return TypedResults.Created($"/api/reports/{id}", report with { Version = await versions.KeepAsync(caller.UserName, report, cancellationToken) });
    }

    /// <summary>The new text is kept before Athena has it, so that none is there that was not kept.</summary>
    public static async Task<Results<Ok<Report>, ProblemHttpResult>> UpdateAsync(
        string id, ReportRequest request, ClaimsPrincipal caller, NamedQueries queries, ReportVersions versions, MySqlDataSource database, CancellationToken cancellationToken)
    {
        if (Check(request) is { Any: true } errors)
            return errors.AsInvalid();
        await using var turn = await NamedLock.TakeAsync(database, Turn, cancellationToken);
        if (await queries.FindAsync(id, cancellationToken) is not { } before)
            return ReportLibrary.Missing(id);
        var last = await versions.LastAsync(id, cancellationToken);
        if (request.Version is { } known && known != (last?.Version ?? 0))
            return Outdated(last!);
        if (await IsTakenAsync(queries, request.Name!, id, cancellationToken))
            return Taken(request.Name!);

        if (last is null)
            await versions.KeepAsync(ReportVersions.Provisioning, NamedQueries.ToReport(before, withSql: true), cancellationToken);
        var name = request.Name!.Trim();
        var report = NamedQueries.ToReport(
            new NamedQuery { NamedQueryId = id, Name = name, Description = request.Description, QueryString = request.Sql, Database = before.Database }, withSql: true);
        var version = await versions.KeepAsync(
            caller.UserName, report, cancellationToken, () => queries.UpdateAsync(id, name, request.Description, request.Sql!, cancellationToken));
        return TypedResults.Ok(report with { Version = version });
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        string id, ClaimsPrincipal caller, NamedQueries queries, ReportVersions versions, MySqlDataSource database, CancellationToken cancellationToken)
    {
        await using var turn = await NamedLock.TakeAsync(database, Turn, cancellationToken);
        if (await queries.FindAsync(id, cancellationToken) is not { } query)
            return ReportLibrary.Missing(id);
        await versions.KeepAsync(caller.UserName, NamedQueries.ToReport(query, withSql: true), cancellationToken);
        await queries.DeleteAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

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

    private static ProblemHttpResult Outdated(ReportVersion last) =>
        Problems.Outdated("version", $"{last.ChangedBy} has changed it since, to version {last.Version}; compare both texts before you save yours over it.");
}
