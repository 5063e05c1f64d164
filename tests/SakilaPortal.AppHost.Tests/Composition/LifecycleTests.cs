using System.Diagnostics;
using SakilaPortal.TestSupport;

namespace SakilaPortal.AppHost.Tests.Composition;

public sealed class LifecycleTests : IAsyncLifetime
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3);
    private readonly TemporaryFolder data = new();
    private FileStream? turn;

    public async Task InitializeAsync() => turn = await MachineTurn.TakeAsync();

    public Task DisposeAsync()
    {
        data.Dispose();
        turn?.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task TheConsoleEndsWithAddressSignInAndAwsVariablesAndCtrlCStopsAllWithinTenSeconds()
    {
        await using var portal = AppHostProcess.StartOnFreePorts("--data", data.Path);

        await portal.WaitForLineAsync("Ctrl-C stops everything", StartPatience);
        Assert.Contains("Portal ready", portal.Output, StringComparison.Ordinal);
        Assert.Contains($"password {File.ReadAllText(Path.Combine(data.Path, "keys", "demo-password")).Trim()}", portal.Output, StringComparison.Ordinal);
        Assert.Contains("export AWS_ENDPOINT_URL=http://127.0.0.1:", portal.Output, StringComparison.Ordinal);
        Assert.Contains("export AWS_SECRET_ACCESS_KEY=", portal.Output, StringComparison.Ordinal);

        var clock = Stopwatch.StartNew();
        portal.Signal("-INT");
        Assert.Equal(0, await portal.ExitCodeAsync(TimeSpan.FromSeconds(10)));
        await Eventually.TrueAsync(() => portal.Descendants.Count == 0, TimeSpan.FromSeconds(10) - clock.Elapsed, () => $"{portal.Descendants.Count} processes are left.");
    }

    [Fact]
    public async Task AKilledAppHostLeavesNoOrphanAndTheNextOneStartsOnTheSameFolder()
    {
        await using (var portal = AppHostProcess.StartOnFreePorts("--data", data.Path))
        {
            await portal.WaitForLineAsync("Portal ready", StartPatience);
            Assert.True(portal.Descendants.Count >= 5, $"Only {portal.Descendants.Count} processes came of it.");

            portal.Signal("-KILL");
            await Eventually.TrueAsync(() => portal.Descendants.Count == 0, TimeSpan.FromSeconds(10), () => $"{portal.Descendants.Count} processes are left.");
        }

        await using var next = AppHostProcess.StartOnFreePorts("--data", data.Path);
        await next.WaitForLineAsync("Portal ready", StartPatience);
    }

    [Fact]
    public async Task ALocalAwsThatIsKilledComesBackOnItsPort()
    {
        await using var portal = AppHostProcess.StartOnFreePorts("--data", data.Path);
        await portal.WaitForLineAsync("Portal ready", StartPatience);
        var address = (await portal.WaitForLineAsync("export AWS_ENDPOINT_URL=http://127", StartPatience)).Split('=')[1];
        var service = portal.Descendants.Single(pid => File.ReadAllText($"/proc/{pid}/cmdline").Contains("SakilaPortal.LocalAws.dll", StringComparison.Ordinal));

        Process.GetProcessById(service).Kill();
        await portal.WaitForLineAsync("LocalAws has died", TimeSpan.FromSeconds(10));

        using var client = new HttpClient();
        await Eventually.TrueAsync(async () => await IsHealthyAsync(client, address), TimeSpan.FromSeconds(60), () => portal.Output);
    }

    private static async Task<bool> IsHealthyAsync(HttpClient client, string address)
    {
        try
        {
            using var response = await client.GetAsync(new Uri($"{address}/_localaws/health"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
