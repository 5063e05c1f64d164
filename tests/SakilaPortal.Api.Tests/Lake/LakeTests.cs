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
        await PublishAsync("streaming_films", version: 2, rows: 130, $"{DateTime.UtcNow:yyyy-MM-dd HH:mm:ss}");
        await portal.ExecuteAsync("""
            INSERT INTO portal.event_batch (object_key, created_at, row_count, byte_count, simulations, version)
            VALUES ('overview', UTC_TIMESTAMP(3) - INTERVAL 2 HOUR, 100, 0, '{}', 1), ('overview', UTC_TIMESTAMP(3), 30, 0, '{}', 2)
            """);

        // What the overview works out is the same for all who look within a moment.
        await Eventually.IsAsync(async () =>
        {
            var after = await portal.Partner.GetAsync("/api/overview").JsonAsync();
            return (1, 4.99m, 2) == (after.Int("rentalsToday") - before.Int("rentalsToday"),
                    after.GetProperty("revenueToday").GetDecimal() - before.GetProperty("revenueToday").GetDecimal(), after.Int("openRentals") - before.Int("openRentals"))
                && after.Int("eventsTotal") == 130 && after.Int("eventsLastHour") >= 30 && after.GetProperty("eventsPerSecond").GetDouble() >= 0.5;
        }, "the overview counts them");
        var overview = await portal.Partner.GetAsync("/api/overview").JsonAsync();
        Assert.Equal(7, overview.GetProperty("days").GetArrayLength());
        Assert.NotEmpty(overview.GetProperty("topFilms").EnumerateArray());
        await portal.ExecuteAsync("DELETE FROM portal.event_batch WHERE object_key = 'overview'");
    }

    // Between these two there is always a midnight.
    [Theory]
    [InlineData("Pacific/Kiritimati", 14)]
    [InlineData("Pacific/Pago_Pago", -11)]
    public async Task TheOverviewsDaysAreThoseOfTheZone(string zone, int hours)
    {
        await portal.RentAsync(await portal.AddFilmAsync(copies: 1)).JsonAsync(HttpStatusCode.Created);

        var overview = await portal.Partner.GetAsync($"/api/overview?zone={Uri.EscapeDataString(zone)}").JsonAsync();

        var last = overview.GetProperty("days").EnumerateArray().Last();
        Assert.Equal($"{DateTime.UtcNow.AddHours(hours):yyyy-MM-dd}", last.Text("day"));
        Assert.Equal(overview.Int("rentalsToday"), last.Int("rentals"));
        Assert.Equal(overview.GetProperty("revenueToday").GetDecimal(), last.GetProperty("revenue").GetDecimal());
    }

    [Fact]
    public async Task AnUnknownZoneIsRefused() =>
        await portal.Partner.GetAsync("/api/overview?zone=Nowhere").ProblemAsync(HttpStatusCode.BadRequest);

    [Fact]
    public async Task WhatIsNotPublishedYetIsNotKnownToBeEqual()
    {
        var equality = (await portal.Analyst.GetAsync("/api/lake/ledger").JsonAsync()).GetProperty("equalities").EnumerateArray()
            .Single(one => one.Text("name") == "payments: mysql = clean");
        Assert.Equal(await portal.ScalarAsync<int>("SELECT COUNT(*) FROM payment"), equality.Int("left"));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (equality.GetProperty("right").ValueKind, equality.GetProperty("holds").ValueKind));
    }

    [Fact]
    public async Task TheLedgerNamesTheRecordsOfASimulationThatNeverLanded()
    {
        var id = $"{Guid.NewGuid():N}";
        await portal.ExecuteAsync("""
            INSERT INTO portal.simulation (simulation_id, state, template_body, delivery_stream, rate, seed, attempted, accepted, rejected, settled, rejected_ranges,
                                           started_by, started_at, ended_at)
            VALUES (@id, 'completed', '', 'partner-events', 10, 1, 6, 5, 1, 6, '[[4,4]]', 'partner', UTC_TIMESTAMP() - INTERVAL 1 HOUR, UTC_TIMESTAMP() - INTERVAL 50 MINUTE);
            INSERT INTO portal.event_series (series, bucket, bits, last_seen) VALUES (@id, 0, @bits, UTC_TIMESTAMP());
            """, new { id, bits = new byte[] { 0b0100_0110 }.Concat(new byte[4095]).ToArray() });
        var equalities = (await portal.Analyst.GetAsync("/api/lake/ledger").JsonAsync()).GetProperty("equalities").EnumerateArray().ToDictionary(one => one.Text("name")!);
        var lost = equalities["accepted = landed + buffered + error prefix"];
        Assert.False(lost.GetProperty("holds").GetBoolean());
        Assert.Equal([$"{id}-3", $"{id}-5"], lost.GetProperty("missing").EnumerateArray().Select(missing => missing.GetString()).Where(missing => missing!.StartsWith(id, StringComparison.Ordinal)));
        Assert.DoesNotContain(equalities["attempted = accepted + rejected"].GetProperty("missing").EnumerateArray(), missing => missing.GetString() == id);
        await portal.ExecuteAsync("DELETE FROM portal.simulation WHERE simulation_id = @id; DELETE FROM portal.event_series WHERE series = @id", new { id });
    }

    [Fact]
    public async Task APostedEventThatNeverLandedIsMissingUntilItDoes()
    {
        var id = $"lost-{Guid.NewGuid():N}";
        await portal.ExecuteAsync("""
            UPDATE portal.ledger_posted SET verified_until = '1970-01-01', accepted = 0;
            INSERT INTO portal.partner_event (event_id, request_id, posted_by, posted_at, state) VALUES (@id, '', 'partner', UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, 'accepted')
            """, new { id });
        Assert.Contains(id, await MissingAsync());
        Assert.Contains(id, await MissingAsync());

        await portal.ExecuteAsync("INSERT INTO portal.event_seen (event_hash, seen_at) VALUES (UNHEX(LEFT(SHA2(@id, 256), 32)), UTC_TIMESTAMP(3))", new { id });
        Assert.DoesNotContain(id, await MissingAsync());

        async Task<string?[]> MissingAsync() => [.. (await portal.Analyst.GetAsync("/api/lake/ledger").JsonAsync()).GetProperty("equalities").EnumerateArray()
            .Single(one => one.Text("name") == "accepted = landed + buffered + error prefix").GetProperty("missing").EnumerateArray().Select(missing => missing.GetString())];
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

        await portal.ExecuteAsync("""
            REPLACE INTO portal.workflow_node (node, position, after_nodes, tables) VALUES
            ('replicate', 1, '[]', '[]'), ('clean', 2, '["replicate"]', '["cleanzonedb.film"]'), ('crawl', 3, '[]', '["landingzonedb.streaming"]')
            """);
        var nodes = (await portal.Analyst.GetAsync("/api/workflow").JsonAsync()).GetProperty("nodes").EnumerateArray().ToDictionary(node => node.Text("name")!);
        Assert.Equal("failed", nodes["clean"].GetProperty("lastRun").Text("state"));
        Assert.Equal("replicate", Assert.Single(nodes["clean"].GetProperty("after").EnumerateArray()).GetString());
        Assert.Equal(JsonValueKind.Null, nodes["crawl"].GetProperty("lastRun").ValueKind);
    }

    [Fact]
    public async Task ThePreviewOfACrawlSaysThatItNeedsThePipeline()
    {
        var problem = await portal.Analyst.GetAsync("/api/lake/crawl-preview").ProblemAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Contains("Start SakilaPortal.Pipeline", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyARunThatFailedCanBeResumedAndOnlyOneThatRunsCancelled()
    {
        var (failed, succeeded) = (await RunAsync("schedule", "failed", "failed"), await RunAsync("schedule", "succeeded", "succeeded"));
        var accepted = await portal.Admin.PostAsJsonAsync("/api/workflow/runs", new { resumeOf = failed }).JsonAsync(HttpStatusCode.Accepted);
        Assert.Equal(failed, await portal.ScalarAsync<int>("SELECT resume_of FROM portal.workflow_request WHERE request_id = @id", new { id = accepted.Int("requestId") }));
        Assert.Equal(["resumeOf"], await portal.Admin.PostAsJsonAsync("/api/workflow/runs", new { resumeOf = succeeded }).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));

        await portal.Admin.DeleteAsync($"/api/workflow/runs/{succeeded}").ProblemAsync(HttpStatusCode.Conflict);
        await portal.Admin.DeleteAsync("/api/workflow/runs/999999999").ProblemAsync(HttpStatusCode.NotFound);
        var running = await RunAsync("schedule", "running", "running");
        Assert.Equal(HttpStatusCode.Accepted, (await portal.Admin.DeleteAsync($"/api/workflow/runs/{running}")).StatusCode);
        Assert.Equal("admin", await portal.ScalarAsync<string>("SELECT cancel_requested_by FROM portal.workflow_run WHERE run_id = @running", new { running }));
        await portal.ExecuteAsync("UPDATE portal.workflow_run SET state = 'failed' WHERE run_id = @running", new { running });
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
