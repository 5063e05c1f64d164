using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Keeps the latest state of each resource and tells whoever watches.</summary>
public class ResourceNotificationService
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ResourceEvent> latest = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Channel<ResourceEvent>> watchers = [];
    private readonly CancellationToken stopping;
    private readonly bool stopWhenUnavailable;

    /// <param name="stopWhenUnavailable">Whether waiting for a resource that has ended fails; else it may be started again, and waiting goes on.</param>
    internal ResourceNotificationService(IHostApplicationLifetime lifetime, bool stopWhenUnavailable)
    {
        stopping = lifetime.ApplicationStopping;
        this.stopWhenUnavailable = stopWhenUnavailable;
    }

    public Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        lock (gate)
        {
            var before = latest.TryGetValue(resource.Name, out var known) ? known.Snapshot : new() { ResourceType = resource.GetType().Name };
            var update = new ResourceEvent(resource, resource.Name, stateFactory(before));
            latest[resource.Name] = update;
            foreach (var watcher in watchers)
                watcher.Writer.TryWrite(update);
        }

        return Task.CompletedTask;
    }

    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        lock (gate)
            return latest.TryGetValue(resourceId, out resourceEvent);
    }

    /// <summary>Yields the present state of every resource, then each change.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateUnbounded<ResourceEvent>();
        lock (gate)
        {
            foreach (var known in latest.Values)
                channel.Writer.TryWrite(known);
            watchers.Add(channel);
        }

        try
        {
            await foreach (var update in channel.Reader.ReadAllAsync(cancellationToken))
                yield return update;
        }
        finally
        {
            lock (gate)
                watchers.Remove(channel);
        }
    }

    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [targetState ?? KnownResourceStates.Running], cancellationToken);

    public async Task<string> WaitForResourceAsync(string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        var reached = await WaitForResourceAsync(
            resourceName, update => targetStates.Contains(update.Snapshot.State?.Text, StringComparer.OrdinalIgnoreCase), cancellationToken);
        return reached.Snapshot.State!.Text;
    }

    public async Task<ResourceEvent> WaitForResourceAsync(
        string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        await foreach (var update in WatchAsync(either.Token))
            if (string.Equals(update.Resource.Name, resourceName, StringComparison.OrdinalIgnoreCase) && predicate(update))
                return update;

        throw new OperationCanceledException($"The application stopped before '{resourceName}' reached the state that was waited for.");
    }

    /// <summary>Waits until the resource runs and its health checks pass.</summary>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default)
    {
        var reached = await WaitForResourceAsync(
            resourceName, update => IsHealthy(update) || stopWhenUnavailable && KnownResourceStates.TerminalStates.Contains(update.Snapshot.State?.Text), cancellationToken);
        return IsHealthy(reached) ? reached : throw new DistributedApplicationException(
            $"Stopped waiting for resource '{resourceName}' to become healthy because it ended as '{reached.Snapshot.State?.Text}'.");
    }

    private static bool IsHealthy(ResourceEvent update) =>
        update.Snapshot.State?.Text == KnownResourceStates.Running && update.Snapshot.HealthStatus is HealthStatus.Healthy;
}
