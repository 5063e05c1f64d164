using SakilaPortal.Contracts;

namespace SakilaPortal.Api.Lake;

internal static class LakeApi
{
    public static void MapLake(this IEndpointRouteBuilder api)
    {
        api.MapGet("overview", BusinessOverview.GetAsync).WithTags("Lake").WithSummary("What the business did lately");

        var lake = api.MapGroup("lake").WithTags("Lake").RequireAuthorization(Roles.Analyst);
        lake.MapGet("tables", LakeTables.ListAsync).WithSummary("The tables of the three zones with their newest version");
        lake.MapGet("tables/{database}/{name}", LakeTables.GetAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("One table with its columns");
        lake.MapGet("ledger", LedgerBook.GetAsync).WithSummary("Whether nothing was lost or counted twice");

        var workflow = api.MapGroup("workflow").WithTags("Lake").RequireAuthorization(Roles.Analyst);
        workflow.MapGet("", WorkflowRuns.GraphAsync).WithSummary("The steps of the workflow with the state of each");
        workflow.MapGet("runs", WorkflowRuns.ListAsync).WithSummary("Runs of the workflow, newest first");
        workflow.MapPost("runs", WorkflowRuns.RequestAsync).RequireAuthorization(Roles.Admin).WithSummary("Asks for a run now");
    }
}
