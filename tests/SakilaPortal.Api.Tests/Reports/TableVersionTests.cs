using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Reports;

/// <summary>Results by the versions of the tables that they were computed from.</summary>
[Collection(ApiFixture.Collection)]
public sealed class TableVersionTests(ApiFixture portal) : IAsyncLifetime
{
    private static string Sql(string table) =>
        $"SELECT s.word, curatedzonedb.{table}.n FROM {table} s JOIN curatedzonedb.{table} ON s.n = curatedzonedb.{table}.n ORDER BY length(s.word)";

    public Task InitializeAsync() => TestLake.EnsureAsync(portal);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task AResultIsTakenOverWhileItsTablesStayAsTheyAre()
    {
        var table = await TestLake.PublishAsync(portal, $"shelf_{portal.NextNumber()}", 1, ["one", "two"]);
        var report = await portal.CreateReportAsync($"SELECT count(*) n FROM {table}");
        var first = await portal.RunAsync(report, new { maxAgeMinutes = 10 });
        var second = await portal.Analyst.GetAsync($"/api/runs/{await portal.RunAsync(report, new { maxAgeMinutes = 10 })}").JsonAsync();
        Assert.Equal((true, first, 0L, 0m),
            (second.GetProperty("reused").GetBoolean(), second.Text("reusedFrom"), second.GetProperty("bytesScanned").GetInt64(), second.GetProperty("cost").GetDecimal()));
        Assert.Equal([["2"]], Reporting.Rows(await portal.Analyst.GetAsync($"/api/runs/{second.Text("runId")}/rows").JsonAsync()));

        await TestLake.PublishAsync(portal, table, 2, ["one", "two", "three"]);
        var third = await portal.Analyst.GetAsync($"/api/runs/{await portal.RunAsync(report, new { maxAgeMinutes = 10 })}").JsonAsync();
        Assert.False(third.GetProperty("reused").GetBoolean());
        Assert.Equal([["3"]], Reporting.Rows(await portal.Analyst.GetAsync($"/api/runs/{third.Text("runId")}/rows").JsonAsync()));
        var read = Assert.Single(third.GetProperty("tables").EnumerateArray());
        Assert.Equal(($"curatedzonedb.{table}", 2), (read.Text("table"), read.Int("version")));
        Assert.False((await portal.Analyst.GetAsync($"/api/runs/{await portal.RunAsync(report, new { })}").JsonAsync()).GetProperty("reused").GetBoolean());
    }

