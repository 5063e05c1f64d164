using System.Text.Json;
using Microsoft.Extensions.Options;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Rejected;

/// <summary>
/// Sends the replays that nobody has undone in time. An event without id gets one made of its number here, so that it counts once
/// even if the Api dies between sending and noting it.
/// </summary>
internal sealed partial class RejectedReplays(
    RejectedStore store, PartnerEventIntake intake, IOptions<RejectedOptions> options, TimeProvider clock, ILogger<RejectedReplays> logger)
    : RepeatedWork(TimeSpan.FromSeconds(1), clock, logger)
{
    private const int AtOnce = 500;
    private const int LooksAForgetting = 3600;
    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(1);

    private readonly ILogger logger = logger;
    private int look;

    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (await store.TakeDueAsync(AtOnce, Lost, stoppingToken) is { Count: > 0 } due)
            foreach (var person in due.GroupBy(one => one.DecidedBy ?? ""))
                await ReplayAsync(person.Key, [.. person], stoppingToken);
        if (look++ % LooksAForgetting == 0)
            await store.ForgetAsync(options.Value.KeepFor, stoppingToken);
    }

    // What cannot be sent together is sent one by one, so that one event never holds up another; it is open again, with the reason.
    private async Task ReplayAsync(string userName, RejectedEvent[] events, CancellationToken cancellationToken)
    {
        try
        {
            using var posted = JsonDocument.Parse(EventText.List(events.Select(one => (one.Repaired ?? one.Body, $"replay-{one.Id}"))));
            var (response, _) = await intake.TakeAsync(posted.RootElement, userName, cancellationToken, keepRefused: false);
            foreach (var (one, result) in events.Zip(response.Results))
                await store.SettleAsync(one.Id, result.RecordId is null ? null : result.EventId, result.Error, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotReplayed(fault, events.Length);
            if (events is [var alone])
                await store.SettleAsync(alone.Id, null, $"It could not be replayed: {fault.Message}", cancellationToken);
            else
                foreach (var one in events)
                    await ReplayAsync(userName, [one], cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} rejected events could not be replayed together")]
    private partial void LogNotReplayed(Exception fault, int count);
}
