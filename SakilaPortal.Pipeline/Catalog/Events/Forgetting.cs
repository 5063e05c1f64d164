using Dapper;
using Microsoft.Extensions.Options;
using MySqlConnector;

namespace SakilaPortal.Pipeline.Catalog.Events;

/// <summary>Forgets event ids that were last seen before the days in which repeats are recognised.</summary>
internal sealed class Forgetting(MySqlDataSource database, IOptions<EventOptions> options, TimeProvider time)
{
    // Small steps, so that no arrival waits behind a long delete.
    private const int AtOnce = 10_000;

    /// <returns>How many rows went.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken) =>
        await ForgetAsync("DELETE FROM portal.event_series WHERE last_seen < @before LIMIT @AtOnce", cancellationToken)
        + await ForgetAsync("DELETE FROM portal.event_seen WHERE seen_at < @before LIMIT @AtOnce", cancellationToken);

    private async Task<int> ForgetAsync(string sql, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-options.Value.RepeatDays);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (all, gone) = (0, AtOnce);
        for (; gone == AtOnce; all += gone)
            gone = await connection.ExecuteAsync(new(sql, new { before, AtOnce }, cancellationToken: cancellationToken));
        return all;
    }
}
