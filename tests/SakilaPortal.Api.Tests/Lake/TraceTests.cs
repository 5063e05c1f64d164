using System.Net;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Lake;

[Collection(nameof(LivingLake))]
public sealed class TraceTests(LivingLake lake)
{
    [Fact]
    public async Task ARentalIsFollowedFromItsRowToItsChangeFileItsParquetObjectAndItsVersion()
    {
        var id = (await lake.RentAsync(await lake.AddFilmAsync(copies: 1)).JsonAsync(HttpStatusCode.Created)).Int("rentalId");
        JsonElement[] hops = [];
        await Eventually.IsAsync(async () => (hops = await HopsAsync($"rentals/{id}")).Count(hop => hop.Text("stage") == "table version" && hop.Text("state") == "done") >= 2, "the rental is in clean tables");

        Assert.Equal($"sakila.rental, rental_id {id}", hops[0].Text("where"));
        var file = hops.First(hop => hop.Text("stage") == "change file").Text("where")!;
        Assert.Matches(@"^s3://dev-sakila-landing/dms/sakila/rental/\d{8}-\d{9}\.csv, line \d+$", file);
        Assert.Contains(hops, hop => hop.Text("stage") == "Parquet object" && hop.Text("where")!.StartsWith("sakila/rental/data/", StringComparison.Ordinal) && hop.Text("state") == "done");
        Assert.Contains(hops, hop => hop.Text("where")!.StartsWith("cleanzonedb.rental, version ", StringComparison.Ordinal));
        Assert.Contains(hops, hop => hop.Text("where")!.StartsWith("sakila.payment, payment_id ", StringComparison.Ordinal));
        Assert.Contains($",{id},", "," + await LineAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARentalOfTheFullLoadIsFoundInIt()
    {
        var hops = await HopsAsync("rentals/1");
        Assert.Matches(@"LOAD00000001\.csv, line 2$", hops.First(hop => hop.Text("stage") == "change file").Text("where"));
        Assert.All(hops.Where(hop => hop.Text("where")!.StartsWith("cleanzonedb.rental", StringComparison.Ordinal)), hop => Assert.Equal("done", hop.Text("state")));
    }

    [Fact]
    public async Task AnEventIsFollowedToItsLineItsBatchAndTheReportsThatCountIt()
    {
        var id = (await lake.PostEventsAsync(5))[3];
        var hops = await HopsAsync($"partner-events/{id}");
        Assert.Equal(["accepted", "delivery stream", "landed object", "batch", "table version"], hops.Take(5).Select(hop => hop.Text("stage")));
        Assert.All(hops, hop => Assert.Equal("done", hop.Text("state")));
        Assert.Contains(id, await LineAsync(hops[2].Text("where")!), StringComparison.Ordinal);
        Assert.Contains(hops, hop => (hop.Text("stage"), hop.Text("where")) == ("report", "Overall-Top-Streaming-Categories"));
        Assert.Equal(hops.Take(5).Select(hop => hop.GetProperty("at").GetDateTime()).Order(), hops.Take(5).Select(hop => hop.GetProperty("at").GetDateTime()));
    }

    [Fact]
    public async Task WhatIsNotThereYetSaysWhatItWaitsFor()
    {
        await lake.KillPipelineAsync();
        try
        {
            var id = (await lake.RentAsync(await lake.AddFilmAsync(copies: 1)).JsonAsync(HttpStatusCode.Created)).Int("rentalId");
            var hops = await HopsAsync($"rentals/{id}");
            Assert.Equal("done", hops[0].Text("state"));
            var waiting = hops.First(hop => hop.Text("stage") == "change file");
            Assert.Equal(("waiting", JsonValueKind.Null), (waiting.Text("state"), waiting.GetProperty("at").ValueKind));
            Assert.StartsWith("waits for ", waiting.Text("reason"), StringComparison.Ordinal);
        }
        finally
        {
            await lake.StartPipelineAsync();
        }
    }

    [Fact]
    public async Task WhatNobodySentIsNotFound()
    {
        await lake.Analyst.GetAsync("/api/partner-events/nobody-sent-this/trace").ProblemAsync(HttpStatusCode.NotFound);
        await lake.Analyst.GetAsync("/api/rentals/99999999/trace").ProblemAsync(HttpStatusCode.NotFound);
    }

    private async Task<JsonElement[]> HopsAsync(string what) => [.. (await lake.Analyst.GetAsync($"/api/{what}/trace").JsonAsync()).GetProperty("hops").EnumerateArray()];

    private async Task<string> LineAsync(string where)
    {
        var (key, line) = (where.Split(", line ")[0]["s3://dev-sakila-landing/".Length..], int.Parse(where.Split(", line ")[1]));
        using var file = await lake.S3.GetObjectAsync("dev-sakila-landing", key);
        using var reader = new StreamReader(file.ResponseStream);
        return (await reader.ReadToEndAsync()).Split('\n')[line - 1];
    }
}
