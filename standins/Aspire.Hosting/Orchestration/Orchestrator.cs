using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Orchestration;

/// <summary>Starts every resource as soon as what it waits for allows, and stops all in the reverse order.</summary>
internal sealed class Orchestrator(
    DistributedApplicationModel model, IConfiguration configuration, IDistributedApplicationEventing eventing, IServiceProvider services,
    ResourceNotificationService notifications, ProcessFactory processes, Watchdog watchdog, HealthCheckService checks, Board board)
    : IHostedService, IDisposable
{
    // A resource that does not end in time is killed; a chain of four still ends within ten seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan All = TimeSpan.FromSeconds(7);
    private readonly ConcurrentDictionary<IResource, ResourceRun> runs = new();
    private readonly HealthMonitor health = new(checks, notifications, eventing, services, board);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await eventing.PublishAsync(new BeforeStartEvent(services, model), cancellationToken);
        PortAllocator.Allocate(model, configuration);
        foreach (var resource in model.Resources.ToArray())
        {
            if (resource is IResourceWithConnectionString)
                await eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, services), cancellationToken);
            if (ProcessFactory.CanStart(resource))
                Start(resource);
            else
                await notifications.PublishUpdateAsync(resource, state => state with { State = KnownResourceStates.Running, HealthStatus = HealthStatus.Healthy });
        }

        await eventing.PublishAsync(new AfterResourcesCreatedEvent(services, model), cancellationToken);
    }

    public void Start(IResource resource)
    {
        if (runs.TryGetValue(resource, out var before) && !before.IsOver)
            return;
        before?.Dispose();
        runs[resource] = new(resource, processes, watchdog, health, notifications, board);
        runs[resource].Start();
    }

    public Task StopAsync(IResource resource, CancellationToken cancellationToken) =>
        runs.TryGetValue(resource, out var run) ? run.StopAsync(Patience).WaitAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        var deadline = DateTime.UtcNow + All;
        var stops = new Dictionary<IResource, Task>();
        return Task.WhenAll(model.Resources.Select(resource => StopInOrder(resource, stops, deadline)));
    }

    public void Dispose()
    {
        foreach (var run in runs.Values)
            run.Dispose();
    }

    private Task StopInOrder(IResource resource, Dictionary<IResource, Task> stops, DateTime deadline)
    {
        if (stops.TryGetValue(resource, out var known))
            return known;
        var dependents = model.Resources.Where(other => other != resource && Dependencies.Of(other).Contains(resource))
            .Select(other => StopInOrder(other, stops, deadline)).ToArray();
        return stops[resource] = StopAfterAsync(resource, dependents, deadline);
    }

    private async Task StopAfterAsync(IResource resource, Task[] dependents, DateTime deadline)
    {
        await Task.WhenAll(dependents);
        var left = deadline - DateTime.UtcNow;
        if (runs.TryGetValue(resource, out var run))
            await run.StopAsync(left < TimeSpan.Zero ? TimeSpan.Zero : left < Patience ? left : Patience);
    }
}
