using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SakilaPortal.Api.Tests.Reports;

namespace SakilaPortal.Api.Tests.Lake;

[Collection(ApiFixture.Collection)]
public sealed class LakeTests(ApiFixture portal) : IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await TestLake.EnsureAsync(portal);
        await ForgetVersionsAsync();
    }

    public Task DisposeAsync() => ForgetVersionsAsync();

    [Fact]
    public async Task TablesAreListedWithTheirNewestVersion()
    {
        await PublishAsync("probe", version: 1, rows: 10, "2026-01-01 00:00:00");
        await PublishAsync("probe", version: 2, rows: 12, "2026-01-02 00:00:00");
        var table = (await portal.Analyst.GetAsync("/api/lake/tables").JsonAsync()).Items().Single(item => item.Text("name") == "probe");
        Assert.Equal(("curatedzonedb", 12, "2026-01-02T00:00:00Z"), (table.Text("database"), table.Int("rows"), table.Text("updatedAt")));
    }

    [Fact]
    public async Task ATableTellsItsColumnsAndPartitions()
    {
        var table = await portal.Analyst.GetAsync("/api/lake/tables/curatedzonedb/probe").JsonAsync();
        Assert.Contains(table.GetProperty("columns").EnumerateArray(), column => (column.Text("name"), column.Text("type")) == ("amount", "decimal(5,2)"));
        Assert.Empty(table.GetProperty("partitionKeys").EnumerateArray());
        await portal.Analyst.GetAsync("/api/lake/tables/curatedzonedb/nothing").ProblemAsync(HttpStatusCode.NotFound);
        await portal.Analyst.GetAsync("/api/lake/tables/nowhere/probe").ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheOverviewCountsTodaysRentalsAndTheEventsOfTheLastHour()
    {
        var before = await portal.Partner.GetAsync("/api/overview").JsonAsync();
        await portal.RentAsync(await portal.AddFilmAsync(copies: 1, rentalRate: 4.99m)).JsonAsync(HttpStatusCode.Created);
        await portal.RentAsync(await portal.AddFilmAsync(copies: 1), rentalDate: "2026-01-01").JsonAsync(HttpStatusCode.Created);
        await PublishAsync("streaming_films", version: 1, rows: 100, $"{DateTime.UtcNow.AddHours(-2):yyyy-MM-dd HH:mm:ss}");
        await PublishAsync("streaming_films", version: 2, rows: 130, $"{DateTime.UtcNow:yyyy-MM-dd HH:mm:ss}");

        var after = await portal.Partner.GetAsync("/api/overview").JsonAsync();
        Assert.Equal((1, 4.99m, 2), (after.Int("rentalsToday") - before.Int("rentalsToday"),
            after.GetProperty("revenueToday").GetDecimal() - before.GetProperty("revenueToday").GetDecimal(), after.Int("openRentals") - before.Int("openRentals")));
        Assert.Equal((130, 30), (after.Int("eventsTotal"), after.Int("eventsLastHour")));
    }

    [Fact]
    public async Task TheLedgerComparesMySqlWithTheLake()
    {
        var payments = await portal.ScalarAsync<int>("SELECT COUNT(*) FROM payment");
        await PublishAsync("payment", version: 1, rows: payments, "2026-01-01 00:00:00", "cleanzonedb");
        await PublishAsync("rental", version: 1, rows: 1, "2026-01-01 00:00:00", "cleanzonedb");
        var equalities = (await portal.Analyst.GetAsync("/api/lake/ledger").JsonAsync()).GetProperty("equalities").EnumerateArray().ToDictionary(one => one.Text("name")!);

        var paid = equalities["rows: MySQL payment = cleanzonedb.payment"];
        Assert.Equal((payments, payments, true), (paid.Int("left"), paid.Int("right"), paid.GetProperty("holds").GetBoolean()));
        Assert.False(equalities["rows: MySQL rental = cleanzonedb.rental"].GetProperty("holds").GetBoolean());
        Assert.Equal(JsonValueKind.Null, equalities["rows: MySQL payment = curatedzonedb.fact_sales"].GetProperty("holds").ValueKind);
    }

    [Fact]
    public async Task TheLedgerNamesASimulationOfWhichSomethingIsMissing()
    {
        var id = $"{Guid.NewGuid():N}";
        await portal.ExecuteAsync("""
            INSERT INTO portal.simulation (simulation_id, state, template_body, delivery_stream, rate, seed, attempted, accepted, rejected, rejected_ranges,
                                           started_by, started_at, ended_at)
            VALUES (@id, 'completed', '', 'partner-events', 10, 1, 100, 98, 2, '[]', 'partner', '2026-01-01', '2026-01-01 00:00:10');
            INSERT INTO portal.simulation_progress (simulation_id, landed, in_reports, updated_at) VALUES (@id, 97, 97, '2026-01-01 00:01:00');
            """, new { id });
        var equalities = (await portal.Analyst.GetAsync("/api/lake/ledger").JsonAsync()).GetProperty("equalities").EnumerateArray().ToDictionary(one => one.Text("name")!);
        Assert.DoesNotContain(Missing("simulated events: attempted = accepted + rejected"), id.Equals);
        Assert.Contains(Missing("simulated events: accepted = landed"), id.Equals);
        await portal.ExecuteAsync("DELETE FROM portal.simulation WHERE simulation_id = @id", new { id });

        string?[] Missing(string name) => [.. equalities[name].GetProperty("missing").EnumerateArray().Select(missing => missing.GetString())];
    }

    [Fact]
    public async Task ARequestForARunIsLeftForThePipeline()
    {
        var accepted = await portal.Admin.PostAsync("/api/workflow/runs", null).JsonAsync(HttpStatusCode.Accepted);
        Assert.Equal("admin", await portal.ScalarAsync<string>(
            "SELECT requested_by FROM portal.workflow_request WHERE request_id = @id AND run_id IS NULL", new { id = accepted.Int("requestId") }));
    }

    [Fact]
    public async Task RunsOfTheWorkflowAreShownNewestFirstAndInTheGraph()
    {
        var older = await RunAsync("schedule", "succeeded", "succeeded");
        var newer = await RunAsync("admin", "failed", "failed");
        var runs = (await portal.Analyst.GetAsync("/api/workflow/runs?pageSize=2").JsonAsync()).Items();
        Assert.Equal([(newer, "admin", "failed"), (older, "schedule", "succeeded")], runs.Select(run => (run.Int("id"), run.Text("trigger"), run.Text("state"))));
        Assert.Equal("clean", Assert.Single(runs[0].GetProperty("nodes").EnumerateArray()).Text("node"));

        var nodes = (await portal.Analyst.GetAsync("/api/workflow").JsonAsync()).GetProperty("nodes").EnumerateArray().ToDictionary(node => node.Text("name")!);
        Assert.Equal("failed", nodes["clean"].GetProperty("lastRun").Text("state"));
        Assert.Equal("replicate", Assert.Single(nodes["clean"].GetProperty("after").EnumerateArray()).GetString());
        Assert.Equal(JsonValueKind.Null, nodes["crawl"].GetProperty("lastRun").ValueKind);
    }

    private Task<int> RunAsync(string trigger, string state, string cleanState) => portal.ScalarAsync<int>("""
        INSERT INTO portal.workflow_run (triggered_by, state, started_at, ended_at) VALUES (@trigger, @state, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
        INSERT INTO portal.workflow_node_run (run_id, node, state, started_at, row_count) VALUES (LAST_INSERT_ID(), 'clean', @cleanState, UTC_TIMESTAMP(3), 5);
        SELECT MAX(run_id) FROM portal.workflow_run
        """, new { trigger, state, cleanState });

    private Task<int> PublishAsync(string table, int version, int rows, string at, string database = "curatedzonedb") => portal.ExecuteAsync("""
        INSERT INTO portal.table_version (database_name, table_name, version, published_at, row_count, byte_count, file_count, location)
        VALUES (@database, @table, @version, @at, @rows, 0, 0, '')
        """, new { database, table, version, at, rows });

    private Task<int> ForgetVersionsAsync() => portal.ExecuteAsync("DELETE FROM portal.table_version");
}
