using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.S3;

namespace SakilaPortal.Api.Tests.Partners.Rejected;

[Collection(ApiFixture.Collection)]
public class RejectedEventsTests(ApiFixture portal) : IAsyncLifetime
{
    private readonly LandingZone landing = portal.Landing();
    private readonly string mark = Guid.NewGuid().ToString("N");

    public Task InitializeAsync() => landing.ProvisionAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task APostedEventThatWasRefusedIsRepairedReplayedAndMarked()
    {
        var id = await RefuseAsync("Ontario");
        var kept = Assert.Single(await ListAsync());
        Assert.Equal(("open", "posted", "partner"), (kept.Text("state"), kept.Text("source"), kept.Text("postedBy")));
        Assert.Contains("\"Ontario\"", kept.Text("reason"));

        var still = await PostAsync("replay", [id]);
        Assert.Contains("none of the 50 US states", Assert.Single(still.GetProperty("refused").EnumerateArray()).Text("reason"));

        await RepairAsync(id, "Ohio");
        Assert.Equal([id], Changed(await PostAsync("replay", [id])));
        Assert.Equal("waiting", Assert.Single(await ListAsync()).Text("state"));
        await portal.ExecuteAsync("UPDATE portal.rejected_event SET replay_at = UTC_TIMESTAMP(3) WHERE rejected_id = @id", new { id });
        await Eventually.IsAsync(async () => (await ListAsync())[0].Text("state") == "replayed", "the event was replayed");
        Assert.Equal($"replay-{id}", (await ListAsync())[0].Text("replayedId"));
        await Eventually.IsAsync(async () => (await landing.IdsAsync()).Contains($"replay-{id}"), "the event landed");
        Assert.Equal("accepted", await portal.ScalarAsync<string>("SELECT state FROM portal.partner_event WHERE event_id = @id", new { id = $"replay-{id}" }));
    }

