using SakilaPortal.Api.Reports.Dashboards;
using SakilaPortal.Contracts;

namespace SakilaPortal.Api.Reports;

internal static class ReportsApi
{
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        api.MapDashboards();
        var reports = api.MapGroup("reports").WithTags("Reports").RequireAuthorization(Roles.Analyst);
        reports.MapGet("", ReportLibrary.ListAsync).WithSummary("The saved queries of the workgroup sakila-analysts");
        reports.MapGet("{id}", ReportLibrary.GetAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("One saved query with its SQL");
        reports.MapPost("", ReportChanges.CreateAsync).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Saves a query; only SELECT is allowed, and each :parameter is declared in the first comment");
        reports.MapPut("{id}", ReportChanges.UpdateAsync).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Changes a saved query; the earlier text is kept. With the version that was read, a later change by others is a conflict");
        reports.MapDelete("{id}", ReportChanges.DeleteAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Deletes a saved query; its texts are kept");
        reports.MapGet("{id}/versions", ReportLibrary.VersionsAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Every text that a report had, newest first");
        reports.MapPut("{id}/favourite", Favourites.MarkAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Marks a report for the caller");
        reports.MapDelete("{id}/favourite", Favourites.UnmarkAsync).WithSummary("Takes the caller's mark off a report");
        reports.MapGet("completions", CompletionBook.GetAsync).WithSummary("Tables, columns, functions and keywords for an editor of SQL");
        reports.MapGet("{id}/parameters/{name}/values", ParameterChoices.GetAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The choices of a list, from its query where it has one");
        reports.MapGet("{id}/moments", ReportMoments.ListAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The moments that a report can be run as of, newest first");
        reports.MapPost("checks", ReportChecks.Check).WithSummary("What a text declares, and what is wrong with it");
        reports.MapPost("drafts/runs", RunsApi.StartDraftAsync).ProducesProblem(StatusCodes.Status400BadRequest).WithSummary("Runs a text that is not saved");
        reports.MapPost("drafts/estimate", RunsApi.EstimateDraftAsync).ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("How much a run of a text that is not saved would read and cost at most");
        reports.MapPost("{id}/runs", RunsApi.StartAsync).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Starts a run; GET /api/runs/{runId} follows it");
        reports.MapPost("{id}/estimate", RunsApi.EstimateAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("How much a run would read and cost at most");

        var runs = api.MapGroup("runs").WithTags("Reports").RequireAuthorization(Roles.Analyst);
        runs.MapGet("{id}", RunsApi.GetAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("State, times, bytes, cost and columns of a run");
        runs.MapDelete("{id}", RunsApi.CancelAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Stops a run; what it has read is charged");
        runs.MapGet("", RunLists.ListAsync).ProducesProblem(StatusCodes.Status400BadRequest).WithSummary("Runs of all reports by person, cost and state, newest first");
        runs.MapGet("people", RunLists.PeopleAsync).WithSummary("What each person's runs read and cost");
        runs.MapGet("{id}/totals", RunResults.TotalsAsync).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("The sum of each column of numbers over all rows");
        runs.MapGet("{id}/buffer", RunBuffer.GetAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Accepted events that the result cannot hold yet; 204 when the run reads no events");
        runs.MapGet("{id}/changes", RunComparison.GetAsync).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("What differs from an earlier run; 204 when there is none");
        runs.MapGet("{id}/rows", RunResults.RowsAsync).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Some rows of the result; nextToken asks for the following ones, offset and sort for any");
        runs.MapGet("{id}/csv", RunResults.CsvAsync).Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("The whole result, safe to open in a spreadsheet");
    }
}
