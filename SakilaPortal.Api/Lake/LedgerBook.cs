using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake;

/// <summary>The equalities that show whether anything was lost or counted twice, as far as MySQL knows both sides.</summary>
internal static class LedgerBook
{
    // Delivery buffers for a minute; an event that is still missing after two is late.
    private static readonly TimeSpan Delivery = TimeSpan.FromMinutes(2);

    private sealed record Sides(decimal? Left, decimal? Right);

    private sealed record Simulated(string SimulationId, long Attempted, long Accepted, long Rejected, long Landed, long InReports);

    public static async Task<Ok<Ledger>> GetAsync(MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT s.simulation_id, s.attempted, s.accepted, s.rejected, COALESCE(p.landed, 0) landed, COALESCE(p.in_reports, 0) in_reports
            FROM portal.simulation s LEFT JOIN portal.simulation_progress p ON p.simulation_id = s.simulation_id
            WHERE s.ended_at < @settled
            """;
        var settled = clock.GetUtcNow().UtcDateTime - Delivery;
        var simulations = await database.ListAsync<Simulated>(sql, new { settled }, cancellationToken);
        return TypedResults.Ok(new Ledger(
        [
            Compare("simulated events: attempted = accepted + rejected", simulations, one => one.Attempted, one => one.Accepted + one.Rejected),
            Compare("simulated events: accepted = landed", simulations, one => one.Accepted, one => one.Landed),
            Compare("simulated events: landed = in reports", simulations, one => one.Landed, one => one.InReports),
            await CompareAsync(database, "payment", "cleanzonedb", "payment", cancellationToken),
            await CompareAsync(database, "rental", "cleanzonedb", "rental", cancellationToken),
            await CompareAsync(database, "payment", "curatedzonedb", "fact_sales", cancellationToken),
        ]));
    }

    private static LedgerEquality Compare(
        string name, IReadOnlyList<Simulated> simulations, Func<Simulated, long> left, Func<Simulated, long> right) =>
        new(name, simulations.Sum(left), simulations.Sum(right), simulations.All(one => left(one) == right(one)),
            [.. simulations.Where(one => left(one) != right(one)).Select(one => one.SimulationId)]);

    // The lake's side is the newest version's; a table that was never published has none.
    private static async Task<LedgerEquality> CompareAsync(
        MySqlDataSource database, string source, string zone, string table, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT (SELECT COUNT(*) FROM {source}) `left`,
                   (SELECT row_count FROM portal.table_version WHERE database_name = @zone AND table_name = @table ORDER BY version DESC LIMIT 1) `right`
            """;
        var sides = (await database.FirstAsync<Sides>(sql, new { zone, table }, cancellationToken))!;
        return new($"rows: MySQL {source} = {zone}.{table}", sides.Left, sides.Right, sides.Right is null ? null : sides.Left == sides.Right, []);
    }
}
