using SakilaPortal.Api.Tests.Partners;
using SakilaPortal.TestSupport;

namespace SakilaPortal.Api.Tests.Simulations;

/// <summary>Simulations over a LocalAws that is killed.</summary>
[Collection(ApiFixture.Collection)]
public sealed class OutageTests(ApiFixture portal) : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("sakila-outage-").FullName;
    private ServiceProcess localAws = null!;
    private LandingZone landing = null!;

    public async Task InitializeAsync()
    {
        localAws = await StartLocalAwsAsync(port: 0);
        landing = new(localAws.Address.GetLeftPart(UriPartial.Authority), Path.Combine(data, "credentials"));
        await landing.ProvisionAsync();
    }

    [Fact]
    public async Task EveryAcceptedEventLandsThoughLocalAwsIsKilledMeanwhile()
    {
        await using var api = await StartApiAsync();
        using var client = await portal.SignInAtAsync(api.Address);
        var id = (await client.StartAsync(new { templateId = 1, rate = 200, stopAfterSeconds = 4 })).Text("id")!;
        await AcceptedAsync(client, id, atLeast: 100);
        await localAws.KillAsync();
        await Eventually.IsAsync(async () => (await client.GetAsync($"/api/simulations/{id}").JsonAsync()).Int("retried") > 0, "the failed records were put again");
        localAws = await StartLocalAwsAsync(localAws.Address.Port);

        var ended = await client.EndAsync(id);
        Assert.Equal("completed", ended.Text("state"));
        var (attempted, accepted, rejected, retried) = ended.Counts();
        Assert.Equal((800, 800, 0), (attempted, accepted, rejected));
        Assert.True(retried > 0);
        await Eventually.IsAsync(async () => (await landing.IdsAsync(id)).Count == 800, "every accepted event landed");
    }

    [Fact]
    public async Task WhenLocalAwsStaysAwayTheSimulationFailsAndItsCountersAddUp()
    {
        await using var api = await StartApiAsync(("Simulations__OutageLimit", "00:00:01"));
        using var client = await portal.SignInAtAsync(api.Address);
        var id = (await client.StartAsync(new { templateId = 1, rate = 200, stopAfterSeconds = 60 })).Text("id")!;
        await AcceptedAsync(client, id, atLeast: 20);
        await localAws.KillAsync();

        var ended = await client.EndAsync(id);
        Assert.Equal("failed", ended.Text("state"));
        Assert.Contains("Firehose does not answer", ended.Text("reason"));
        var (attempted, accepted, rejected, _) = ended.Counts();
        Assert.True(rejected > 0);
        Assert.Equal(attempted, accepted + rejected);
        var ranges = await portal.ScalarAsync<string>("SELECT rejected_ranges FROM portal.simulation WHERE simulation_id = @id", new { id });
        Assert.Equal(rejected, Api.Simulations.Outcomes.Read(ranges).Sum(range => range.Last - range.First + 1));

        localAws = await StartLocalAwsAsync(localAws.Address.Port);
        await Eventually.IsAsync(async () => (await landing.IdsAsync(id)).Count >= accepted, "every accepted event landed");
    }

    public async Task DisposeAsync()
    {
        await localAws.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private static Task AcceptedAsync(HttpClient client, string id, int atLeast) => Eventually.IsAsync(
        async () => (await client.GetAsync($"/api/simulations/{id}").JsonAsync()).Int("accepted") >= atLeast, $"{atLeast} events were accepted");

    private Task<ServiceProcess> StartApiAsync(params (string Name, string Value)[] settings) => portal.StartApiAsync(
    [
        ("AWS_ENDPOINT_URL", localAws.Address.GetLeftPart(UriPartial.Authority)), ("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(data, "credentials")), .. settings,
    ]);

    private Task<ServiceProcess> StartLocalAwsAsync(int port) =>
        ServiceProcess.StartAsync("SakilaPortal.LocalAws", ["--data", data], healthPath: "/_localaws/health", port: port);
}
