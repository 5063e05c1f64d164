using SakilaPortal.Api.Lake.Health;
using SakilaPortal.Api.Lake.Ledger;
using SakilaPortal.Api.Lake.Tables;
using SakilaPortal.Api.Lake.Tracing;
using SakilaPortal.Api.Lake.Workflow;
using SakilaPortal.Contracts;

namespace SakilaPortal.Api.Lake;

internal static class LakeApi
{
    public static void MapLake(this IEndpointRouteBuilder api)
    {
        api.MapGet("overview", BusinessOverview.GetAsync).WithTags("Lake").WithSummary("What the business did lately");

        var lake = api.MapGroup("lake").WithTags("Lake").RequireAuthorization(Roles.Analyst);
        lake.MapGet("tables", TableList.ListAsync).WithSummary("The tables of the three zones with their newest version and how fresh it is");
        lake.MapGet("tables/{database}/{name}", TablePage.GetAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("One table with its columns, partitions, files, versions and lineage");
        lake.MapGet("tables/{database}/{name}/sample", TablePage.SampleAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("A few rows of a table");
        lake.MapGet("ledger", LedgerBook.GetAsync).WithSummary("Whether nothing was lost or counted twice; full=true counts every side anew");
        lake.MapGet("crawl-preview", CrawlPreviews.GetAsync).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("What the next crawl would do to tables and saved queries");
        lake.MapGet("health", LakeHealthApi.GetAsync).WithSummary("How every part of the platform does, and what to do about it");

        api.MapGet("partner-events/{eventId}/trace", EventTrace.GetAsync).WithTags("Lake").RequireAuthorization(Roles.Analyst)
            .ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Where a partner event has got to on its way to the reports");

        var workflow = api.MapGroup("workflow").WithTags("Lake").RequireAuthorization(Roles.Analyst);
        workflow.MapGet("", WorkflowRuns.GraphAsync).WithSummary("The steps of the workflow with the state of each");
        workflow.MapGet("runs", WorkflowRuns.ListAsync).WithSummary("Runs of the workflow, newest first");
        workflow.MapPost("runs", WorkflowRuns.RequestAsync).RequireAuthorization(Roles.Admin).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Asks for a run now, or for one that goes on from a failed run");
        workflow.MapDelete("runs/{id}", WorkflowRuns.CancelAsync).RequireAuthorization(Roles.Admin)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).WithSummary("Asks the pipeline to end a running run");
    }
}