    [Fact]
    public async Task AResultWhoseTableMovedMeanwhileIsNotTakenOverAndNamesNoVersion()
    {
        var table = await TestLake.PublishAsync(portal, $"shelf_{portal.NextNumber()}", 1, ["one", "two"]);
        var report = await portal.CreateReportAsync($"SELECT count(*) n FROM {table}");
        var runId = await portal.RunAsync(report, new { });
        await TestLake.PublishAsync(portal, table, 2, ["one", "two", "three"]);
        Assert.Equal("1", await VersionAsync("INTERVAL 1 HOUR"));
        Assert.Equal("", await VersionAsync("INTERVAL 0 HOUR"));

        // As if nobody had noticed the end before the next version, which came some time after it.
        async Task<string> VersionAsync(string after)
        {
            await portal.ExecuteAsync($"""
                UPDATE portal.table_version v JOIN portal.report_run r ON r.run_id = @runId SET v.published_at = r.ended_at + {after} WHERE v.table_name = @table AND v.version = 2;
                UPDATE portal.report_run SET state = NULL WHERE run_id = @runId
                """, new { runId, table });
            return $"{Assert.Single((await portal.EndOfAsync(runId)).GetProperty("tables").EnumerateArray()).GetProperty("version")}";
        }

        Assert.Null(await portal.ScalarAsync<string?>("SELECT question FROM portal.report_run WHERE run_id = @runId", new { runId }));
        var refused = portal.Analyst.PostAsJsonAsync($"/api/reports/{report.Text("id")}/runs", new { asOf = runId });
        Assert.Equal(["asOf"], await refused.FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task AnAnswerAsOfAMomentComesFromARunAsOfIt()
    {
        var table = await TestLake.PublishAsync(portal, $"shelf_{portal.NextNumber()}", 1, ["one", "two"]);
        var report = await portal.CreateReportAsync($"SELECT count(*) n FROM {table}");
        await portal.RunAsync(report, new { });
        var first = await portal.RunAsync(report, new { asOf = $"1{new string(' ', 80)}", maxAgeMinutes = 10 });
        Assert.Equal((false, "1"), await ReusedAsync(first));
        Assert.Equal((true, "1"), await ReusedAsync(await portal.RunAsync(report, new { asOf = "1", maxAgeMinutes = 10 })));

        async Task<(bool, string?)> ReusedAsync(string runId) =>
            await portal.Analyst.GetAsync($"/api/runs/{runId}").JsonAsync() is var run ? (run.GetProperty("reused").GetBoolean(), run.Text("asOf")) : default;
    }

    [Fact]
    public async Task YesterdayIsAmongTheMomentsOfATableThatChangesAllTheTime()
    {
        var table = await TestLake.PublishAsync(portal, $"shelf_{portal.NextNumber()}", 1, ["one"]);
        await portal.ExecuteAsync("""
            UPDATE portal.table_version SET published_at = published_at - INTERVAL 1 DAY WHERE table_name = @table;
            INSERT INTO portal.table_version (database_name, table_name, version, published_at, row_count, byte_count, file_count, location)
            WITH RECURSIVE later (version) AS (SELECT 2 UNION ALL SELECT version + 1 FROM later WHERE version < 700)
            SELECT 'curatedzonedb', @table, version, UTC_TIMESTAMP(3) - INTERVAL (700 - version) * 5 SECOND, 1, 1, 1, CONCAT('s3://x/', version) FROM later
            """, new { table });
        var report = await portal.CreateReportAsync($"SELECT n FROM {table}");
        var versions = (await portal.Analyst.GetAsync($"/api/reports/{report.Text("id")}/moments").JsonAsync()).Items().Select(moment => moment.GetProperty("tables")[0].Int("version")).ToList();
        Assert.Equal([700, 699, 698], versions[..3]);
        Assert.Equal(1, versions[^1]);
        Assert.InRange(versions.Count, 55, 80);
    }

    [Fact]
    public async Task AResultThatDependsOnTheMomentIsNeverTakenOver()
    {
        var report = await portal.CreateReportAsync("SELECT n, now() t FROM probe WHERE n = 1");
        await portal.RunAsync(report, new { maxAgeMinutes = 10 });
        var again = await portal.Analyst.GetAsync($"/api/runs/{await portal.RunAsync(report, new { maxAgeMinutes = 10 })}").JsonAsync();
        Assert.False(again.GetProperty("reused").GetBoolean());
    }

    [Fact]
    public async Task AReportAsOfAnEarlierVersionIsTheSameToTheByte()
    {
        var words = Enumerable.Range(0, 3000).Select(n => n.ToString("D5", CultureInfo.InvariantCulture)).ToArray();
        var table = await TestLake.PublishAsync(portal, $"shelf_{portal.NextNumber()}", 1, words);
        var report = await portal.CreateReportAsync(Sql(table));
        var then = await portal.RunAsync(report, new { });
        var csv = await portal.Analyst.GetStringAsync($"/api/runs/{then}/csv");
        for (var version = 2; version <= 5; version++)
            await TestLake.PublishAsync(portal, table, version, [.. words, $"more of {version}"]);

        var moments = (await portal.Analyst.GetAsync($"/api/reports/{report.Text("id")}/moments").JsonAsync()).Items().ToList();
        Assert.Equal([5, 4, 3, 2, 1], moments.Select(moment => moment.GetProperty("tables")[0].Int("version")));
        foreach (var asOf in (string[])[then, moments[^1].Text("at")!, "1"])
        {
            var again = await portal.RunAsync(report, new { asOf });
            Assert.Equal(csv, await portal.Analyst.GetStringAsync($"/api/runs/{again}/csv"));
        }
        var newest = await portal.RunAsync(report, new { });
        Assert.NotEqual(csv, await portal.Analyst.GetStringAsync($"/api/runs/{newest}/csv"));
        var change = Assert.Single((await portal.Analyst.GetAsync($"/api/runs/{newest}/changes?against={then}").JsonAsync()).GetProperty("tables").EnumerateArray());
        Assert.Equal((1, 5), (change.Int("before"), change.Int("after")));
        Assert.DoesNotContain("asof_", await portal.Analyst.GetStringAsync("/api/lake/tables"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AResultOfEventsTellsWhatItCannotHoldYet()
    {
        await portal.ExecuteAsync("DELETE FROM portal.table_version WHERE table_name = 'streaming_films'");
        var table = await TestLake.PublishAsync(portal, "streaming_films", 1, ["one"]);
        var path = $"/api/runs/{await portal.RunAsync(await portal.CreateReportAsync($"SELECT n FROM {table}"), new { })}/buffer";
        var before = await portal.Analyst.GetAsync(path).JsonAsync();
        var ids = Enumerable.Range(0, 3).Select(_ => $"{Guid.CreateVersion7()}").ToArray();
        foreach (var id in ids)
            await portal.ExecuteAsync("INSERT INTO portal.partner_event (event_id, request_id, posted_by, posted_at, state) VALUES (@id, '', 'ada', UTC_TIMESTAMP(3), 'accepted')", new { id });
        await portal.ExecuteAsync("INSERT INTO portal.event_seen VALUES (@hash, UTC_TIMESTAMP(3))", new { hash = SHA256.HashData(Encoding.UTF8.GetBytes(ids[0]))[..16] });
        await portal.ExecuteAsync("INSERT INTO portal.event_batch (object_key, created_at, row_count, byte_count, simulations) VALUES ('x', UTC_TIMESTAMP(3), 7, 1, '{}')");

        var after = await portal.Analyst.GetAsync(path).JsonAsync();
        Assert.Equal((2, 7), (after.Int("inBuffer") - before.Int("inBuffer"), after.Int("landed") - before.Int("landed")));
        var other = await portal.RunAsync(await portal.CreateReportAsync("SELECT n FROM probe"), new { });
        using var none = await portal.Analyst.GetAsync($"/api/runs/{other}/buffer");
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
        await portal.ExecuteAsync("DELETE FROM portal.event_batch; DELETE FROM portal.table_version WHERE table_name = 'streaming_films'");
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2001-01-01T00:00:00Z")]
    [InlineData("0")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000000000000000001")]
    public async Task AMomentOfWhichNothingIsKeptIsRefused(string asOf)
    {
        var table = await TestLake.PublishAsync(portal, $"shelf_{portal.NextNumber()}", 1, ["one"]);
        var report = await portal.CreateReportAsync($"SELECT n FROM {table}");
        Assert.Equal(["asOf"], await portal.Analyst.PostAsJsonAsync($"/api/reports/{report.Text("id")}/runs", new { asOf }).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task ATableWithoutVersionsHasNoEarlierOnes()
    {
        var report = await portal.CreateReportAsync("SELECT n FROM probe");
        Assert.Empty((await portal.Analyst.GetAsync($"/api/reports/{report.Text("id")}/moments").JsonAsync()).Items());
        var refused = portal.Analyst.PostAsJsonAsync($"/api/reports/{report.Text("id")}/runs", new { asOf = "2030-01-01" });
        Assert.Equal(["asOf"], await refused.FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
    }
}
