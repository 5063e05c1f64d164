using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Rejected;

/// <summary>
/// Sends the replays that nobody has undone in time. An event without id gets one made of its number here, so that it counts once
/// even if the Api dies between sending and noting it.
/// </summary>
internal sealed partial class RejectedReplays(
    RejectedStore store, PartnerEventIntake intake, IOptions<RejectedOptions> options, TimeProvider clock, ILogger<RejectedReplays> logger)
    : BackgroundService
{
    private const int AtOnce = 500;
    private const int LooksAForgetting = 3600;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var look = 0; ; look++)
        {
            try
            {
                while (await ReplayAsync(stoppingToken))
                    LogReplayed();
                if (look % LooksAForgetting == 0)
                    await store.ForgetAsync(options.Value.KeepFor, stoppingToken);
            }
            catch (DbException away)
            {
                LogDatabaseAway(away.Message);
            }
            await Task.Delay(LookEvery, clock, stoppingToken);
        }
    }

    private async Task<bool> ReplayAsync(CancellationToken cancellationToken)
    {
        var due = await store.TakeDueAsync(AtOnce, Lost, cancellationToken);
        foreach (var person in due.GroupBy(one => one.DecidedBy ?? ""))
        {
            RejectedEvent[] events = [.. person];
            var list = new JsonArray([.. events.Select(one => EventText.Named(one.Repaired ?? one.Body, $"replay-{one.Id}"))]);
            using var document = JsonSerializer.SerializeToDocument(list);
            var (response, _) = await intake.TakeAsync(document.RootElement, person.Key, cancellationToken, keepRefused: false);
            foreach (var (one, result) in events.Zip(response.Results))
                await store.SettleAsync(one.Id, result.RecordId is null ? null : result.EventId, result.Error, cancellationToken);
        }
        return due.Count > 0;
    }

    [LoggerMessage(LogLevel.Debug, "Rejected events were replayed")]
    private partial void LogReplayed();

    [LoggerMessage(LogLevel.Warning, "Rejected events cannot be replayed now: {Reason}")]
    private partial void LogDatabaseAway(string reason);
}
