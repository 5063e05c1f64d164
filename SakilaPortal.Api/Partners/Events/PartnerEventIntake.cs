using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using MySqlConnector;
using SakilaPortal.Api.Partners.Delivery;
using SakilaPortal.Api.Partners.Rejected;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Events;

/// <summary>Takes posted events in: checks, names, journals and puts them. The journal knows an event before Firehose does.</summary>
internal sealed class PartnerEventIntake(DeliveryStreams streams, RejectedStore rejected, MySqlDataSource database, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <param name="keepRefused">Whether those that break a rule are kept, to be repaired and replayed.</param>
    /// <returns>What became of each, or, when Firehose took none that could be taken, why.</returns>
    public async Task<(PartnerEventsResponse Response, string? Unavailable)> TakeAsync(
        JsonElement events, string userName, CancellationToken cancellationToken, bool keepRefused = true)
    {
        var requestId = Guid.CreateVersion7().ToString("N");
        var journal = new EventJournal(database, requestId);
        await journal.AttemptAsync(events.GetArrayLength(), clock.GetUtcNow().UtcDateTime, cancellationToken);
        PartnerEventResult[] results = [.. events.EnumerateArray().Select(Check)];
        if (keepRefused)
            await rejected.KeepAsync(RejectedStore.Posted, Refused(events, results, requestId), userName, cancellationToken);
        int[] valid = [.. Enumerable.Range(0, results.Length).Where(index => results[index].Error is null)];
        if (valid.Length == 0)
            return (await AnswerAsync(0), null);

        ReadOnlyMemory<byte>[] records = [.. valid.Select(index => (ReadOnlyMemory<byte>)EventText.Line(events[index], results[index].EventId!))];
        await journal.NoteAsync(Ids(_ => true), records, userName, clock.GetUtcNow().UtcDateTime, cancellationToken);

        var persistence = new Persistence(failing => failing < Patience, _ => { });
        var delivered = await streams.PutAsync(PartnerEventRules.Stream, records, persistence, cancellationToken);
        foreach (var (index, outcome) in valid.Zip(delivered))
            results[index] = results[index] with { RecordId = outcome.RecordId, Error = outcome.Error };

        // What Firehose has taken is noted even if the caller has gone meanwhile.
        var settled = await journal.SettleAsync(Ids(index => results[index].RecordId is null).Except(Ids(index => results[index].RecordId is not null)), CancellationToken.None);
        return (await AnswerAsync(settled), delivered.All(outcome => outcome.RecordId is null) ? delivered[0].Error : null);

        async Task<PartnerEventsResponse> AnswerAsync(int newlyAccepted)
        {
            var summary = Summary(results);
            await journal.AnswerAsync(summary.Accepted, summary.Rejected, summary.Accepted - newlyAccepted);
            return summary;
        }

        IEnumerable<string> Ids(Func<int, bool> those) => valid.Where(those).Select(index => results[index].EventId!);
    }

    private static IEnumerable<Refused> Refused(JsonElement events, PartnerEventResult[] results, string requestId) =>
        results.Index().Where(one => one.Item.Error is not null).Select(one =>
            new Refused($"{requestId}#{one.Index + 1}", one.Item.EventId is { Length: <= PartnerEventRules.LongestId } id ? id : null, Raw(events[one.Index]), one.Item.Error!));

    // Bytes that are no UTF-8 are kept as what stands for them.
    private static string Raw(JsonElement posted) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(posted));

    private static PartnerEventResult Check(JsonElement posted)
    {
        var problems = new List<RecordProblem>();
        RecordCheck.Check(JsonMarshal.GetRawUtf8Value(posted), PartnerEventRules.Posted, problems);
        var named = EventText.IdOf(posted);
        return problems.Count == 0
            ? new(named ?? Guid.CreateVersion7().ToString(), null, null)
            : new(named, null, string.Join(' ', problems.Select(problem => problem.Message)));
    }

    private static PartnerEventsResponse Summary(PartnerEventResult[] results) =>
        new(results.Count(result => result.RecordId is not null), results.Count(result => result.RecordId is null), results);
}
