using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SakilaPortal.Api.Tests.Reports;

namespace SakilaPortal.Api.Tests.Lake;

/// <summary>What an estimate promises, against what the engine then reads.</summary>
[Collection(nameof(LivingLake))]
public sealed class EstimateTests(LivingLake lake)
{
    // What a reader of words could miss: tables read several times, columns read without their names.
    private static readonly string[] Tricky =
    [
        "SELECT count(*) FROM cleanzonedb.film",
        "SELECT * FROM cleanzonedb.film LIMIT 1",
        "SELECT count(a.description) FROM cleanzonedb.film a JOIN cleanzonedb.film b ON a.film_id = b.film_id",
        """
        WITH f AS (SELECT description FROM cleanzonedb.film), g AS (SELECT * FROM f UNION ALL SELECT * FROM f)
        SELECT count(a.description) FROM g a JOIN f b ON a.description = b.description
        """,
        "SELECT count(c) FROM cleanzonedb.language AS l (a, b, c)",
        "SELECT count(*) FROM cleanzonedb.film_actor a NATURAL JOIN cleanzonedb.film_category b",
        "SELECT count(a.title) FROM streaming_films a JOIN curatedzonedb.streaming_films b ON a.event_id = b.event_id",
        "SELECT count(eventtype) FROM landingzonedb.streaming WHERE partition_0 = '1999'",
        "SELECT count(*) FROM landingzonedb.streaming a JOIN landingzonedb.streaming b ON a.event_id = b.event_id WHERE a.partition_0 <> '1999'",
    ];

    [Fact]
    public async Task NoReportReadsMoreThanItsEstimate()
    {
        await lake.PostEventsAsync(20);
        var reports = (await lake.Analyst.GetAsync("/api/reports?pageSize=100").JsonAsync()).Items().Where(report => report.Text("owner") is null).ToList();
        Assert.True(reports.Count >= 30, $"{reports.Count} reports");
        foreach (var sql in Tricky)
            reports.Add(await lake.CreateReportAsync(sql));
        var runs = reports.Select(report => (Report: report, Buffered: false))
            .Concat(reports.Where(report => report.GetProperty("readsEvents").GetBoolean()).Select(report => (Report: report, Buffered: true)));
        foreach (var several in runs.Chunk(10))
            await Task.WhenAll(several.Select(run => HoldsAsync(run.Report, run.Buffered)));
    }

    [Fact]
    public async Task OnlyTheColumnsThatAreNamedCount()
    {
        var estimate = await EstimateAsync(await lake.CreateReportAsync("SELECT staff_id FROM cleanzonedb.payment"));
        var table = await lake.ScalarAsync<long>("SELECT byte_count FROM portal.table_version WHERE database_name = 'cleanzonedb' AND table_name = 'payment' ORDER BY version DESC LIMIT 1");
        Assert.InRange(estimate.GetProperty("bytes").GetInt64(), 1, table / 10);
        var columns = estimate.GetProperty("tables")[0].GetProperty("columns");
        Assert.Equal((1, 7), (columns.Int("counted"), columns.Int("all")));
    }

    [Fact]
    public async Task OnlyThePartitionsThatCanBeMetCount()
    {
        await lake.PostEventsAsync(1);
        var (year, month) = (DateTime.UtcNow.ToString("yyyy", CultureInfo.InvariantCulture), DateTime.UtcNow.ToString("MM", CultureInfo.InvariantCulture));
        var met = await EstimateAsync(await lake.CreateReportAsync($"SELECT count(*) FROM landingzonedb.streaming s WHERE s.partition_0 = '{year}' AND partition_1 IN ('{month}', '99')"));
        Assert.Equal(1, met.GetProperty("tables")[0].GetProperty("partitions").Int("counted"));
        Assert.True(met.GetProperty("bytes").GetInt64() > 0);
        var missed = await EstimateAsync(await lake.CreateReportAsync("SELECT count(*) FROM landingzonedb.streaming WHERE partition_0 = '1999'"));
        Assert.Equal((0, 0), (missed.GetProperty("tables")[0].GetProperty("partitions").Int("counted"), missed.GetProperty("bytes").GetInt64()));
    }

    private async Task HoldsAsync(JsonElement report, bool includeBuffered)
    {
        var estimate = await EstimateAsync(report, includeBuffered);
        var accepted = await lake.Analyst.PostAsJsonAsync($"/api/reports/{report.Text("id")}/runs", new { includeBuffered }).JsonAsync(System.Net.HttpStatusCode.Accepted);
        var run = await lake.EndOfAsync(accepted.Text("runId")!);
        Assert.True(run.Text("state") == "SUCCEEDED", $"{report.Text("name")}: {run}");
        var (most, read) = (estimate.GetProperty("bytes").GetInt64(), run.GetProperty("bytesScanned").GetInt64());
        Assert.True(most >= read, $"{report.Text("name")} read {read} bytes, {most} were estimated: {estimate}");
    }

    private async Task<JsonElement> EstimateAsync(JsonElement report, bool includeBuffered = false) =>
        await lake.Analyst.PostAsJsonAsync($"/api/reports/{report.Text("id")}/estimate", new { includeBuffered }).JsonAsync();
}
