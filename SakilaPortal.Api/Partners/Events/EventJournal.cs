using System.Text.Json;
using MySqlConnector;
using SakilaPortal.Api.Data;

namespace SakilaPortal.Api.Partners.Events;

/// <summary>The journal of posted events, <c>portal.partner_event</c>, for one request.</summary>
internal sealed class EventJournal(MySqlDataSource database, string requestId)
{
    /// <summary>Before anything is looked at: so many events are to be posted.</summary>
    public Task AttemptAsync(int attempted, DateTime now, CancellationToken cancellationToken) => database.ExecuteAsync(
        "INSERT INTO portal.posting (request_id, posted_at, attempted) VALUES (@requestId, @now, @attempted)", new { requestId, now, attempted }, cancellationToken);

    /// <summary>What the sender is told.</summary>
    /// <param name="repeated">Of the accepted ones those whose id was accepted before.</param>
    public Task AnswerAsync(int accepted, int rejected, int repeated) => database.ExecuteAsync(
        "UPDATE portal.posting SET accepted = @accepted, rejected = @rejected, repeated = @repeated WHERE request_id = @requestId",
        new { requestId, accepted, rejected, repeated }, CancellationToken.None);

    /// <summary>Before Firehose is asked: the events are on their way. One that was accepted earlier stays so.</summary>
    /// <param name="lines">The events themselves.</param>
    public Task NoteAsync(
        IEnumerable<string> eventIds, IEnumerable<ReadOnlyMemory<byte>> lines, string userName, DateTime now, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.partner_event (event_id, request_id, posted_by, posted_at, state)
            SELECT event_id, @requestId, @userName, @now, 'sending'
            FROM JSON_TABLE(@ids, '$[*]' COLUMNS (event_id VARCHAR(128) CHARACTER SET utf8mb4 PATH '$')) AS posted
            ON DUPLICATE KEY UPDATE request_id = @requestId, state = IF(state = 'accepted', state, 'sending');
            INSERT INTO portal.posted_request (request_id, posted_at, events) VALUES (@requestId, @now, @events)
            """;
        return database.ExecuteAsync(sql, new { requestId, userName, now, ids = JsonSerializer.Serialize(eventIds), events = PostedLines.Pack(lines) }, cancellationToken);
    }

    /// <summary>After Firehose has answered: all are accepted but these.</summary>
    /// <returns>How many ids were not accepted before.</returns>
    public async Task<int> SettleAsync(IEnumerable<string> rejectedIds, CancellationToken cancellationToken)
    {
        const string reject = """
            UPDATE portal.partner_event SET state = 'rejected'
            WHERE request_id = @requestId AND state = 'sending' AND event_id IN (
                SELECT event_id COLLATE utf8mb4_bin
                FROM JSON_TABLE(@ids, '$[*]' COLUMNS (event_id VARCHAR(128) CHARACTER SET utf8mb4 PATH '$')) AS refused)
            """;
        const string accept = "UPDATE portal.partner_event SET state = 'accepted' WHERE request_id = @requestId AND state = 'sending'";
        if (rejectedIds.Any())
            await database.ExecuteAsync(reject, new { requestId, ids = JsonSerializer.Serialize(rejectedIds) }, cancellationToken);
        return await database.ExecuteAsync(accept, new { requestId }, cancellationToken);
    }
}
