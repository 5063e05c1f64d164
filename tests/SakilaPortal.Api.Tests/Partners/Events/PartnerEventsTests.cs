using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SakilaPortal.Api.Tests.Partners.Events;

[Collection(ApiFixture.Collection)]
public class PartnerEventsTests(ApiFixture portal) : IAsyncLifetime
{
    private readonly LandingZone landing = portal.Landing();

    public Task InitializeAsync() => landing.ProvisionAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task EachEventIsAcceptedOrRejectedForItselfInTheOrderOfTheRequest()
    {
        var own = Guid.NewGuid().ToString();
        var answer = await PostAsync([PartnerEvents.Valid(own), With("film_id", "7"), PartnerEvents.Valid(), 5, With("state", "Ontario")]);
        Assert.Equal((2, 3), (answer.Int("accepted"), answer.Int("rejected")));

        var results = answer.GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(own, results[0].Text("eventId"));
        Assert.Equal(7, Guid.Parse(results[2].Text("eventId")!).Version);
        Assert.All([0, 2], index => Assert.NotEmpty(results[index].Text("recordId")!));
        Assert.Contains("whole number", results[1].Text("error"));
        Assert.Contains("one JSON object", results[3].Text("error"));
        Assert.Contains("\"Ontario\"", results[4].Text("error"));

        await Eventually.IsAsync(async () => (await landing.IdsAsync()).IsSupersetOf([own, results[2].Text("eventId")!]), "both accepted events landed");
    }

    [Theory]
    [InlineData("\"distributor\":\"vudo\"", "\"distributor\":\"\\ud800\"")]
    [InlineData("{", "{\"extra\":[\"\\ud800\"],")]
    [InlineData("{", "{\"\\udc00\":1,")]
    [InlineData("{", "{\"event_id\":\"\\ud800\",")]
    public async Task AnEventWithHalfACharacterIsRejectedAlone(string good, string bad)
    {
        var (text, broken) = (PartnerEvents.Valid().ToJsonString(), PartnerEvents.Valid().ToJsonString().Replace(good, bad, StringComparison.Ordinal));
        var answer = await SendAsync($"[{text},{broken},{text}]").JsonAsync();
        Assert.Equal((2, 1), (answer.Int("accepted"), answer.Int("rejected")));
        Assert.Contains("surrogate", answer.GetProperty("results")[1].Text("error"));
    }

    [Fact]
    public async Task AnEventLandsAsItWasPosted()
    {
        var posted = PartnerEvents.Valid(Guid.NewGuid().ToString());
        posted["extra"] = new JsonObject { ["text"] = "line\nbreak" };
        await PostAsync([posted.DeepClone()]);
        JsonElement? landed = null;
        await Eventually.IsAsync(
            async () => (landed = (await landing.EventsAsync()).Cast<JsonElement?>().SingleOrDefault(e => e!.Value.Text("event_id") == (string)posted["event_id"]!)) is not null,
            "the event landed");
        Assert.True(JsonNode.DeepEquals(posted, JsonNode.Parse(landed!.Value.GetRawText())));
    }

    [Fact]
    public async Task EveryAcceptedEventStandsInTheJournal()
    {
        var answer = await PostAsync([.. Enumerable.Range(0, 1200).Select(_ => (JsonNode)PartnerEvents.Valid())]);
        Assert.Equal(1200, answer.Int("accepted"));
        var ids = answer.GetProperty("results").EnumerateArray().Select(result => result.Text("eventId")!).ToArray();
        Assert.Equal(1200, ids.Distinct().Count());
        Assert.Equal(1200, await portal.ScalarAsync<int>(
            "SELECT COUNT(*) FROM portal.partner_event WHERE state = 'accepted' AND posted_by = 'partner' AND event_id IN @ids", new { ids }));
    }

    [Fact]
    public async Task ARequestThatIsNoListOrTooLongIsRefused()
    {
        Assert.Equal(["body"], await portal.Partner.PostAsJsonAsync("/api/partner-events", PartnerEvents.Valid()).FaultyFieldsAsync(HttpStatusCode.BadRequest));
        Assert.Equal(["body"], await SendAsync("[1,").FaultyFieldsAsync(HttpStatusCode.BadRequest));
        Assert.Equal(["body"], await SendAsync("[" + string.Join(',', Enumerable.Repeat("{}", 5001)) + "]").FaultyFieldsAsync(HttpStatusCode.BadRequest));
        await SendAsync("[\"" + new string('x', 10 * 1024 * 1024) + "\"]").ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task WhenFirehoseIsAwayTheCallerIsToldAndNothingIsJournaledAsAccepted()
    {
        await using var away = await portal.StartApiAsync(("AWS_ENDPOINT_URL", "http://127.0.0.1:9"));
        using var client = await portal.SignInAtAsync(away.Address);
        var id = Guid.NewGuid().ToString();
        var problem = await client.PostAsJsonAsync("/api/partner-events", new[] { PartnerEvents.Valid(id) }).ProblemAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Contains("No event was accepted", problem.Text("detail"));
        Assert.Equal("rejected", await portal.ScalarAsync<string>("SELECT state FROM portal.partner_event WHERE event_id = @id", new { id }));
    }

    private static JsonObject With(string field, JsonNode value)
    {
        var changed = PartnerEvents.Valid();
        changed[field] = value;
        return changed;
    }

    private Task<JsonElement> PostAsync(JsonNode?[] events) => portal.Partner.PostAsJsonAsync("/api/partner-events", events).JsonAsync();

    // Asks before it sends, so that a body which is too long is refused before the connection is closed.
    private Task<HttpResponseMessage> SendAsync(string body) => portal.Partner.SendAsync(new(HttpMethod.Post, "/api/partner-events")
    {
        Content = new StringContent(body, Encoding.UTF8, "application/json"), Headers = { ExpectContinue = true },
    });
}
