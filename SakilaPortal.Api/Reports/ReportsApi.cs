using SakilaPortal.Contracts;

namespace SakilaPortal.Api.Reports;

internal static class ReportsApi
{
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("reports").WithTags("Reports").RequireAuthorization(Roles.Analyst);
        reports.MapGet("", ReportLibrary.ListAsync).WithSummary("The saved queries of the workgroup sakila-analysts");
        reports.MapGet("{id}", ReportLibrary.GetAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("One saved query with its SQL");
        reports.MapPost("", ReportLibrary.CreateAsync).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Saves a query; only SELECT is allowed, and each :parameter is declared in the first comment");
        reports.MapPut("{id}", ReportLibrary.UpdateAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Changes a saved query; the earlier text is kept");
        reports.MapDelete("{id}", ReportLibrary.DeleteAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Deletes a saved query; its texts are kept");
        reports.MapGet("{id}/versions", ReportLibrary.VersionsAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Every text that a report had, newest first");
        reports.MapPost("{id}/runs", RunsApi.StartAsync).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Starts a run; GET /api/runs/{runId} follows it");
        reports.MapPost("{id}/estimate", RunsApi.EstimateAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("How much a run would read and cost at most");

        var runs = api.MapGroup("runs").WithTags("Reports").RequireAuthorization(Roles.Analyst);
        runs.MapGet("{id}", RunsApi.GetAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("State, times, bytes, cost and columns of a run");
        runs.MapDelete("{id}", RunsApi.CancelAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Stops a run; what it has read is charged");
        runs.MapGet("{id}/rows", RunsApi.RowsAsync).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Some rows of the result; nextToken asks for the following ones");
        runs.MapGet("{id}/csv", RunsApi.CsvAsync).Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("The whole result, safe to open in a spreadsheet");
    }
}
