using System.Globalization;
using System.Text.Json;

namespace SakilaPortal.Pipeline.Tests.Lake;

[Collection(nameof(LakeCollection))]
public sealed class EventsTests(LakeFixture lake)
{
    [Fact]
    public async Task AFilmStandsInFilmCategoryWithItsCategory()
    {
        Assert.Equal("Documentary", await lake.AthenaValueAsync("SELECT category_name FROM curatedzonedb.film_category WHERE film_id = 1"));
        Assert.Equal("1000", await lake.AthenaValueAsync("SELECT count(DISTINCT film_id) FROM curatedzonedb.film_category"));
    }

    [Fact]
    public async Task AnEventIsInStreamingFilmsWithItsFilm()
    {
        var id = Guid.CreateVersion7().ToString();
        await lake.PutAsync([Events.Line(id, filmId: 1, state: "Ohio")]);
        await lake.UntilAsync(async () => await CountAsync($"event_id = '{id}'") == 1, "the event is in streaming_films");
        var now = DateTime.UtcNow.ToString("yyyy", CultureInfo.InvariantCulture);
        var row = (await lake.AthenaAsync($"SELECT * FROM curatedzonedb.streaming_films WHERE event_id = '{id}'"))[0];
        Assert.Equal(20, row.Length);
        Assert.Equal(["2026-07-04T10:11:12+01:00", "rent", "1", "vudo", "ios", "Ohio", now], row[..7]);
        Assert.Equal(["1", "ACADEMY DINOSAUR"], row[8..10]);
        Assert.Equal(["Documentary", id], row[18..]);
    }

    [Fact]
    public async Task AnEventOfAnUnknownFilmStaysWithEmptyFilmColumns()
    {
        var id = Guid.CreateVersion7().ToString();
        await lake.PutAsync([Events.Line(id, filmId: 4711)]);
        await lake.UntilAsync(async () => await CountAsync($"event_id = '{id}' AND film_id IS NULL AND title IS NULL AND film_id_streaming = 4711") == 1, "the event is there");
    }

    [Fact]
    public async Task RepeatedEventsAndArrivalsToldTwiceCountOnce()
    {
        var simulation = Guid.CreateVersion7().ToString("N");
        var events = Events.OfSimulation(simulation, 300).ToList();
        await lake.PutAsync(events);
        await lake.PutAsync(events[..100]);
        await lake.UntilAsync(async () => await InReportsAsync(simulation) == 300, "all are in reports");

        var listed = await lake.S3.ListObjectsV2Async(new() { BucketName = LakeFixture.Landing, Prefix = "streaming/" });
        var told = listed.S3Objects.Select(o => (o.Key, o.ETag.Trim('"'))).ToList();
        await lake.TellAsync([.. told, .. told]);
        await lake.PutAsync([Events.Line($"{simulation}-301")]);
        await lake.UntilAsync(async () => await InReportsAsync(simulation) == 301, "the last is in reports");
        Assert.Equal(301, await CountAsync($"event_id LIKE '{simulation}-%'"));
        Assert.Equal(301, await lake.MySqlAsync<long>("SELECT landed FROM portal.simulation_progress WHERE simulation_id = @simulation", new { simulation }));
    }

    [Fact]
    public async Task IdenticalEventsWithoutIdAreNeverMerged()
    {
        var before = await CountAsync("distributor = 'vudo' AND state = 'Guam' OR state = 'Hawaii'");
        await lake.PutAsync([Events.Line(null, state: "Hawaii"), Events.Line(null, state: "Hawaii")]);
        await lake.UntilAsync(async () => await CountAsync("distributor = 'vudo' AND state = 'Guam' OR state = 'Hawaii'") == before + 2, "both are there");
        Assert.Equal("0", await lake.AthenaValueAsync("SELECT count(*) - count(DISTINCT event_id) FROM curatedzonedb.streaming_films"));
    }

    [Fact]
    public async Task ALineThatIsNoEventIsSetAsideWithReasonKeyAndLine()
    {
        var id = Guid.CreateVersion7().ToString();
        var marker = Guid.NewGuid().ToString();
        await lake.PutAsync([Events.Line(id), $"no event {marker}"]);
        await lake.UntilAsync(async () => await CountAsync($"event_id = '{id}'") == 1, "the valid event is there");
        var malformed = await MalformedAsync(marker);
        Assert.Equal(2, malformed.GetProperty("line").GetInt32());
        Assert.Contains("JSON", malformed.GetProperty("reason").GetString());
        Assert.StartsWith("streaming/", malformed.GetProperty("key").GetString());
    }

    [Fact]
    public async Task LandedEventsAreCataloguedAsTheyAre()
    {
        var id = Guid.CreateVersion7().ToString();
        await lake.PutAsync([Events.Line(id)]);
        await lake.UntilAsync(async () => await CountAsync($"event_id = '{id}'") == 1, "the event is there");
        var rows = await lake.AthenaAsync($"SELECT eventtype, film_id, partition_0, partition_1 FROM landingzonedb.streaming WHERE event_id = '{id}'");
        var now = DateTime.UtcNow;
        Assert.Equal(["rent", "1", $"{now:yyyy}", $"{now:MM}"], rows[0]);
    }

    [Fact]
    public async Task AFilmThatChangesItsCategoryChangesItForItsEvents()
    {
        var id = Guid.CreateVersion7().ToString();
        await lake.PutAsync([Events.Line(id, filmId: 900)]);
        await lake.UntilAsync(async () => await CountAsync($"event_id = '{id}'") == 1, "the event is there");
        await lake.ExecuteAsync("UPDATE sakila.film SET title = 'ANOTHER TITLE' WHERE film_id = 900");
        await lake.UntilAsync(async () => await CountAsync($"event_id = '{id}' AND title = 'ANOTHER TITLE'") == 1, "the event has the new title");
        Assert.Equal(1, await CountAsync($"event_id = '{id}'"));
    }

