using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Rejected;

/// <summary>An event to be noted as refused.</summary>
internal sealed record Refused(string Place, string? EventId, string Body, string Reason);

/// <summary>The refused events in <c>portal.rejected_event</c>.</summary>
internal sealed class RejectedStore(MySqlDataSource database, TimeProvider clock)
{
    public const string Posted = "posted";
    public const string Landed = "landed";

    private const string Columns = """
        rejected_id AS id, source, place, event_id, body, reason, found_at, posted_by, state, repaired, decided_by, decided_at, replay_at, replayed_id
        """;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Notes events once, however often the same place is told.</summary>
    public Task KeepAsync(string source, IEnumerable<Refused> refused, string? postedBy, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT IGNORE INTO portal.rejected_event (source, place, event_id, body, reason, found_at, posted_by)
            VALUES (@source, @Place, @EventId, @Body, LEFT(@Reason, 2000), @now, @postedBy)
            """;
        var rows = refused.Select(one => new { source, one.Place, one.EventId, one.Body, one.Reason, now = Now, postedBy }).ToList();
        return rows.Count == 0 ? Task.CompletedTask : database.InTransactionAsync(async transaction =>
        {
            await transaction.ExecuteAsync(sql, rows, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }, cancellationToken);
    }

    public async Task<Page<RejectedEvent>> ListAsync(string? state, string? source, string? search, Paging paging, CancellationToken cancellationToken)
    {
        const string where = """
            WHERE (@state IS NULL OR state = @state OR (@state = 'waiting' AND state = 'sending')) AND (@source IS NULL OR source = @source)
              AND (@pattern IS NULL OR body LIKE @pattern OR reason LIKE @pattern OR place LIKE @pattern)
            """;
        var values = new { state, source, pattern = string.IsNullOrWhiteSpace(search) ? null : "%" + SearchText.Prefix(search.Trim()), paging.Take, paging.Offset };
        var total = await database.FirstAsync<long>($"SELECT COUNT(*) FROM portal.rejected_event {where}", values, cancellationToken);
        var sql = $"SELECT {Columns} FROM portal.rejected_event {where} ORDER BY {paging.OrderBy}, rejected_id DESC LIMIT @Take OFFSET @Offset";
        return paging.ToPage(await database.ListAsync<RejectedEvent>(sql, values, cancellationToken), total);
    }

    public async Task<RejectedSummary> SummaryAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT CAST(COALESCE(SUM(state = 'open'), 0) AS SIGNED) open, CAST(COALESCE(SUM(state IN ('waiting', 'sending')), 0) AS SIGNED) waiting,
                   CAST(COALESCE(SUM(state = 'replayed'), 0) AS SIGNED) replayed, CAST(COALESCE(SUM(state = 'dismissed'), 0) AS SIGNED) dismissed
            FROM portal.rejected_event
            """;
        return (await database.FirstAsync<RejectedSummary>(sql, null, cancellationToken))!;
    }

    public Task<RejectedEvent?> FindAsync(long id, CancellationToken cancellationToken) =>
        database.FirstAsync<RejectedEvent>($"SELECT {Columns} FROM portal.rejected_event WHERE rejected_id = @id", new { id }, cancellationToken);

    public Task<IReadOnlyList<RejectedEvent>> FindAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        database.ListAsync<RejectedEvent>($"SELECT {Columns} FROM portal.rejected_event WHERE rejected_id IN @ids", new { ids }, cancellationToken);

    /// <returns>False when it is open no more.</returns>
    public async Task<bool> RepairAsync(long id, string body, string userName, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE portal.rejected_event SET repaired = IF(@body = BINARY body, NULL, @body), decided_by = @userName, decided_at = @now
            WHERE rejected_id = @id AND state = 'open'
            """;
        return await database.ExecuteAsync(sql, new { id, body, userName, now = Now }, cancellationToken) > 0;
    }

    /// <summary>Lets those in one of the states go over to another.</summary>
    public Task<int> MoveAsync(
        IReadOnlyList<long> ids, string[] from, string to, string userName, DateTime? replayAt, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE portal.rejected_event SET state = @to, decided_by = @userName, decided_at = @now, replay_at = @replayAt
            WHERE rejected_id IN @ids AND state IN @from
            """;
        return ids.Count == 0 ? Task.FromResult(0)
            : database.ExecuteAsync(sql, new { ids, from, to, userName, replayAt, now = Now }, cancellationToken);
    }

    /// <summary>Those whose replay is due, now being sent by the caller alone; also those that somebody began to send and never settled.</summary>
    public Task<IReadOnlyList<RejectedEvent>> TakeDueAsync(int most, TimeSpan patience, CancellationToken cancellationToken)
    {
        const string due = """
            SELECT rejected_id FROM portal.rejected_event
            WHERE (state = 'waiting' AND replay_at <= @now) OR (state = 'sending' AND replay_at <= @lost) ORDER BY rejected_id LIMIT @most FOR UPDATE
            """;
        const string take = "UPDATE portal.rejected_event SET state = 'sending', replay_at = @now WHERE rejected_id IN @ids";
        return database.InTransactionAsync<IReadOnlyList<RejectedEvent>>(async transaction =>
        {
            var ids = await transaction.ListAsync<long>(due, new { now = Now, lost = Now - patience, most }, cancellationToken);
            if (ids.Count == 0)
                return [];
            await transaction.ExecuteAsync(take, new { ids, now = Now }, cancellationToken);
            var taken = await transaction.ListAsync<RejectedEvent>($"SELECT {Columns} FROM portal.rejected_event WHERE rejected_id IN @ids", new { ids }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return taken;
        }, cancellationToken);
    }

    /// <summary>Marks a replayed one, or opens it again with the reason why it was not accepted.</summary>
    public Task SettleAsync(long id, string? replayedId, string? reason, CancellationToken cancellationToken) => database.ExecuteAsync(
        """
        UPDATE portal.rejected_event
        SET state = IF(@replayedId IS NULL, 'open', 'replayed'), replayed_id = @replayedId, reason = COALESCE(LEFT(@reason, 2000), reason), replay_at = NULL, decided_at = @now
        WHERE rejected_id = @id AND state = 'sending'
        """, new { id, replayedId, reason, now = Now }, cancellationToken);

    public Task<int> ForgetAsync(TimeSpan keepFor, CancellationToken cancellationToken) => database.ExecuteAsync(
        "DELETE FROM portal.rejected_event WHERE found_at < @before AND state NOT IN ('waiting', 'sending') LIMIT 10000", new { before = Now - keepFor }, cancellationToken);
}
