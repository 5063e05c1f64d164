using System.Net;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Lake;

[Collection(nameof(LivingLake))]
public sealed class PlatformTests(LivingLake lake)
{
    [Fact]
    public async Task TablesTellTheirSizeAndHowFreshTheyAre()
    {
        await lake.PostEventsAsync(4);
        JsonElement payment = default;
        await Eventually.IsAsync(async () => (payment = await TableAsync("cleanzonedb", "payment")).GetProperty("freshness").Text("state") == "current", "payments are current");
        Assert.True(payment.Int("rows") > 16_000 && payment.Int("files") > 0 && payment.Int("bytes") > 0, $"{payment}");
        var streaming = await TableAsync("landingzonedb", "streaming");
        Assert.True(streaming.Int("rows") >= 4 && streaming.Int("files") > 0, $"{streaming}");
        Assert.DoesNotContain((await lake.Analyst.GetAsync("/api/lake/tables").JsonAsync()).Items(), table => table.Text("database") == "workzonedb");
    }

    [Fact]
    public async Task ATableTellsItsFilesItsVersionsItsLineageAndAFewRows()
    {
        var table = await lake.Analyst.GetAsync("/api/lake/tables/curatedzonedb/streaming_films").JsonAsync();
        Assert.NotEmpty(table.GetProperty("versions").EnumerateArray());
        Assert.Contains(table.GetProperty("versions")[0].GetProperty("inputs").EnumerateObject(), input => input.Name == "curatedzonedb.film_category");
        var lineage = table.GetProperty("lineage");
        var levels = lineage.GetProperty("nodes").EnumerateArray().ToDictionary(node => node.Text("id")!, node => node.Int("level"));
        Assert.Equal((0, -1, -2), (levels["curatedzonedb.streaming_films"], levels["landingzonedb.streaming"], levels["cleanzonedb.film"]));
        Assert.True(levels["mysql:sakila.film"] < levels["landing:dms/sakila/film/"]);
        Assert.Contains(lineage.GetProperty("nodes").EnumerateArray(), node => node.Text("kind") == "report" && node.Int("level") == 1);

        var sample = await lake.Analyst.GetAsync("/api/lake/tables/cleanzonedb/film/sample?limit=3").JsonAsync();
        Assert.Equal(3, sample.GetProperty("rows").GetArrayLength());
        Assert.Equal("film_id", sample.GetProperty("columns")[0].Text("name"));
        await lake.Analyst.GetAsync("/api/lake/tables/workzonedb/film_category/sample").ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task LandedEventsArePartitionedByMonth()
    {
        await lake.PostEventsAsync(1);
        var table = await lake.Analyst.GetAsync("/api/lake/tables/landingzonedb/streaming").JsonAsync();
        Assert.Contains(table.GetProperty("partitions").EnumerateArray(), partition => partition.GetProperty("values")[0].GetString() == $"{DateTime.UtcNow:yyyy}");
        Assert.NotEmpty(table.GetProperty("files").EnumerateArray());
    }

    [Fact]
    public async Task ARunAskedForIsRunAndInTheHistory()
    {
        var asked = (await lake.Admin.PostAsync("/api/workflow/runs", null).JsonAsync(HttpStatusCode.Accepted)).Int("requestId");
        await Eventually.IsAsync(async () => (await lake.Analyst.GetAsync("/api/workflow/runs?pageSize=20").JsonAsync()).Items()
            .Any(run => run.Text("trigger") == "request by admin" && run.Text("state") == "succeeded"), $"request {asked} has run");
        var workflow = await lake.Analyst.GetAsync("/api/workflow").JsonAsync();
        Assert.True(workflow.GetProperty("worker").GetProperty("isAlive").GetBoolean());
        Assert.Contains(workflow.GetProperty("nodes").EnumerateArray(), node => node.Text("name") == "clean" && node.GetProperty("after")[0].GetString() == "replicate"
            && node.GetProperty("tables").EnumerateArray().Any(table => table.GetString() == "cleanzonedb.payment"));
    }

    [Fact]
    public async Task ACrawlIsPreviewedByThePipeline()
    {
        await lake.PostEventsAsync(1);
        var preview = await lake.Analyst.GetAsync("/api/lake/crawl-preview").JsonAsync();
        var streaming = preview.GetProperty("tables").EnumerateArray().Single(table => table.Text("table") == "streaming");
        Assert.Equal(("landingzonedb", "same"), (streaming.Text("database"), streaming.Text("state")));
        Assert.Empty(streaming.GetProperty("brokenQueries").EnumerateArray());
    }

    [Fact]
    public async Task EveryPartTellsHowItDoes()
    {
        var parts = (await lake.Analyst.GetAsync("/api/lake/health").JsonAsync()).GetProperty("parts").EnumerateArray().ToDictionary(part => part.Text("name")!);
        Assert.Equal(["Api", "Athena", "Disk", "Glue", "MySQL", "Pipeline", "S3", "Stream partner-events", "Stream viewing-sessions"], parts.Keys.Order(StringComparer.Ordinal));
        foreach (var name in parts.Keys.Where(name => name != "Disk"))
            Assert.True(parts[name].Text("state") == "ok", $"{parts[name]}");
    }

    private async Task<JsonElement> TableAsync(string database, string name) =>
        (await lake.Analyst.GetAsync("/api/lake/tables").JsonAsync()).Items().Single(table => (table.Text("database"), table.Text("name")) == (database, name));
}
