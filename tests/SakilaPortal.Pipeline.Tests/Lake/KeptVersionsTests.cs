using Amazon.S3;
using Dapper;
using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Pipeline.Catalog.Upkeep;
using SakilaPortal.Pipeline.Tests.Support;

namespace SakilaPortal.Pipeline.Tests.Lake;

[Collection(nameof(LakeCollection))]
public sealed class KeptVersionsTests(LakeFixture lake)
{
    private const string OfTable = "database_name = 'curatedzonedb' AND table_name = 'streaming_films'";

    private const string Report = """
        SELECT state, eventtype, category_name, count(*) AS streams, avg(CAST(length AS double)) AS minutes
        FROM workzonedb.as_of_test GROUP BY state, eventtype, category_name ORDER BY streams DESC LIMIT 60
        """;

    [Fact]
    public async Task AKeptVersionAnswersTheSameBytesAfterTwentyMoreAndTheirRemoval()
    {
        await AddAsync(100);
        var (version, location) = await lake.RowAsync<(long, string)>($"SELECT version, location FROM portal.table_version WHERE {OfTable} ORDER BY version DESC LIMIT 1");
        await lake.PointAsync("as_of_test", "curatedzonedb", "streaming_films", location);
        var before = await lake.CsvAsync(Report);

        // A version of yesterday is kept for its day.
        await lake.ExecuteAsync($"UPDATE portal.table_version SET published_at = published_at - INTERVAL 1 DAY WHERE {OfTable} AND version <= @version", new { version });
        for (var i = 0; i < 20; i++)
            await AddAsync(3);
        Assert.True(await lake.MySqlAsync<long>($"SELECT COUNT(*) FROM portal.table_file WHERE {OfTable} AND removed_version > @version", new { version }) >= 8, "files were merged");
        var objects = await lake.KeysAsync("dev-sakila-curated", "streaming/streaming_films/");

        await UpkeepAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(31));
        Assert.Equal(before, await lake.CsvAsync(Report));
        Assert.Equal(1, await lake.MySqlAsync<long>($"SELECT COUNT(*) FROM portal.table_version WHERE {OfTable} AND version = @version", new { version }));
        Assert.InRange(await lake.MySqlAsync<long>($"SELECT COUNT(*) FROM portal.table_version WHERE {OfTable}"), 2, 3);
        var left = await lake.KeysAsync("dev-sakila-curated", "streaming/streaming_films/");
        Assert.True(left.Count < objects.Count - 20, $"{objects.Count} objects became {left.Count}");
        Assert.Empty((await lake.ListAsync<string>($"SELECT object_key FROM portal.table_file WHERE {OfTable}")).Except(left));
        await lake.AthenaValueAsync("SELECT count(*) FROM curatedzonedb.streaming_films");
    }

    [Fact]
    public async Task WhatAQueryMayStillBeReadingStaysHalfAnHour()
    {
        await AddAsync(3);
        await AddAsync(3);
        var locations = await lake.ListAsync<string>($"SELECT location FROM portal.table_version WHERE {OfTable}");
        await UpkeepAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(29));
        var manifests = await lake.KeysAsync("dev-sakila-curated", "streaming/streaming_films/manifests/");
        Assert.All(locations, location => Assert.Contains($"{location["s3://dev-sakila-curated/".Length..]}manifest", manifests));
        Assert.True(await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.doomed_object") > 0);
    }

    [Fact]
    public async Task WhatCutShortWorkHasLeftIsRemovedAndNothingElse()
    {
        await AddAsync(3);
        await lake.KillPipelineAsync();
        var orphan = Guid.CreateVersion7().ToString("N");
        string[] left =
        [
            $"streaming/streaming_films/data/{orphan}/20260101_000000_00000", $"filmdb/film_category/data/{orphan}.parquet",
            $"streaming/streaming_films/manifests/99999999-{orphan[..8]}/manifest",
        ];
        foreach (var key in left)
            await lake.S3.PutObjectAsync(new() { BucketName = "dev-sakila-curated", Key = key, ContentBody = "left" });
        await lake.S3.PutObjectAsync(new() { BucketName = "dev-sakila-clean", Key = $"streaming/events/{orphan}.parquet", ContentBody = "left" });
        await lake.S3.PutObjectAsync(new() { BucketName = "dev-sakila-clean", Key = $"work/streaming_events/{orphan}/manifest", ContentBody = "left" });
        var named = (await lake.KeysAsync("dev-sakila-curated", "")).Except(left).ToList();

        Assert.Equal(0, await SweepAsync(TimeSpan.FromMinutes(110)));
        Assert.True(await SweepAsync(TimeSpan.FromMinutes(130)) >= 5);
        var curated = await lake.KeysAsync("dev-sakila-curated", "");
        Assert.Empty(curated.Intersect(left));
        var needed = (await lake.ListAsync<string>("SELECT object_key FROM portal.table_file WHERE database_name = 'curatedzonedb'")).ToHashSet();
        Assert.Empty(needed.Intersect(named).Except(curated));
        Assert.DoesNotContain($"streaming/events/{orphan}.parquet", await lake.KeysAsync("dev-sakila-clean", "streaming/"));
        Assert.DoesNotContain($"work/streaming_events/{orphan}/manifest", await lake.KeysAsync("dev-sakila-clean", "work/"));
        Assert.Empty((await lake.ListAsync<string>("SELECT object_key FROM portal.event_batch")).Except(await lake.KeysAsync("dev-sakila-clean", "streaming/")));
        await lake.StartPipelineAsync();
        await lake.AthenaValueAsync("SELECT count(*) FROM curatedzonedb.streaming_films");
    }

    /// <summary>Events as a delivered object, told at once, and in the reports.</summary>
    private async Task AddAsync(int count)
    {
        var simulation = Guid.CreateVersion7().ToString("N");
        await lake.DeliverAsync(Events.OfSimulation(simulation, count, spread: true));
        await lake.UntilAsync(
            async () => await lake.MySqlAsync<long>("SELECT COALESCE(MAX(in_reports), 0) FROM portal.simulation_progress WHERE simulation_id = @simulation", new { simulation }) == count,
            "the events are in reports");
    }

    private async Task UpkeepAsync(TimeSpan expiry, TimeSpan removal)
    {
        var time = new ManualTime(DateTimeOffset.UtcNow + expiry);
        await using var database = new MySqlDataSource(lake.ConnectionString());
        var retention = new VersionRetention(database, lake.S3, Options.Create(new UpkeepOptions()), time);
        Assert.True(await retention.ExpireAsync(CancellationToken.None) > 0);
        time.Now += removal;
        await retention.RemoveAsync(CancellationToken.None);
    }

    private async Task<int> SweepAsync(TimeSpan later)
    {
        await using var database = new MySqlDataSource(lake.ConnectionString());
        var sweep = new OrphanSweep(
            database, new(lake.S3), lake.S3, new(lake.Glue), new(database), Options.Create(new Pipeline.Lake.LakeOptions()), Options.Create(new UpkeepOptions()),
            new ManualTime(DateTimeOffset.UtcNow + later));
        return await sweep.RunAsync(CancellationToken.None);
    }
}
