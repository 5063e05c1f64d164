using MySqlConnector;
using SakilaPortal.Api.Data;

namespace SakilaPortal.Api.Lake.Ledger;

/// <summary>
/// Events that partners posted, by the journal. What was posted before the window is counted once and for all, except for what is still
/// open of it; so a look costs what is new and what is missing.
/// </summary>
internal sealed class PostedEvents(MySqlDataSource database)
{
    // What the lake remembers of an id that is no simulation's: the first half of its SHA-256.
    private const string Seen = "event_hash = UNHEX(LEFT(SHA2(p.event_id, 256), 32))";

    private sealed record Totals(DateTime VerifiedUntil, long Accepted);

    private sealed record Row(string EventId, string State, bool Seen);

    private sealed record StateCount(string State, bool Seen, long Events);

    public Task<PostedCount> CountAsync(DateTime lateBefore, CancellationToken cancellationToken) => database.InTransactionAsync(async transaction =>
    {
        const string lockSql = "SELECT verified_until, accepted FROM portal.ledger_posted WHERE ledger_id = 1 FOR UPDATE";
        const string saveSql = "UPDATE portal.ledger_posted SET verified_until = @until, accepted = @accepted WHERE ledger_id = 1";
        var totals = (await transaction.FirstAsync<Totals>(lockSql, null, cancellationToken))!;
        var until = lateBefore > totals.VerifiedUntil ? lateBefore : totals.VerifiedUntil;

        var old = await CountAsync(transaction, totals.VerifiedUntil, until, cancellationToken);
        await OpenAsync(transaction, totals.VerifiedUntil, until, cancellationToken);
        var (closed, open) = await CloseAsync(transaction, cancellationToken);
        var accepted = totals.Accepted + Number(old, "accepted", true) + closed.Count(row => row.State == "accepted");
        await transaction.ExecuteAsync(saveSql, new { until, accepted }, cancellationToken);

        var young = await CountAsync(transaction, until, DateTime.MaxValue.AddYears(-1), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        string[] missing = [.. open.Where(row => row.State == "accepted").Select(row => row.EventId)];
        return new PostedCount(
            accepted + missing.Length + Number(young, "accepted", null), accepted + Number(young, "accepted", true), Number(young, "accepted", false), Number(young, "sending", null),
            missing, [.. open.Where(row => row.State == "sending").Select(row => row.EventId)]);
    }, cancellationToken);

    /// <summary>All accepted events, read once from end to end.</summary>
    public Task<IReadOnlyList<AcceptedEvent>> AcceptedAsync(CancellationToken cancellationToken) =>
        database.ListAsync<AcceptedEvent>("SELECT event_id, posted_at FROM portal.partner_event WHERE state = 'accepted'", null, cancellationToken);

    private static async Task<IReadOnlyList<StateCount>> CountAsync(MySqlTransaction transaction, DateTime from, DateTime until, CancellationToken cancellationToken) =>
        await transaction.ListAsync<StateCount>($"""
            SELECT p.state, s.event_hash IS NOT NULL seen, COUNT(*) events
            FROM portal.partner_event p LEFT JOIN portal.event_seen s ON s.{Seen}
            WHERE p.posted_at >= @from AND p.posted_at < @until GROUP BY 1, 2
            """, new { from, until }, cancellationToken);

    private static Task<int> OpenAsync(MySqlTransaction transaction, DateTime from, DateTime until, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync($"""
            INSERT IGNORE INTO portal.ledger_open (event_id)
            SELECT p.event_id FROM portal.partner_event p LEFT JOIN portal.event_seen s ON s.{Seen}
            WHERE p.posted_at >= @from AND p.posted_at < @until AND (p.state = 'sending' OR (p.state = 'accepted' AND s.event_hash IS NULL))
            """, new { from, until }, cancellationToken);

    /// <summary>Looks again at what is open.</summary>
    private async Task<(List<Row> Closed, List<Row> Open)> CloseAsync(MySqlTransaction transaction, CancellationToken cancellationToken)
    {
        var rows = await transaction.ListAsync<Row>($"""
            SELECT p.event_id, p.state, s.event_hash IS NOT NULL seen
            FROM portal.ledger_open o JOIN portal.partner_event p ON p.event_id = o.event_id LEFT JOIN portal.event_seen s ON s.{Seen}
            """, null, cancellationToken);
        List<Row> closed = [], open = [];
        foreach (var row in rows)
        {
            var isDecided = row.State == "rejected" || (row.State == "accepted" && (row.Seen
                || (EventSeries.Read(row.EventId) is var (series, number) && await EventSeries.HasLandedAsync(database, series, number, cancellationToken))));
            (isDecided ? closed : open).Add(row);
        }
        foreach (var ids in closed.Select(row => row.EventId).Chunk(1000))
            await transaction.ExecuteAsync("DELETE FROM portal.ledger_open WHERE event_id IN @ids", new { ids }, cancellationToken);
        return (closed, open);
    }

    private static long Number(IReadOnlyList<StateCount> counts, string state, bool? seen) =>
        counts.Where(count => count.State == state && (seen is null || count.Seen == seen)).Sum(count => count.Events);
}

/// <param name="Landed">Accepted, and seen in the landing zone.</param>
/// <param name="Buffered">Accepted within the window, and not landed yet.</param>
/// <param name="Sending">Posted within the window, and not answered yet.</param>
/// <param name="Missing">Accepted before the window, and not landed.</param>
/// <param name="Undecided">Posted before the window, and neither accepted nor rejected to this day.</param>
internal sealed record PostedCount(
    long Accepted, long Landed, long Buffered, long Sending, IReadOnlyList<string> Missing, IReadOnlyList<string> Undecided);

internal sealed record AcceptedEvent(string EventId, DateTime PostedAt);
