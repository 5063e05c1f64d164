using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SakilaPortal.Api.Tests.Reports;
using SakilaPortal.Api.Tests.Simulations;

namespace SakilaPortal.Api.Tests.Lake;

/// <summary>Reports that count what is accepted and has not landed.</summary>
[Collection(nameof(LivingLake))]
public sealed class BufferedReportTests(LivingLake lake) : IAsyncLifetime
{
    private const string Events = """
        SELECT event_id, eventtype, film_id_streaming, distributor, platform, state, partition_0, partition_1, film_id, title, rating, category_id, category_name, "timestamp"
        FROM curatedzonedb.streaming_films WHERE event_id = :id OR event_id LIKE :series ORDER BY event_id
        """;

    private static readonly object Included = new { includeBuffered = true };

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => lake.DeliverEveryAsync(0);

    [Fact]
    public async Task BufferedEventsAreCountedOnceAsTheyWillLand()
    {
        await lake.PostEventsAsync(1);
        await lake.DeliverEveryAsync(900);
        var report = (await lake.Analyst.GetAsync("/api/reports").JsonAsync()).Items().Single(one => one.Text("name") == "Overall-Top-Streaming-Categories");
        Assert.True(report.GetProperty("readsEvents").GetBoolean());
        var landed = await StreamsAsync(report, new { maxAgeMinutes = 5 });
        var simulation = await lake.Partner.StartAsync(new { template = Partners.PartnerEvents.Template, rate = 400, stopAfterRecords = 400, seed = 7 });
        var series = simulation.Text("id")!;
        var odd = $"e12345678901 O'Brien \"é\" {lake.NextNumber()}";
        await lake.Partner.PostAsJsonAsync("/api/partner-events", new[] { Partners.PartnerEvents.Valid(odd), Partners.PartnerEvents.Valid(), Partners.PartnerEvents.Valid() }).JsonAsync();
        await lake.Partner.EndAsync(series);

        Assert.Equal(landed + 403, await StreamsAsync(report, Included, new(403, 0, 0, 0)));
        Assert.Equal(landed + 403, await StreamsAsync(report, new { includeBuffered = true, maxAgeMinutes = 5 }, new(403, 0, 0, 0)));
        Assert.Equal(landed, await StreamsAsync(report, new { maxAgeMinutes = 5 }));

        var each = await lake.CreateReportAsync($"/* parameter id: text = {odd}\n parameter series: text = {series}-% */\n{Events}");
        var before = await RowsAsync(each, Included);
        await lake.DeliverEveryAsync(0);
        await SettledAsync(series, 400);
        Assert.Equal(landed + 403, await StreamsAsync(report, Included, new(0, 0, 0, 0)));
        Assert.Equal(landed + 403, await StreamsAsync(report, new { }));
        var after = await RowsAsync(each, new { });
        Assert.Equal(401, after.Length);
        Assert.Equal(after.Select(WithoutTime), before.Select(WithoutTime));
        Assert.All(before.Zip(after), pair => Assert.InRange(Math.Abs((TimeOf(pair.First) - TimeOf(pair.Second)).TotalSeconds), 0, 2));
    }

    [Fact]
    public async Task NoEventIsMissedOrCountedTwiceWhileEventsLand()
    {
        await lake.DeliverEveryAsync(0);
        var report = await lake.CreateReportAsync("SELECT count(*) n, count(DISTINCT event_id) ids FROM streaming_films");
        var (mine, all) = ("SELECT accepted FROM portal.simulation WHERE simulation_id = @id", (await RowsAsync(report, new { }))[0]);
        var id = (await lake.Partner.StartAsync(new { template = Partners.PartnerEvents.Template, rate = 500, stopAfterRecords = 1500, seed = 8 })).Text("id")!;
        for (var accepted = 0L; accepted < 1500;)
        {
            accepted = await lake.ScalarAsync<long>(mine, new { id });
            var run = await RunAsync(report, Included);
            var row = (await RowsOfAsync(run))[0];
            Assert.Equal(row[1], row[0]);
            var counted = Number(row[0]) - Number(all[0]);
            Assert.InRange(counted + run.GetProperty("buffered").Int("landed"), accepted, 1500);
        }
        await SettledAsync(id, 1500);
        Assert.All((await RowsAsync(report, Included))[0], cell => Assert.Equal(Number(all[0]) + 1500, Number(cell)));
    }

    [Fact]
    public async Task WhatCannotIncludeThemSaysWhyAndWhere()
    {
        var report = await lake.CreateReportAsync("SELECT *\nFROM streaming_films\nWHERE nope = 1");
        var run = await lake.EndOfAsync(await StartAsync(report, Included));
        Assert.Equal((3, 7), (run.GetProperty("failure").Int("line"), run.GetProperty("failure").Int("column")));

        Assert.Equal(["includeBuffered"], await RefusalAsync(report, new { includeBuffered = true, asOf = "2030-01-01" }));
        Assert.Equal(["includeBuffered"], await RefusalAsync(await lake.CreateReportAsync("SELECT 1 FROM film_category"), Included));
        var own = await lake.CreateReportAsync("WITH streaming_films AS (SELECT 1 x FROM curatedzonedb.streaming_films) SELECT * FROM streaming_films");
        Assert.Equal(["includeBuffered"], await RefusalAsync(own, Included));
    }

    private sealed record Mark(int Included, int TooMany, int Unknown, int Landed);

    /// <summary>The sum of a result's last column.</summary>
    private async Task<long> StreamsAsync(JsonElement report, object request, Mark? mark = null)
    {
        var run = await RunAsync(report, request);
        var buffered = run.GetProperty("buffered");
        Assert.Equal(mark, buffered.ValueKind == JsonValueKind.Null ? null : buffered.Deserialize<Mark>(JsonSerializerOptions.Web));
        Assert.False(mark is not null && run.GetProperty("reused").GetBoolean());
        return (await RowsOfAsync(run)).Sum(row => Number(row[^1]));
    }

    private async Task<JsonElement> RunAsync(JsonElement report, object request) =>
        await lake.Analyst.GetAsync($"/api/runs/{await Reporting.RunAsync(lake, report, request)}").JsonAsync();

    private async Task<string?[][]> RowsOfAsync(JsonElement run) => Reporting.Rows(await lake.Analyst.GetAsync($"/api/runs/{run.Text("runId")}/rows?limit=1000").JsonAsync());

    private async Task<string?[][]> RowsAsync(JsonElement report, object request) => await RowsOfAsync(await RunAsync(report, request));

    private async Task<string> StartAsync(JsonElement report, object request) =>
        (await lake.Analyst.PostAsJsonAsync($"/api/reports/{report.Text("id")}/runs", request).JsonAsync(HttpStatusCode.Accepted)).Text("runId")!;

    private Task<string[]> RefusalAsync(JsonElement report, object request) =>
        lake.Analyst.PostAsJsonAsync($"/api/reports/{report.Text("id")}/runs", request).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity);

    private Task SettledAsync(string simulation, int count) => Eventually.IsAsync(async () => await lake.ScalarAsync<int>(
        "SELECT COALESCE(SUM(in_reports), 0) FROM portal.simulation_progress WHERE simulation_id = @simulation", new { simulation }) == count, $"the {count} events of {simulation} are in the reports");

    private static string[] WithoutTime(string?[] row) => [.. row.SkipLast(1).Select(cell => cell ?? "NULL")];

    private static DateTimeOffset TimeOf(string?[] row) => DateTimeOffset.Parse(row[^1]!, CultureInfo.InvariantCulture);

    private static long Number(string? text) => long.Parse(text!, CultureInfo.InvariantCulture);
}
