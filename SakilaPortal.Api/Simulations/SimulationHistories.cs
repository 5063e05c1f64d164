using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Simulations;

/// <summary>The counters of simulations at moments, in <c>portal.simulation_sample</c>.</summary>
internal static class SimulationHistories
{
    private const int MostSamples = 240;
    private const double SamplesADoubling = 300;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>How long after this age the next sample is taken: the history of a week is not longer than a thousand rows or two.</summary>
    public static TimeSpan Pause(TimeSpan age) => TimeSpan.FromSeconds(Math.Max(Shortest.TotalSeconds, age.TotalSeconds / SamplesADoubling));

    public static Task SampleAsync(this MySqlDataSource database, string id, Counters counters, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT IGNORE INTO portal.simulation_sample (simulation_id, sampled_at, attempted, accepted, rejected, retried, landed)
            SELECT @id, UTC_TIMESTAMP(3), @Attempted, @Accepted, @Rejected, @Retried,
                   COALESCE((SELECT landed FROM portal.simulation_progress WHERE simulation_id = @id), 0)
            """;
        return database.ExecuteAsync(sql, new { id, counters.Attempted, counters.Accepted, counters.Rejected, counters.Retried }, cancellationToken);
    }

    /// <summary>At most 240 of the samples, evenly chosen, the newest among them.</summary>
    public static async Task<Ok<SimulationHistory>> GetAsync(string id, MySqlDataSource database, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT sampled_at, attempted, accepted, rejected, retried, landed FROM portal.simulation_sample
            WHERE simulation_id = @id ORDER BY sampled_at
            """;
        var all = await database.ListAsync<SimulationSample>(sql, new { id }, cancellationToken);
        var step = (all.Count + MostSamples - 1) / MostSamples;
        return TypedResults.Ok(new SimulationHistory([.. all.Where((_, index) => (all.Count - 1 - index) % Math.Max(1, step) == 0)]));
    }
}
