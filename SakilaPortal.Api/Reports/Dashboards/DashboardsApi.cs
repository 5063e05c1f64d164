using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports.Dashboards;

internal static class DashboardsApi
{
    private const int MostTiles = 24;

    public static void MapDashboards(this IEndpointRouteBuilder api)
    {
        var dashboards = api.MapGroup("dashboards").WithTags("Reports").RequireAuthorization(Roles.Analyst);
        dashboards.MapGet("", ListAsync).WithSummary("Pages of several reports");
        dashboards.MapGet("{id:long}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("One page of reports");
        dashboards.MapPost("", CreateAsync).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Saves a page of reports; parameters of one name are shared");
        dashboards.MapPut("{id:long}", ChangeAsync).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Changes a page of reports; with the changedAt that was read, a later change by others is a conflict");
        dashboards.MapDelete("{id:long}", DeleteAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Deletes a page, not its reports");
    }

    private static async Task<Results<Ok<Page<Dashboard>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ListQuery list, DashboardBook book, CancellationToken cancellationToken) =>
        list.Answer(await book.ListAsync(cancellationToken), ("name", dashboard => dashboard.Name), ("changedAt", dashboard => dashboard.ChangedAt));

    private static async Task<Results<Ok<Dashboard>, ProblemHttpResult>> GetAsync(long id, DashboardBook book, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is { } dashboard ? TypedResults.Ok(dashboard) : Missing(id);

    private static async Task<Results<Created<Dashboard>, ProblemHttpResult>> CreateAsync(
        DashboardRequest request, ClaimsPrincipal caller, DashboardBook book, NamedQueries queries, CancellationToken cancellationToken)
    {
        if (await CheckAsync(request, queries, cancellationToken) is { Any: true } errors)
            return errors.AsInvalid();
        return await book.CreateAsync(caller.UserName, request, cancellationToken) is { } dashboard
            ? TypedResults.Created($"/api/dashboards/{dashboard.Id}", dashboard)
            : Taken(request);
    }

    private static async Task<Results<Ok<Dashboard>, ProblemHttpResult>> ChangeAsync(
        long id, DashboardRequest request, ClaimsPrincipal caller, DashboardBook book, NamedQueries queries, CancellationToken cancellationToken)
    {
        if (await CheckAsync(request, queries, cancellationToken) is { Any: true } errors)
            return errors.AsInvalid();
        if (await book.FindAsync(id, cancellationToken) is null)
            return Missing(id);
        var change = await book.ChangeAsync(id, caller.UserName, request, cancellationToken);
        return change == DashboardChange.NameTaken ? Taken(request)
            : await book.FindAsync(id, cancellationToken) is not { } now ? Missing(id)
            : change == DashboardChange.Outdated ? Problems.Outdated("changedAt", $"{now.ChangedBy} has changed it since; look at it before you save yours over it.")
            : TypedResults.Ok(now);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(long id, DashboardBook book, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is null)
            return Missing(id);
        await book.DeleteAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<FieldErrors> CheckAsync(DashboardRequest request, NamedQueries queries, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Require("name", request.Name, 128);
        if (request.Description?.Length > 1024)
            errors.Add("description", "This is longer than 1,024 characters.");
        if (request.Tiles is not { Count: > 0 and <= MostTiles })
        {
            errors.Add("tiles", $"A page has 1 to {MostTiles} reports.");
            return errors;
        }
        var known = (await queries.ListAsync(cancellationToken)).Select(query => query.NamedQueryId).ToHashSet();
        foreach (var tile in request.Tiles.Where(tile => !known.Contains(tile.ReportId)))
            errors.Add("tiles", $"There is no report '{tile.ReportId}'; GET /api/reports lists them.");
        return errors;
    }

    private static ProblemHttpResult Missing(long id) => Problems.NotFound($"There is no dashboard {id}; GET /api/dashboards lists them.");

    private static ProblemHttpResult Taken(DashboardRequest request) =>
        Problems.Conflict($"There is a dashboard named '{request.Name!.Trim()}' already; choose another name or change that one.");
}
