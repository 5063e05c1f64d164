using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Rejected;

internal static class RejectedEventsApi
{
    private const int LongestBody = 100_000;
    private static readonly string[] States = ["open", "waiting", "replayed", "dismissed"];

    public static void MapRejectedEvents(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("rejected-events").RequireAuthorization(Roles.Partner).WithTags("Rejected events");

        group.MapGet("", ListAsync).WithSummary("Events that were refused, posted or landed; state, source and search narrow the list");
        group.MapGet("summary", SummaryAsync).WithSummary("How many there are in each state");
        group.MapPost("check", Check).WithSummary("What keeps a text from being accepted as an event");
        group.MapPut("{id:long}", RepairAsync).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Puts a repaired text in the place of a refused one; it may still have problems");
        group.MapRejectedDecisions();
    }

    private static async Task<Results<Ok<Page<RejectedEvent>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ListQuery query, string? state, string? source, string? search, RejectedStore store, MalformedLines malformed,
        CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var newestFirst = query.Sort is null && query.Desc is null ? query with { Desc = true } : query;
        var paging = newestFirst.Read(errors, ("foundAt", "found_at"), ("reason", "reason"), ("source", "source"));
        if (state is not null && !States.Contains(state))
            errors.Add("state", $"The states are {string.Join(", ", States)}.");
        if (source is not (null or RejectedStore.Posted or RejectedStore.Landed))
            errors.Add("source", $"The sources are {RejectedStore.Posted} and {RejectedStore.Landed}.");
        if (errors.Any)
            return errors.AsInvalid();
        await malformed.TakeInAsync(cancellationToken);
        return TypedResults.Ok(await store.ListAsync(state, source, search, paging, cancellationToken));
    }

    private static async Task<Ok<RejectedSummary>> SummaryAsync(RejectedStore store, MalformedLines malformed, CancellationToken cancellationToken)
    {
        await malformed.TakeInAsync(cancellationToken);
        return TypedResults.Ok(await store.SummaryAsync(cancellationToken));
    }

    private static Results<Ok<RepairCheck>, ProblemHttpResult> Check(RepairRequest request) =>
        Errors(request) is { Any: true } errors ? errors.AsInvalid() : TypedResults.Ok(new RepairCheck(EventText.Check(request.Body!)));

    private static async Task<Results<Ok<RepairCheck>, ProblemHttpResult>> RepairAsync(
        long id, RepairRequest request, HttpContext context, RejectedStore store, CancellationToken cancellationToken)
    {
        if (Errors(request) is { Any: true } errors)
            return errors.AsInvalid();
        if (await store.FindAsync(id, cancellationToken) is null)
            return Problems.NotFound($"There is no rejected event {id}; they are kept for 30 days.");
        return await store.RepairAsync(id, request.Body!, context.User.UserName, cancellationToken)
            ? TypedResults.Ok(new RepairCheck(EventText.Check(request.Body!)))
            : Problems.Conflict("This event is open no more, so it cannot be repaired; undo what was decided first.");
    }

    private static FieldErrors Errors(RepairRequest request)
    {
        var errors = new FieldErrors();
        errors.Require("body", request.Body, LongestBody);
        return errors;
    }
}