    [Fact]
    public async Task AChangedFilmRewritesOnlyTheFilesThatMayHoldIt()
    {
        var simulation = Guid.CreateVersion7().ToString("N");
        for (var i = 0; i < 10; i++)
        {
            await lake.DeliverAsync(Events.OfSimulation(simulation, 300 * (i + 1)).Skip(300 * i));
            await lake.UntilAsync(async () => await InReportsAsync(simulation) == 300 * (i + 1), "the events are in reports");
        }
        await lake.UntilAsync(async () => await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.workflow_run WHERE state = 'running'") == 0, "small files are put together");
        const string others = "FROM portal.table_file WHERE table_name = 'streaming_films' AND NOT (500 BETWEEN COALESCE(first_key, 0) AND COALESCE(last_key, 1000000))";
        Assert.NotEmpty(await lake.ListAsync<string>($"SELECT object_key {others} AND removed_version IS NULL"));
        var next = 1 + await lake.MySqlAsync<long>("SELECT MAX(version) FROM portal.table_version WHERE table_name = 'streaming_films'");
        await lake.ExecuteAsync("UPDATE sakila.film SET title = 'FIVE HUNDRED' WHERE film_id = 500");
        await lake.UntilAsync(async () => await CountAsync("film_id_streaming = 500 AND title <> 'FIVE HUNDRED'") == 0, "its events have the new title");
        Assert.Empty(await lake.ListAsync<string>($"SELECT object_key {others} AND removed_version = {next}"));
        Assert.Equal(3000, await CountAsync($"event_id LIKE '{simulation}-%' AND film_id = film_id_streaming"));
    }

    [Fact]
    public async Task APreviewOfTheCrawlSaysWhatNewFilesWouldChange()
    {
        await lake.S3.PutObjectAsync(new() { BucketName = LakeFixture.Landing, Key = "vendor/trailers/current.csv", ContentBody = "title,minutes\nA,3\n" });
        var preview = await lake.GetAsync("/lake/crawl-preview");
        var tables = preview.GetProperty("tables").EnumerateArray().ToList();
        var streaming = tables.Single(table => table.GetProperty("table").GetString() == "streaming");
        Assert.Empty(streaming.GetProperty("newPartitions").EnumerateArray());
        var trailers = tables.Single(table => table.GetProperty("table").GetString() == "trailers");
        Assert.Equal("new", trailers.GetProperty("state").GetString());
        Assert.Equal(["string", "int"], trailers.GetProperty("newColumns").EnumerateArray().Select(column => column.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task ALineThatIsSetAsideChangesNoColumnAndIsCountedApartInThePreview()
    {
        var id = Guid.CreateVersion7().ToString();
        string[] bad = ["{\"film_id\": \"seven\", \"odd\": 1}", "[1]"];
        await lake.DeliverAsync([.. bad, Events.Line(id)]);
        await lake.UntilAsync(async () => await CountAsync($"event_id = '{id}'") == 1, "the valid event is there");
        var preview = await lake.GetAsync("/lake/crawl-preview");
        var streaming = preview.GetProperty("tables").EnumerateArray().Single(table => table.GetProperty("table").GetString() == "streaming");
        Assert.Empty(streaming.GetProperty("changedTypes").EnumerateArray());
        Assert.Empty(streaming.GetProperty("brokenQueries").EnumerateArray());
        Assert.DoesNotContain("odd", streaming.GetProperty("newColumns").EnumerateArray().Select(column => column.GetProperty("name").GetString()));
        Assert.InRange(streaming.GetProperty("setAside").GetInt64(), 2, long.MaxValue);
        var table = await lake.Glue.GetTableAsync(new() { DatabaseName = "landingzonedb", Name = "streaming" });
        Assert.DoesNotContain("odd", table.Table.StorageDescriptor.Columns.Select(column => column.Name));
    }

    [Fact]
    public async Task AFieldThatIsNoEventsBecomesAColumnOfTheLandedTable()
    {
        var id = Guid.CreateVersion7().ToString();
        await lake.DeliverAsync([Events.Line(id).Replace("}", ", \"Campaign\": \"spring\"}"), Events.Line($"{id}-other")]);
        await lake.UntilAsync(async () => await CountAsync($"event_id LIKE '{id}%'") == 2, "the events are there");
        Assert.Equal(["spring", "NULL"], (await lake.AthenaAsync($"SELECT campaign FROM landingzonedb.streaming WHERE event_id LIKE '{id}%' ORDER BY event_id")).Select(row => row[0]));
    }

    private async Task<long> CountAsync(string where) =>
        long.Parse(await lake.AthenaValueAsync($"SELECT count(*) FROM curatedzonedb.streaming_films WHERE {where}"), CultureInfo.InvariantCulture);

    private Task<long> InReportsAsync(string simulation) =>
        lake.MySqlAsync<long>("SELECT COALESCE(MAX(in_reports), 0) FROM portal.simulation_progress WHERE simulation_id = @simulation", new { simulation });

    private async Task<JsonElement> MalformedAsync(string marker)
    {
        var listed = await lake.S3.ListObjectsV2Async(new() { BucketName = LakeFixture.Landing, Prefix = "malformed/" });
        foreach (var o in listed.S3Objects)
        {
            using var response = await lake.S3.GetObjectAsync(LakeFixture.Landing, o.Key);
            using var reader = new StreamReader(response.ResponseStream);
            while (await reader.ReadLineAsync() is { } line)
                if (line.Contains(marker))
                    return JsonDocument.Parse(line).RootElement;
        }
        throw new Xunit.Sdk.XunitException($"No object below malformed/ holds {marker}.");
    }
}
