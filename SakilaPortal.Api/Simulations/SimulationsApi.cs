using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Simulations;

internal static class SimulationsApi
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);

    public static void MapSimulations(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("simulations").RequireAuthorization(Roles.Partner).WithTags("Simulations");

        group.MapGet("", ListAsync).WithSummary("All simulations, the newest first");
        group.MapPost("", StartAsync)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Starts a simulation, which runs on the server until it has sent its records or is stopped");
        group.MapGet("{id}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("A simulation with its counters of this moment");
        group.MapGet("{id}/history", SimulationHistories.GetAsync).WithSummary("The counters of a simulation at moments while it ran, for a chart of its rate");
        group.MapGet("{id}/delivery", DeliveryAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The buffer, the next delivery and the objects delivered, reckoned from the stream's hints");
        group.MapDelete("{id}", StopAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Stops a simulation; it stays in the list");
    }

    private static async Task<Results<Ok<Page<Simulation>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ListQuery query, SimulationStore store, SimulationRunner runner, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var newestFirst = query.Sort is null && query.Desc is null ? query with { Desc = true } : query;
        var paging = newestFirst.Read(errors, ("startedAt", "started_at"), ("accepted", "accepted"), ("rate", "rate"), ("state", "state"));
        if (errors.Any)
            return errors.AsInvalid();
        var page = await store.ListAsync(paging, cancellationToken);
        return TypedResults.Ok(new Page<Simulation>([.. page.Items.Select(row => Now(row, runner))], page.Total, page.NextPage));
    }

    private static async Task<Results<Created<Simulation>, ProblemHttpResult>> StartAsync(
        CreateSimulationRequest request, HttpContext context, SimulationPlanning planning, SimulationStore store, SimulationRunner runner,
        CancellationToken cancellationToken)
    {
        var (row, refusal) = await planning.PlanAsync(request, context.User.UserName, cancellationToken);
        if (row is null)
            return refusal!;
        await runner.AddAsync(row, cancellationToken);
        var simulation = Now((await store.FindAsync(row.SimulationId, cancellationToken))!, runner);
        return TypedResults.Created($"/api/simulations/{simulation.Id}", simulation);
    }

    private static async Task<Results<Ok<Simulation>, ProblemHttpResult>> GetAsync(
        string id, SimulationStore store, SimulationRunner runner, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } row ? TypedResults.Ok(Now(row, runner)) : NotFound(id);

    private static async Task<Results<Ok<DeliveryProgress>, ProblemHttpResult>> DeliveryAsync(
        string id, SimulationStore store, SimulationRunner runner, DeliveryWatch watch, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } row ? TypedResults.Ok(await watch.LookAsync(Now(row, runner), cancellationToken)) : NotFound(id);

    private static async Task<Results<Ok<Simulation>, ProblemHttpResult>> StopAsync(
        string id, SimulationStore store, SimulationRunner runner, CancellationToken cancellationToken)
    {
        await store.RequestStopAsync(id, cancellationToken);
        await runner.StopAsync(id, StopPatience, cancellationToken);
        return await GetAsync(id, store, runner, cancellationToken);
    }

    // A row that says running is overtaken by the counters of the run itself, if it is here.
    private static Simulation Now(SimulationRow row, SimulationRunner runner) =>
        row.ToSimulation(row.EndedAt is null ? runner.Find(row.SimulationId) : null);

    private static ProblemHttpResult NotFound(string id) => Problems.NotFound($"There is no simulation {id}. It may have been mistyped.");
}
