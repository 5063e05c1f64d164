using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;

namespace SakilaPortal.Api.Simulations;

/// <summary>The simulations in <c>portal.simulation</c>. Times are the database's, which all instances share.</summary>
internal sealed class SimulationStore(MySqlDataSource database)
{
    private const string Select = """
        SELECT s.*, COALESCE(p.landed, 0) AS landed, COALESCE(p.in_reports, 0) AS in_reports
        FROM portal.simulation s LEFT JOIN portal.simulation_progress p USING (simulation_id)
        """;

    public Task<SimulationRow?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.FirstAsync<SimulationRow>($"{Select} WHERE simulation_id = @id", new { id }, cancellationToken);

    public async Task<Contracts.Page<SimulationRow>> ListAsync(Paging paging, CancellationToken cancellationToken)
    {
        var sql = $"{Select} ORDER BY {paging.OrderBy}, simulation_id DESC LIMIT @Take OFFSET @Offset";
        var total = await database.FirstAsync<long>("SELECT COUNT(*) FROM portal.simulation", null, cancellationToken);
        return paging.ToPage(await database.ListAsync<SimulationRow>(sql, new { paging.Take, paging.Offset }, cancellationToken), total);
    }

    public Task<int> CountRunningAsync(CancellationToken cancellationToken) =>
        database.FirstAsync<int>("SELECT COUNT(*) FROM portal.simulation WHERE state = 'running'", null, cancellationToken);

    /// <summary>Writes a new simulation down, leased to whoever will run it.</summary>
    public Task AddAsync(SimulationRow row, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.simulation (
                simulation_id, state, template_name, template_body, delivery_stream, rate, stop_after_records, stop_after_seconds, seed,
                settings, rejected_ranges, started_by, started_at, lease_owner, lease_until)
            VALUES (
                @SimulationId, @State, @TemplateName, @TemplateBody, @DeliveryStream, @Rate, @StopAfterRecords, @StopAfterSeconds, @Seed,
                @Settings, @RejectedRanges, @StartedBy, UTC_TIMESTAMP(3), @owner, UTC_TIMESTAMP(3) + INTERVAL @seconds SECOND)
            """;
        return database.ExecuteAsync(sql, new
        {
            row.SimulationId, row.State, row.TemplateName, row.TemplateBody, row.DeliveryStream, row.Rate, row.StopAfterRecords, row.StopAfterSeconds,
            row.Seed, row.Settings, row.RejectedRanges, row.StartedBy, owner, seconds = lease.TotalSeconds,
        }, cancellationToken);
    }

    /// <summary>Asks whoever runs it to stop.</summary>
    public Task RequestStopAsync(string id, CancellationToken cancellationToken) => database.ExecuteAsync(
        "UPDATE portal.simulation SET stop_requested = 1 WHERE simulation_id = @id AND state = 'running'", new { id }, cancellationToken);

    /// <summary>The running simulations whose lease has ended, now leased to this owner.</summary>
    public async Task<IReadOnlyList<SimulationRow>> ClaimAsync(string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        const string free = "SELECT simulation_id FROM portal.simulation WHERE state = 'running' AND lease_until < UTC_TIMESTAMP(3)";
        const string take = """
            UPDATE portal.simulation SET lease_owner = @owner, lease_until = UTC_TIMESTAMP(3) + INTERVAL @seconds SECOND
            WHERE simulation_id = @id AND state = 'running' AND lease_until < UTC_TIMESTAMP(3)
            """;
        var claimed = new List<SimulationRow>();
        foreach (var id in await database.ListAsync<string>(free, null, cancellationToken))
            if (await database.ExecuteAsync(take, new { id, owner, seconds = lease.TotalSeconds }, cancellationToken) > 0)
                claimed.Add((await FindAsync(id, cancellationToken))!);
        return claimed;
    }

    /// <summary>Ends the simulations that nobody has run for so long, with the counts that are known.</summary>
    public Task GiveUpAsync(TimeSpan resumeWithin, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE portal.simulation
            SET state = 'failed', ended_at = UTC_TIMESTAMP(3), lease_owner = NULL,
                reason = CONCAT('The Api stopped at ', DATE_FORMAT(lease_until, '%Y-%m-%d %H:%i:%s'),
                                ' UTC and came back too late to go on; records after number ', settled, ' were not sent or are not known to be accepted.')
            WHERE state = 'running' AND lease_until < UTC_TIMESTAMP(3) - INTERVAL @seconds SECOND
            """;
        return database.ExecuteAsync(sql, new { seconds = resumeWithin.TotalSeconds }, cancellationToken);
    }

    /// <summary>Ends a simulation that cannot be run, with the counts that are known.</summary>
    public Task FailAsync(string id, string owner, string reason, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE portal.simulation SET state = 'failed', reason = LEFT(@reason, 2000), ended_at = UTC_TIMESTAMP(3), lease_owner = NULL
            WHERE simulation_id = @id AND lease_owner = @owner AND state = 'running'
            """;
        return database.ExecuteAsync(sql, new { id, owner, reason }, cancellationToken);
    }

    /// <summary>Writes down how far the simulation is and renews the lease; a lease of zero gives it back.</summary>
    /// <returns>Whether it shall stop; null when the lease is another's by now.</returns>
    public async Task<bool?> SaveAsync(SimulationRun run, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE portal.simulation
            SET attempted = @Attempted, accepted = @Accepted, rejected = @Rejected, retried = @Retried, settled = @settled,
                rejected_ranges = @ranges, accepted_bytes = @bytes, throttled = @Throttled, withheld = @Withheld, duplicates = @Duplicates,
                late = @Late, malformed = @Malformed, lease_until = UTC_TIMESTAMP(3) + INTERVAL @seconds SECOND
            WHERE simulation_id = @id AND lease_owner = @owner AND state = 'running'
            """;
        const string asked = "SELECT stop_requested FROM portal.simulation WHERE simulation_id = @id";
        var ((settled, counters, ranges), injected) = (run.Outcomes.Durable(), run.Injected);
        var values = new
        {
            id = run.Id, owner, counters.Attempted, counters.Accepted, counters.Rejected, counters.Retried, settled, ranges, bytes = run.AcceptedBytes,
            injected.Throttled, injected.Withheld, injected.Duplicates, injected.Late, injected.Malformed, seconds = lease.TotalSeconds,
        };
        return await database.ExecuteAsync(sql, values, cancellationToken) == 0
            ? null
            : await database.FirstAsync<bool>(asked, new { id = run.Id }, cancellationToken);
    }

    /// <summary>Keeps the counters of this moment for the history.</summary>
    public Task SampleAsync(SimulationRun run, CancellationToken cancellationToken) => database.SampleAsync(run.Id, run.Outcomes.Live(), cancellationToken);

    public async Task FinishAsync(SimulationRun run, string owner, Ending ending, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE portal.simulation SET state = @state, reason = LEFT(@Reason, 2000), ended_at = UTC_TIMESTAMP(3), lease_owner = NULL
            WHERE simulation_id = @id AND lease_owner = @owner AND state = 'running'
            """;
        await SaveAsync(run, owner, TimeSpan.FromSeconds(2), cancellationToken);
        await SampleAsync(run, cancellationToken);
        await database.ExecuteAsync(sql, new { id = run.Id, owner, state = ending.State.ToString().ToLowerInvariant(), ending.Reason }, cancellationToken);
    }
}
