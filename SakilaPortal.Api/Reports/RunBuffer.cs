using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>Which accepted events no result can hold yet: those in the delivery stream's buffer, and those that have landed but are in no version.</summary>
internal static class RunBuffer
{
    private static readonly string[] OfEvents = ["landingzonedb.streaming", "curatedzonedb.streaming_films"];

    /// <returns>204 for a run that reads no events.</returns>
    public static async Task<Results<Ok<BufferedEvents>, NoContent, ProblemHttpResult>> GetAsync(
        string id, RunBook book, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        // Posted events are journaled by id, and seen by the hash of it; simulated ones are counted.
        const string sql = """
            SELECT
              (SELECT COALESCE(SUM(GREATEST(s.accepted - COALESCE(p.landed, 0), 0)), 0)
               FROM portal.simulation s LEFT JOIN portal.simulation_progress p ON p.simulation_id = s.simulation_id
               WHERE s.delivery_stream = 'partner-events' AND (s.ended_at IS NULL OR s.ended_at > @since))
              + (SELECT COUNT(*) FROM portal.partner_event e
                 WHERE e.state = 'accepted' AND e.posted_at > @since AND e.event_id NOT REGEXP '^[0-9a-f]{32}-[1-9]'
                   AND NOT EXISTS (SELECT * FROM portal.event_seen x WHERE x.event_hash = LEFT(UNHEX(SHA2(e.event_id, 256)), 16))) in_buffer,
              (SELECT COALESCE(SUM(row_count), 0) FROM portal.event_batch WHERE version IS NULL) landed
            """;
        if (await book.FindAsync(id, cancellationToken) is not { } row)
            return RunsApi.Missing(id);
        if (!row.States.Any(state => OfEvents.Contains(state.Table)))
            return TypedResults.NoContent();
        return TypedResults.Ok(await database.FirstAsync<BufferedEvents>(sql, new { since = clock.GetUtcNow().UtcDateTime - Buffered.UnlandedEvents.Longest }, cancellationToken));
    }
}
