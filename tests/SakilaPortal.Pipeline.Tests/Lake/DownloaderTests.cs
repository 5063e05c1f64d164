using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SakilaPortal.Pipeline.Tests.Lake;

[Collection(nameof(LakeCollection))]
public sealed class DownloaderTests(LakeFixture lake)
{
    [Fact]
    public async Task ASourceIsBroughtOnceForEachContentAndKeptAsItCame()
    {
        var folder = Directory.CreateTempSubdirectory("sakila-vendor-").FullName;
        var file = Path.Combine(folder, "authors.json");
        await WriteAsync(file, "Ann Author");
        await using var pipeline = await lake.StartAnotherPipelineAsync(settings: [("Vendor__Sources__authors", file), ("Vendor__Sources__books", Path.Combine(folder, "none.json"))]);
        await lake.UntilAsync(async () => await CountAsync("Ann Author") == "1", "the author is in the table");
        await lake.UntilAsync(async () => await lake.MySqlAsync<string>("SELECT problem FROM portal.vendor_source WHERE source = 'books'") is not null, "the missing file is noticed");
        Assert.StartsWith("There is no file", await lake.MySqlAsync<string>("SELECT problem FROM portal.vendor_source WHERE source = 'books'"));
        Assert.Single(await DatedAsync());

        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(1));
        await RefreshAsync(pipeline.Address);
        Assert.Single(await DatedAsync());

        await WriteAsync(file, "Bob Bookman");
        await RefreshAsync(pipeline.Address);
        await lake.UntilAsync(async () => await CountAsync("Bob Bookman") == "1", "the other author is in the table");
        Assert.Equal(2, (await DatedAsync()).Count);
        Assert.Equal("1", await CountAsync("Ann Author"));
        using var current = new StreamReader((await lake.S3.GetObjectAsync(LakeFixture.Landing, "vendor/authors/current.json")).ResponseStream);
        Assert.Contains("Bob Bookman", await current.ReadToEndAsync());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void NothingIsLookedForInALakeThatIsStillBeingMade() => Assert.DoesNotContain("cannot be looked at", lake.FirstOutput, StringComparison.Ordinal);

    private static Task WriteAsync(string file, string author) => File.WriteAllTextAsync(file, JsonSerializer.Serialize(new[] { VendorData.Author(author, "Danes") }));

    private async Task RefreshAsync(Uri pipeline)
    {
        using var http = new HttpClient { BaseAddress = pipeline };
        var before = await lake.MySqlAsync<DateTime>("SELECT MAX(checked_at) FROM portal.vendor_source WHERE source = 'authors'");
        using var response = await http.PostAsJsonAsync("/lake/vendor/refresh", new { });
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await lake.UntilAsync(async () => await lake.MySqlAsync<DateTime>("SELECT checked_at FROM portal.vendor_source WHERE source = 'authors'") > before, "the source is looked at");
    }

    private async Task<List<string>> DatedAsync() =>
        [.. (await lake.S3.ListObjectsV2Async(new() { BucketName = LakeFixture.Landing, Prefix = "vendor/authors/2" })).S3Objects.Select(o => o.Key)];

    private async Task<string> CountAsync(string author) =>
        await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.table_version WHERE table_name = 'authors'") == 0
            ? "0"
            : await lake.AthenaValueAsync($"SELECT count(*) FROM cleanzonedb.authors WHERE name = '{author}'");
}
