using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>One run of one resource: waits, starts it, watches it, tells how it ended.</summary>
internal sealed class ResourceRun(
    IResource resource, ProcessFactory processes, Watchdog watchdog, HealthMonitor health, ResourceNotificationService notifications, Board board) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private ChildProcess? child;
    private Task run = Task.CompletedTask;

    public bool IsOver => run.IsCompleted;

    public void Start() => run = RunAsync();

    public async Task StopAsync(TimeSpan patience)
    {
        var stopped = child is not null && !IsOver;
        await stopping.CancelAsync();
        if (child is not null)
            await child.StopAsync(patience);
        await run;
        if (stopped)
            board.State(resource, "stopped");
    }

    public void Dispose()
    {
        child?.Dispose();
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await Dependencies.WaitAsync(resource, notifications, board, stopping.Token);
            await notifications.PublishUpdateAsync(resource, state => state with { State = KnownResourceStates.Starting, ExitCode = null, HealthStatus = null });
            var command = await processes.CreateAsync(resource, stopping.Token);
            var clock = Stopwatch.StartNew();
            child = ChildProcess.Start(command, watchdog, line => board.Log(resource, line));
            await notifications.PublishUpdateAsync(resource, state => state with { State = KnownResourceStates.Running, Urls = Urls() });
            await FollowAsync(child, clock);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(KnownResourceStates.Exited, null);
        }
        catch (Exception failure) when (failure is DistributedApplicationException or Win32Exception or IOException)
        {
            board.State(resource, $"failed to start: {failure.Message}");
            await EndAsync(KnownResourceStates.FailedToStart, null);
        }
    }

    private async Task FollowAsync(ChildProcess running, Stopwatch clock)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        var watching = health.WatchAsync(resource, ended.Token);
        var exitCode = await running.Exited;
        await ended.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stopping.IsCancellationRequested)
            board.State(resource, string.Create(CultureInfo.InvariantCulture, $"{(exitCode == 0 ? "finished" : $"ended with exit code {exitCode}")} after {clock.Elapsed.TotalSeconds:0.0} s"));
        await EndAsync(KnownResourceStates.Finished, exitCode);
    }

    private Task EndAsync(string state, int? exitCode) =>
        notifications.PublishUpdateAsync(resource, snapshot => snapshot with { State = state, ExitCode = exitCode, HealthStatus = null });

    private System.Collections.Immutable.ImmutableArray<UrlSnapshot> Urls() =>
        [.. resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => new UrlSnapshot(endpoint.Name, endpoint.AllocatedEndpoint!.UriString, IsInternal: false))];
}
