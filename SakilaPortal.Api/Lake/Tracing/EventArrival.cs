using System.Text.Json;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Lake.Ledger;

namespace SakilaPortal.Api.Lake.Tracing;

/// <summary>Where an event was accepted, and where it landed.</summary>
internal sealed class EventArrival(MySqlDataSource database, LandedObjects objects, TimeProvider clock)
{
    private const int MostObjects = 60;

    private sealed record Simulated(string State, long Settled, long Attempted, string RejectedRanges, DateTime StartedAt, DateTime? EndedAt, string DeliveryStream);

    private sealed record Posted(string State, DateTime PostedAt, string PostedBy);

    /// <summary>Null when nothing is known of such an event.</summary>
    public async Task<Acceptance?> AcceptedAsync(string id, CancellationToken cancellationToken)
    {
        if (EventSeries.Read(id) is var (series, number) && await SimulatedAsync(series, number, cancellationToken) is { } simulated)
            return simulated;
        const string sql = "SELECT state, posted_at, posted_by FROM portal.partner_event WHERE event_id = @id";
        var seen = await IsSeenAsync(id, cancellationToken);
        return await database.FirstAsync<Posted>(sql, new { id }, cancellationToken) is { } posted
            ? new($"posted by {posted.PostedBy}", posted.State, posted.PostedAt, posted.PostedAt, seen, posted.State == "sending" ? "Firehose has not answered, or its answer was lost." : null, null)
            : seen ? new("external: it was not sent through the portal", "external", null, null, seen, "Records put past the portal are in the reports, and outside the ledger.", null) : null;
    }

    /// <summary>The object and line of an event that has landed: those found soonest after, or nearest to, the time are read first.</summary>
    public async Task<(LandedRow Object, int Line)?> FindAsync(string id, DateTime? near, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT object_key, state, found_at, taken_at, version, reason FROM portal.landed_object
            WHERE feed LIKE 'streaming/%' AND state <> 'gone' AND (@near IS NULL OR found_at >= @near - INTERVAL 2 MINUTE)
            ORDER BY IF(@near IS NULL, -object_id, ABS(TIMESTAMPDIFF(SECOND, @near, found_at))), object_id LIMIT @MostObjects
            """;
        var quoted = JsonSerializer.Serialize(id);
        foreach (var landed in await database.ListAsync<LandedRow>(sql, new { near, MostObjects }, cancellationToken))
            await foreach (var (number, line) in objects.LinesAsync(landed.ObjectKey, cancellationToken))
                if (line.Contains(quoted, StringComparison.Ordinal))
                    return (landed, number);
        return null;
    }

    private async Task<Acceptance?> SimulatedAsync(string series, long number, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT state, settled, attempted, rejected_ranges, started_at, ended_at, delivery_stream FROM portal.simulation WHERE simulation_id = @series
            """;
        if (await database.FirstAsync<Simulated>(sql, new { series }, cancellationToken) is not { } row || number > row.Attempted)
            return null;
        var isRejected = Simulations.Outcomes.Read(row.RejectedRanges).Any(range => number >= range.First && number <= range.Last);
        var span = (row.EndedAt ?? clock.GetUtcNow().UtcDateTime) - row.StartedAt;
        var near = row.StartedAt + (span * (number / (double)Math.Max(1, row.Attempted)));
        return new($"simulation {series}, record {number:N0} of {row.Attempted:N0}", isRejected ? "rejected" : number <= row.Settled ? "accepted" : "sending",
            near, near, await EventSeries.HasLandedAsync(database, series, number, cancellationToken), "The time is estimated from the simulation's rate.", $"/simulator/{series}");
    }

    private async Task<bool> IsSeenAsync(string id, CancellationToken cancellationToken) =>
        await database.FirstAsync<int>("SELECT COUNT(*) FROM portal.event_seen WHERE event_hash = UNHEX(LEFT(SHA2(@id, 256), 32))", new { id }, cancellationToken) > 0
        || (EventSeries.Read(id) is var (series, number) && await EventSeries.HasLandedAsync(database, series, number, cancellationToken));
}

/// <param name="State">accepted, rejected, sending or external.</param>
/// <param name="Near">About when it was sent.</param>
/// <param name="HasLanded">Whether the lake has seen it.</param>
internal sealed record Acceptance(string Where, string State, DateTime? At, DateTime? Near, bool HasLanded, string? Note, string? Link);
