using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using MySqlConnector;
using SakilaPortal.TestSupport;

namespace SakilaPortal.Api.Tests.Simulations;

/// <summary>The figures that a person reads while parts of the way from simulation to report are stopped, one after the other.</summary>
public sealed class HonestCountersTests : MariaDbFixture
{
    private readonly string folder = Directory.CreateTempSubdirectory("sakila-honest-").FullName;
    private readonly Dictionary<string, ServiceProcess> parts = [];
    private readonly Dictionary<string, int> ports = [];
    private FileStream? turn;
    private HttpClient partner = null!;

    public override async Task InitializeAsync()
    {
        turn = await MachineTurn.TakeAsync();
        await base.InitializeAsync();
        await LoadAsync(demoPassword: ApiFixture.DemoPassword);
        foreach (var part in new[] { "LocalAws", "Pipeline", "Api" })
            await StartAsync(part);
        await Eventually.IsAsync(async () => await ScalarAsync("SELECT COUNT(*) FROM portal.table_version WHERE table_name = 'streaming_films'") > 0, "the lake is built");
        partner = new() { BaseAddress = parts["Api"].Address };
        var tokens = await partner.PostAsJsonAsync("/api/login", new { userName = "partner", password = ApiFixture.DemoPassword }).JsonAsync();
        partner.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Text("accessToken"));
    }

    [Fact]
    public async Task TheFiguresAreExactWhileEachPartIsStopped()
    {
        await WithoutTheWorkerEverythingIsBufferedAsync();
        await WithoutLocalAwsNothingIsAcceptedAsync();
        await WithoutTheApiNothingIsLostAsync();
        Assert.Equal(1100, await ScalarAsync("SELECT SUM(in_reports) FROM portal.simulation_progress"));
    }

    private async Task WithoutTheWorkerEverythingIsBufferedAsync()
    {
        await parts["Pipeline"].KillAsync();
        var id = (await partner.StartAsync(new { templateId = 1, rate = 1000, stopAfterRecords = 300 })).Text("id")!;
        var ended = await partner.EndAsync(id);
        Assert.Equal((300, 300, 0, 0), ended.Counts());
        Assert.Equal((300, 0, 0), (ended.Int("buffered"), ended.Int("landed"), ended.Int("inReports")));
        await Eventually.IsAsync(async () => await DeliveryAsync(id, "bufferedBytes") == 0, "the stream delivered");
        Assert.True(await DeliveryAsync(id, "unreadObjects") > 0);

        await StartAsync("Pipeline");
        await InReportsAsync(id, 300);
        Assert.Equal(0, await DeliveryAsync(id, "unreadObjects"));
    }

    private async Task WithoutLocalAwsNothingIsAcceptedAsync()
    {
        var id = (await partner.StartAsync(new { templateId = 1, rate = 100, stopAfterRecords = 400 })).Text("id")!;
        await Eventually.IsAsync(async () => (await GetAsync(id)).Int("accepted") > 50, "some events were accepted");
        await parts["LocalAws"].KillAsync();
        await Eventually.IsAsync(async () => (await GetAsync(id)).Int("retried") > 0, "failed records are put again");
        var (_, before, rejected, _) = (await GetAsync(id)).Counts();
        Assert.Equal(0, rejected);
        await Eventually.IsAsync(async () => (await GetAsync(id)).Int("attempted") > before, "more were attempted");
        Assert.Equal(before, (await GetAsync(id)).Int("accepted"));
        Assert.Contains("does not answer", (await partner.GetAsync($"/api/simulations/{id}/delivery").JsonAsync()).Text("problem"));

        await StartAsync("LocalAws");
        var ended = await partner.EndAsync(id);
        Assert.Equal((400, 400, 0), (ended.Int("attempted"), ended.Int("accepted"), ended.Int("rejected")));
        await InReportsAsync(id, 400);
    }

    private async Task WithoutTheApiNothingIsLostAsync()
    {
        var id = (await partner.StartAsync(new { templateId = 1, rate = 100, stopAfterRecords = 400 })).Text("id")!;
        await Eventually.IsAsync(async () => (await GetAsync(id)).Int("accepted") > 50, "some events were accepted");
        await parts["Api"].KillAsync();
        await StartAsync("Api");
        var ended = await partner.EndAsync(id);
        Assert.Equal((400, 400, 0), (ended.Int("attempted"), ended.Int("accepted"), ended.Int("rejected")));
        await InReportsAsync(id, 400);
    }

    private Task<JsonElement> GetAsync(string id) => partner.GetAsync($"/api/simulations/{id}").JsonAsync();

    private async Task<int> DeliveryAsync(string id, string figure) => (await partner.GetAsync($"/api/simulations/{id}/delivery").JsonAsync()).Int(figure);

    private async Task InReportsAsync(string id, int events)
    {
        await Eventually.IsAsync(async () => (await GetAsync(id)).Int("inReports") == events, $"{events} events were in the reports");
        var now = await GetAsync(id);
        Assert.Equal((0, events), (now.Int("buffered"), now.Int("landed")));
    }

    // Again on the port that it had.
    private async Task StartAsync(string part)
    {
        var (arguments, health) = part == "LocalAws" ? ((string[])["--data", folder], "/_localaws/health") : ([], "/health");
        var environment = part == "LocalAws" ? [] : new Dictionary<string, string?>
        {
            ["ConnectionStrings__sakila"] = ConnectionString(), ["AWS_ENDPOINT_URL"] = parts["LocalAws"].Address.GetLeftPart(UriPartial.Authority), ["AWS_REGION"] = "us-east-1",
            ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(folder, "credentials"), ["AWS_PROFILE"] = "sakila", ["Delivery__IntervalSeconds"] = "0",
            ["Workflow__IntervalSeconds"] = "0.2", ["Workflow__LeaseSeconds"] = "2", ["Simulations__Lease"] = "00:00:02",
        };
        parts[part] = await ServiceProcess.StartAsync($"SakilaPortal.{part}", arguments, environment, health, ports.GetValueOrDefault(part));
        ports[part] = parts[part].Address.Port;
    }

    private async Task<long> ScalarAsync(string sql)
    {
        await using var connection = new MySqlConnection(ConnectionString());
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    public override async Task DisposeAsync()
    {
        partner?.Dispose();
        foreach (var part in parts.Values)
            await part.DisposeAsync();
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        if (turn is not null)
            await turn.DisposeAsync();
    }
}