    [Fact]
    public async Task SeveralAreSelectedAndWhatWasDecidedIsUndone()
    {
        long[] ids = [await RefuseAsync("Ontario"), await RefuseAsync("Quebec")];
        Assert.Equal(ids, Changed(await PostAsync("dismiss", ids)));
        Assert.Equal(["dismissed", "dismissed"], await StatesAsync());
        Assert.Equal(ids, Changed(await PostAsync("undo", ids)));
        Assert.Equal(["open", "open"], await StatesAsync());

        await RepairAsync(ids[0], "Ohio");
        Assert.Equal([ids[0]], Changed(await PostAsync("replay", ids)));
        Assert.Equal([ids[0]], Changed(await PostAsync("undo", [ids[0]])));
        Assert.Equal(["open", "open"], await StatesAsync());
        await portal.Partner.PutAsJsonAsync($"/api/rejected-events/{ids[0]}", new { body = " " }).FaultyFieldsAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task ALineThatTheLakeSetAsideIsListedOnceWithItsPlace()
    {
        var key = $"streaming/2026/01/partner-events-1-2026-01-05-10-00-00-{mark}";
        var etag = mark;
        using var s3 = landing.S3();
        var line = new JsonObject { ["reason"] = "state must be one of the 50 US states.", ["key"] = key, ["line"] = 3, ["text"] = Event("Atlantis").ToJsonString() };
        await s3.PutObjectAsync(new() { BucketName = "dev-sakila-landing", Key = $"malformed/2026/01/{key.Split('/')[3]}-{etag[..8]}.json", ContentBody = line.ToJsonString() + "\n" });
        await portal.ExecuteAsync("""
            INSERT INTO portal.landed_object (object_key, etag, feed, state, found_at, refused_count)
            VALUES (@key, @etag, 'streaming/2026/01/partner-events-1-', 'taken', UTC_TIMESTAMP(3), 1)
            """, new { key, etag });

        for (var look = 1; look <= 2; look++)
        {
            var kept = Assert.Single(await ListAsync());
            Assert.Equal(("landed", $"{key}#3"), (kept.Text("source"), kept.Text("place")));
            Assert.Contains("Atlantis", kept.Text("body"));
        }
    }

    [Fact]
    public async Task ARepairIsCheckedAtItsPlace()
    {
        var check = await portal.Partner.PostAsJsonAsync("/api/rejected-events/check", new { body = "{\n  \"film_id\": \"7\"" }).JsonAsync();
        Assert.Equal(2, check.GetProperty("problems")[0].Int("line"));

        var half = Event("Ohio").ToJsonString().Replace("{", "{\n  \"extra\": \"\\ud800\",", StringComparison.Ordinal);
        var problem = Assert.Single((await portal.Partner.PostAsJsonAsync("/api/rejected-events/check", new { body = half }).JsonAsync()).GetProperty("problems").EnumerateArray());
        Assert.Equal((2, 12), (problem.Int("line"), problem.Int("column")));
        Assert.Contains("\\ud800", problem.Text("message"));
    }

    [Fact]
    public async Task AnEventThatHasAFieldTwiceIsReplayedAsItIs()
    {
        var id = await RefuseAsync("Ontario");
        var doubled = Event("Ohio").ToJsonString().Replace("{", "{\"extra\":1,\"extra\":2,", StringComparison.Ordinal);
        await portal.Partner.PutAsJsonAsync($"/api/rejected-events/{id}", new { body = doubled }).JsonAsync();
        await PostAsync("replay", [id]);
        await portal.ExecuteAsync("UPDATE portal.rejected_event SET replay_at = UTC_TIMESTAMP(3) WHERE rejected_id = @id", new { id });
        await Eventually.IsAsync(async () => (await ListAsync())[0].Text("state") == "replayed", "the event was replayed");
        await Eventually.IsAsync(async () => (await landing.LinesAsync($"replay-{id}")).Any(line => line.Contains("\"extra\":1,\"extra\":2")), "the event landed as it is");
    }

    // What nobody can repair to such a text was written there by hand.
    [Fact]
    public async Task OneThatCannotBeReplayedIsOpenAgainWithTheReasonAndHoldsUpNoOther()
    {
        long[] ids = [await RefuseAsync("Ontario"), await RefuseAsync("Quebec")];
        await RepairAsync(ids[1], "Ohio");
        await portal.ExecuteAsync("UPDATE portal.rejected_event SET body = '[', state = 'waiting', replay_at = UTC_TIMESTAMP(3) WHERE rejected_id = @id", new { id = ids[0] });
        await portal.ExecuteAsync("UPDATE portal.rejected_event SET state = 'waiting', replay_at = UTC_TIMESTAMP(3) WHERE rejected_id = @id", new { id = ids[1] });
        await Eventually.IsAsync(
            async () => await portal.ScalarAsync<int>("SELECT COUNT(*) FROM portal.rejected_event WHERE rejected_id IN @ids AND state IN ('open', 'replayed')", new { ids }) == 2,
            "both were settled");
        Assert.Contains("could not be replayed", await portal.ScalarAsync<string>("SELECT reason FROM portal.rejected_event WHERE rejected_id = @id AND state = 'open'", new { id = ids[0] }));
        Assert.Equal("replayed", await portal.ScalarAsync<string>("SELECT state FROM portal.rejected_event WHERE rejected_id = @id", new { id = ids[1] }));
    }

    private JsonObject Event(string state)
    {
        var one = PartnerEvents.Valid();
        (one["state"], one["distributor"]) = (state, mark);
        return one;
    }

    private async Task<long> RefuseAsync(string state)
    {
        var answer = await portal.Partner.PostAsJsonAsync("/api/partner-events", new[] { Event(state) }).JsonAsync();
        Assert.Equal(1, answer.Int("rejected"));
        return (await ListAsync()).Max(kept => kept.GetProperty("id").GetInt64());
    }

    private async Task<JsonElement[]> ListAsync() => (await portal.Partner.GetAsync($"/api/rejected-events?search={mark}").JsonAsync()).Items();

    private async Task<string[]> StatesAsync() => [.. (await ListAsync()).Select(kept => kept.Text("state")!)];

    private Task<JsonElement> RepairAsync(long id, string state) =>
        portal.Partner.PutAsJsonAsync($"/api/rejected-events/{id}", new { body = Event(state).ToJsonString() }).JsonAsync();

    private Task<JsonElement> PostAsync(string what, long[] ids) => portal.Partner.PostAsJsonAsync($"/api/rejected-events/{what}", new { ids }).JsonAsync();

    private static long[] Changed(JsonElement change) => [.. change.GetProperty("changed").EnumerateArray().Select(id => id.GetInt64()).Order()];
}
