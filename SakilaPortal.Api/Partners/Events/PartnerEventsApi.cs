using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Events;

internal static class PartnerEventsApi
{
    private const int MostEvents = 5000;
    private const int LargestBody = 10 * 1024 * 1024;
    private const string RetryAfterSeconds = "5";

    public static void MapPartnerEvents(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("partner-events").RequireAuthorization(Roles.Partner).WithTags("Partner events");

        group.MapPost("", PostAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .Accepts<PartnerEvent[]>("application/json")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary($"Sends up to {MostEvents} events; each is accepted or rejected for itself, and the answer keeps their order")
            .WithDescription("""
                Body: a JSON list of events with the fields timestamp (ISO 8601 with offset), eventType (rent, buy, trailer), film_id, distributor, platform and
                state (full name of a US state), at most 10 MiB. Bring your own event_id (1 to 128 characters) if you may have to send an event again: the
                lake keeps one of each id. An event without one is given a UUIDv7. accepted means durable: the event will be in the reports. A rejected
                one names its error; it is kept, so that it can be repaired and replayed. 503 with Retry-After means that nothing was accepted: send all again.
                """);
    }

    private static async Task<Results<Ok<PartnerEventsResponse>, ProblemHttpResult>> PostAsync(
        HttpContext context, PartnerEventIntake intake, CancellationToken cancellationToken)
    {
        using var body = await ReadAsync(context.Request, cancellationToken);
        if (body?.RootElement is not { ValueKind: JsonValueKind.Array } events)
            return Problems.Invalid("body", "The body must be a JSON list of events: [{\"timestamp\": …}, …].");
        if (events.GetArrayLength() > MostEvents)
            return Problems.Invalid("body", $"The list has {events.GetArrayLength()} events; send at most {MostEvents} at once.");

        var (response, unavailable) = await intake.TakeAsync(events, context.User.UserName, cancellationToken);
        if (unavailable is null)
            return TypedResults.Ok(response);
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return TypedResults.Problem(
            $"No event was accepted: {unavailable} Send all of them again.", statusCode: StatusCodes.Status503ServiceUnavailable,
            title: "The delivery stream cannot be reached.");
    }

    // Null when it is not JSON. A body beyond the limit is refused by the server itself, with 413.
    private static async Task<JsonDocument?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
