using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Lake.Ledger;
using SakilaPortal.Api.Lake.Workflow;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Tracing;

/// <summary>A partner event on its way to the reports.</summary>
internal sealed class EventTrace(
    EventArrival arrival, MySqlDataSource database, LandedObjects objects, TableWay way, CountingReports reports, NodeActivity activity, DeliveryWindow delivery, TimeProvider clock)
{
    private const string Films = "curatedzonedb.streaming_films", FilmsLink = "/platform/tables/curatedzonedb/streaming_films";

    private sealed record BatchRow(long BatchId, string ObjectKey, DateTime CreatedAt, long? Version);

    public static async Task<Results<Ok<Trace>, ProblemHttpResult>> GetAsync(string eventId, EventTrace trace, CancellationToken cancellationToken) =>
        await trace.FindAsync(eventId, cancellationToken) is { } accepted
            ? TypedResults.Ok(new Trace([.. await trace.HopsAsync(eventId, accepted, cancellationToken)]))
            : Problems.NotFound($"No event '{eventId}' was posted, simulated or seen in the landing zone in the last 30 days. Ids of simulated events are <simulation>-<number>.");

    private Task<Acceptance?> FindAsync(string eventId, CancellationToken cancellationToken) => arrival.AcceptedAsync(eventId, cancellationToken);

    private async Task<List<TraceHop>> HopsAsync(string id, Acceptance accepted, CancellationToken cancellationToken)
    {
        var hops = new List<TraceHop> { new("accepted", accepted.Where, accepted.At, accepted.State is "accepted" or "external" ? "done" : accepted.State == "sending" ? "waiting" : "missing", Note(accepted), accepted.Link) };
        if (accepted.State == "rejected" && !accepted.HasLanded)
            return hops;
        var landed = accepted.HasLanded ? await arrival.FindAsync(id, accepted.Near, cancellationToken) : null;
        hops.Add(await StreamAsync(accepted, cancellationToken));
        hops.Add(Landed(accepted, landed));
        var now = await activity.ReadAsync(cancellationToken);
        var batch = landed?.Object.TakenAt is { } taken ? await BatchAsync(taken, cancellationToken) : null;
        hops.Add(batch is not null
            ? new("batch", batch.ObjectKey, batch.CreatedAt, "done")
            : new("batch", null, null, "waiting", landed is null && accepted.HasLanded ? null : now.WaitsFor(now.Find("crawl"))));
        var publishedAt = batch?.Version is { } version ? await way.PublishedAsync("curatedzonedb", "streaming_films", version, cancellationToken) ?? batch.CreatedAt : (DateTime?)null;
        var waitsFor = now.WaitsFor(now.MakerOf(Films));
        hops.Add(publishedAt is null
            ? new("table version", Films, null, "waiting", waitsFor, FilmsLink)
            : new("table version", $"{Films}, version {batch!.Version}", publishedAt, "done", null, FilmsLink));
        hops.AddRange(await reports.OfAsync(new Dictionary<string, DateTime?> { [Films] = publishedAt }, waitsFor, cancellationToken));
        return hops;
    }

    private static string? Note(Acceptance accepted) => accepted.State == "rejected" ? "It was rejected and counts as not sent." : accepted.Note;

    private async Task<TraceHop> StreamAsync(Acceptance accepted, CancellationToken cancellationToken)
    {
        const string where = "delivery stream partner-events";
        if (accepted.HasLanded)
            return new("delivery stream", where, accepted.At, "done");
        var interval = await delivery.IntervalAsync(cancellationToken);
        var isLate = accepted.At < clock.GetUtcNow().UtcDateTime - await delivery.ReadAsync(cancellationToken);
        return isLate
            ? new("delivery stream", where, null, "missing", $"It should have been delivered within {interval.TotalSeconds:0} s. Look at the stream's error prefix and at Health.", "/platform/ledger")
            : new("delivery stream", where, null, "waiting", $"It is in the buffer, which is delivered every {interval.TotalSeconds:0} s, or at 1 MB.");
    }

    private TraceHop Landed(Acceptance accepted, (LandedRow Object, int Line)? landed) => landed is var (row, line)
        ? new("landed object", $"{objects.Address(row.ObjectKey)}, line {line}", row.FoundAt, "done")
        : accepted.HasLanded
            ? new("landed object", objects.Address("streaming/"), null, "done", "It has landed, in an object that is not among those found nearest to its time.")
            : new("landed object", objects.Address("streaming/"), null, "waiting", "It has not been delivered yet.");

    /// <summary>The batch that was written down together with the object.</summary>
    private Task<BatchRow?> BatchAsync(DateTime takenAt, CancellationToken cancellationToken) => database.FirstAsync<BatchRow>("""
        SELECT batch_id, object_key, created_at, version FROM portal.event_batch WHERE created_at <= @takenAt ORDER BY created_at DESC, batch_id DESC LIMIT 1
        """, new { takenAt }, cancellationToken);
}
