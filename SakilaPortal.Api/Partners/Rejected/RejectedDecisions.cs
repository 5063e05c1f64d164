using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Rejected;

/// <summary>What a person does with a selection of rejected events.</summary>
internal static class RejectedDecisions
{
    private const int MostAtOnce = 500;

    public static void MapRejectedDecisions(this IEndpointRouteBuilder group)
    {
        group.MapPost("replay", ReplayAsync).WithSummary("Sends those that are valid now after a moment, in which it can be undone");
        group.MapPost("dismiss", DismissAsync).WithSummary("Lays events aside that shall not be replayed");
        group.MapPost("undo", UndoAsync).WithSummary("Opens again what was laid aside, or is to be replayed and not sent yet");
    }

    private static async Task<Results<Ok<RejectedChange>, ProblemHttpResult>> ReplayAsync(
        RejectedSelection selection, HttpContext context, RejectedStore store, IOptions<RejectedOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Errors(selection) is { Any: true } errors)
            return errors.AsInvalid();
        var refused = new List<RejectedRefusal>();
        foreach (var one in await store.FindAsync(selection.Ids!, cancellationToken))
            if (one.State != "open")
                refused.Add(new(one.Id, $"It is {one.State} already."));
            else if (EventText.Check(one.Repaired ?? one.Body) is [var problem, ..])
                refused.Add(new(one.Id, $"Line {problem.Line}, column {problem.Column}: {problem.Message}"));
        long[] valid = [.. selection.Ids!.Except(refused.Select(one => one.Id))];
        var replayAt = clock.GetUtcNow().UtcDateTime + options.Value.UndoFor;
        await store.MoveAsync(valid, ["open"], "waiting", context.User.UserName, replayAt, cancellationToken);
        return TypedResults.Ok(new RejectedChange(valid, refused, valid.Length == 0 ? null : replayAt));
    }

    private static Task<Results<Ok<RejectedChange>, ProblemHttpResult>> DismissAsync(
        RejectedSelection selection, HttpContext context, RejectedStore store, CancellationToken cancellationToken) =>
        MoveAsync(selection, ["open"], "dismissed", context, store, cancellationToken);

    private static Task<Results<Ok<RejectedChange>, ProblemHttpResult>> UndoAsync(
        RejectedSelection selection, HttpContext context, RejectedStore store, CancellationToken cancellationToken) =>
        MoveAsync(selection, ["waiting", "dismissed"], "open", context, store, cancellationToken);

    private static async Task<Results<Ok<RejectedChange>, ProblemHttpResult>> MoveAsync(
        RejectedSelection selection, string[] from, string to, HttpContext context, RejectedStore store, CancellationToken cancellationToken)
    {
        if (Errors(selection) is { Any: true } errors)
            return errors.AsInvalid();
        await store.MoveAsync(selection.Ids!, from, to, context.User.UserName, null, cancellationToken);
        var now = await store.FindAsync(selection.Ids!, cancellationToken);
        return TypedResults.Ok(new RejectedChange(
            [.. now.Where(one => one.State == to).Select(one => one.Id)],
            [.. now.Where(one => one.State != to).Select(one => new RejectedRefusal(one.Id, $"It is {one.State} by now."))]));
    }

    private static FieldErrors Errors(RejectedSelection selection)
    {
        var errors = new FieldErrors();
        if (selection.Ids is not { Count: > 0 and <= MostAtOnce })
            errors.Add("ids", $"Give the ids of 1 to {MostAtOnce} events.");
        return errors;
    }
}
