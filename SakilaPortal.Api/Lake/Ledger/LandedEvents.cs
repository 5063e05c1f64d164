using MySqlConnector;
using SakilaPortal.Api.Data;

namespace SakilaPortal.Api.Lake.Ledger;

/// <summary>
/// What has landed of the partner events and how far it is on its way, as the lake's register has it. Objects and batches that are through are
/// summed up once, and only later ones are asked for again.
/// </summary>
internal sealed class LandedEvents(MySqlDataSource database) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private Objects closedObjects = new(0, 0, 0, 0, 0, null);
    private Batches closedBatches = new(0, 0);
    private long objectsUntil, batchesUntil;

    private sealed record Objects(long Count, long Bytes, long Lines, long Malformed, long Waiting, DateTime? LastAt);

    private sealed record Batches(long Events, long Waiting);

    private sealed record Bounds(long? FirstWaiting, long? Last, DateTime? WaitingSince);

    public async Task<LandedCount> CountAsync(CancellationToken cancellationToken)
    {
        const string objectBounds = """
            SELECT MIN(IF(state = 'found', object_id, NULL)) first_waiting, MAX(object_id) last, MIN(IF(state = 'found', found_at, NULL)) waiting_since
            FROM portal.landed_object WHERE object_id > @from AND feed LIKE 'streaming/%'
            """;
        const string batchBounds = """
            SELECT MIN(IF(version IS NULL, batch_id, NULL)) first_waiting, MAX(batch_id) last, MIN(IF(version IS NULL, created_at, NULL)) waiting_since
            FROM portal.event_batch WHERE batch_id > @from
            """;
        await turn.WaitAsync(cancellationToken);
        try
        {
            var bounds = (await database.FirstAsync<Bounds>(objectBounds, new { from = objectsUntil }, cancellationToken))!;
            if (UpTo(bounds, objectsUntil) is var objectsTo && objectsTo > objectsUntil)
                (closedObjects, objectsUntil) = (Sum(closedObjects, await ObjectsAsync(objectsUntil, objectsTo, cancellationToken)), objectsTo);
            var objects = Sum(closedObjects, await ObjectsAsync(objectsUntil, long.MaxValue, cancellationToken));

            var waiting = (await database.FirstAsync<Bounds>(batchBounds, new { from = batchesUntil }, cancellationToken))!;
            if (UpTo(waiting, batchesUntil) is var batchesTo && batchesTo > batchesUntil)
                (closedBatches, batchesUntil) = (Sum(closedBatches, await BatchesAsync(batchesUntil, batchesTo, cancellationToken)), batchesTo);
            var batches = Sum(closedBatches, await BatchesAsync(batchesUntil, long.MaxValue, cancellationToken));
            return new(objects.Count, objects.Bytes, objects.Lines, objects.Malformed, objects.Waiting, bounds.WaitingSince, objects.LastAt,
                batches.Events, batches.Waiting, waiting.WaitingSince);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The batches that have waited for longer than they should.</summary>
    public Task<IReadOnlyList<string>> LateBatchesAsync(DateTime before, CancellationToken cancellationToken) => database.ListAsync<string>(
        "SELECT object_key FROM portal.event_batch WHERE version IS NULL AND created_at < @before LIMIT 1000", new { before }, cancellationToken);

    public void Dispose() => turn.Dispose();

    private static long UpTo(Bounds bounds, long from) => bounds.FirstWaiting - 1 ?? bounds.Last ?? from;

    private async Task<Objects> ObjectsAsync(long from, long to, CancellationToken cancellationToken) => (await database.FirstAsync<Objects>("""
        SELECT COUNT(*) `count`, COALESCE(SUM(byte_count), 0) bytes, COALESCE(SUM(row_count), 0) `lines`, COALESCE(SUM(refused_count), 0) malformed,
               COALESCE(SUM(state = 'found'), 0) waiting, MAX(found_at) last_at
        FROM portal.landed_object WHERE object_id > @from AND object_id <= @to AND feed LIKE 'streaming/%' AND state <> 'gone'
        """, new { from, to }, cancellationToken))!;

    private async Task<Batches> BatchesAsync(long from, long to, CancellationToken cancellationToken) => (await database.FirstAsync<Batches>("""
        SELECT COALESCE(SUM(row_count), 0) events, COALESCE(SUM(IF(version IS NULL, row_count, 0)), 0) waiting
        FROM portal.event_batch WHERE batch_id > @from AND batch_id <= @to
        """, new { from, to }, cancellationToken))!;

    private static Objects Sum(Objects a, Objects b) =>
        new(a.Count + b.Count, a.Bytes + b.Bytes, a.Lines + b.Lines, a.Malformed + b.Malformed, a.Waiting + b.Waiting, b.LastAt ?? a.LastAt);

    private static Batches Sum(Batches a, Batches b) => new(a.Events + b.Events, a.Waiting + b.Waiting);
}

/// <param name="Lines">Good lines, repeats among them.</param>
/// <param name="ObjectsWaiting">Found, and not taken in yet.</param>
/// <param name="Events">Distinct events taken in.</param>
/// <param name="EventsWaiting">Of these, not in streaming_films yet.</param>
internal sealed record LandedCount(
    long Objects, long Bytes, long Lines, long Malformed, long ObjectsWaiting, DateTime? ObjectsWaitSince, DateTime? LastAt,
    long Events, long EventsWaiting, DateTime? EventsWaitSince);
