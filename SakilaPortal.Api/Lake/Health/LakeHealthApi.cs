using Amazon.Runtime;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Lake.Workflow;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Health;

internal static class LakeHealthApi
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private sealed record Server(string Version, long OpenConnections, string DataFolder);

    /// <summary>Asks every part at once; one that does not answer in time is down, and the others are told nevertheless.</summary>
    public static async Task<Ok<LakeHealth>> GetAsync(
        MySqlDataSource database, NodeActivity activity, AwsParts aws, TimeProvider clock, CancellationToken cancellationToken)
    {
        const string startMySql = "Start MySQL; the portal goes on by itself when it answers.";
        (string Name, string Remedy, Func<CancellationToken, Task<Finding>> Probe)[] parts =
        [
            ("MySQL", startMySql, token => MySqlAsync(database, token)),
            ("Api", "", _ => Task.FromResult(Finding.Ok($"up for {Uptime(clock)}"))),
            ("Pipeline", startMySql, token => PipelineAsync(activity, token)),
            .. aws.All,
            ("Disk", startMySql, token => DiskAsync(database, token)),
        ];
        var found = await Task.WhenAll(parts.Select(part => ProbeAsync(part.Name, part.Remedy, part.Probe, clock, cancellationToken)));
        return TypedResults.Ok(new LakeHealth(found, clock.GetUtcNow().UtcDateTime));
    }

    private static async Task<PartHealth> ProbeAsync(
        string name, string remedy, Func<CancellationToken, Task<Finding>> probe, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var started = clock.GetTimestamp();
        try
        {
            var finding = await probe(patience.Token).WaitAsync(patience.Token);
            return new(name, finding.State, finding.Detail, finding.Remedy, Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 1));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(name, "down", $"no answer within {Patience.TotalSeconds:0} s", remedy);
        }
        catch (Exception failure) when (failure is MySqlException or AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            return new(name, "down", failure.Message, remedy);
        }
    }

    private static async Task<Finding> MySqlAsync(MySqlDataSource database, CancellationToken cancellationToken)
    {
        var server = (await ServerAsync(database, cancellationToken))!;
        return Finding.Ok($"{server.Version}, {server.OpenConnections} connections");
    }

    private static Task<Server?> ServerAsync(MySqlDataSource database, CancellationToken cancellationToken) => database.FirstAsync<Server>(
        "SELECT VERSION() version, (SELECT COUNT(*) FROM information_schema.processlist) open_connections, @@datadir data_folder", null, cancellationToken);

    private static async Task<Finding> PipelineAsync(NodeActivity activity, CancellationToken cancellationToken)
    {
        var now = await activity.ReadAsync(cancellationToken);
        if (!now.Worker.IsAlive)
            return Finding.Down("no worker holds the lease", "Start SakilaPortal.Pipeline; it goes on where the last one stopped.");
        var failed = now.Nodes.Where(node => node.HasFailed).ToList();
        return failed.Count == 0
            ? Finding.Ok(now.Nodes.FirstOrDefault(node => node.IsAtWork) is { } atWork ? $"at work on {atWork.Name}" : "all steps done, waiting for the next run")
            : Finding.Warning($"{failed[0].Name} failed: {failed[0].Reason ?? failed[0].LastRun?.Reason}", "Mend the cause, then resume the run on the Workflow page; until then it is tried again by itself.");
    }

    /// <summary>The drive of MySQL's data where it is on this machine, otherwise the one that the Api runs on.</summary>
    private static async Task<Finding> DiskAsync(MySqlDataSource database, CancellationToken cancellationToken)
    {
        const long low = 2L << 30;
        var folder = (await ServerAsync(database, cancellationToken))!.DataFolder;
        var drive = new DriveInfo(Directory.Exists(folder) ? folder : AppContext.BaseDirectory);
        var detail = $"{drive.AvailableFreeSpace / 1e9:0.0} GB free of {drive.TotalSize / 1e9:0.0} GB at {drive.Name}";
        return drive.AvailableFreeSpace < low ? Finding.Warning(detail, "Free some space: MySQL and the lake stop when none is left.") : Finding.Ok(detail);
    }

    private static string Uptime(TimeProvider clock)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var up = clock.GetUtcNow().UtcDateTime - process.StartTime.ToUniversalTime();
        return up.TotalHours >= 1 ? $"{(int)up.TotalHours} h {up.Minutes} min" : $"{up.Minutes} min {up.Seconds} s";
    }
}
