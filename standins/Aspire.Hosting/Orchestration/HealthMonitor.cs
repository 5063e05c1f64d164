using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Orchestration;

/// <summary>Asks a running resource's health checks, often until it is well and seldom after.</summary>
internal sealed class HealthMonitor(
    HealthCheckService checks, ResourceNotificationService notifications, IDistributedApplicationEventing eventing, IServiceProvider services, Board board)
{
    private static readonly TimeSpan WhileStarting = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan OnceHealthy = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TellAfter = TimeSpan.FromSeconds(10);

    public async Task WatchAsync(IResource resource, CancellationToken cancellationToken)
    {
        var keys = resource.Annotations.OfType<HealthCheckAnnotation>().Select(check => check.Key).ToHashSet();
        HealthStatus? last = null;
        var ready = false;
        var patience = Stopwatch.StartNew();
        while (!cancellationToken.IsCancellationRequested)
        {
            var report = keys.Count == 0 ? null : await checks.CheckHealthAsync(check => keys.Contains(check.Name), cancellationToken);
            var status = report?.Status ?? HealthStatus.Healthy;
            if (status != last)
            {
                await notifications.PublishUpdateAsync(resource, state => state with { HealthStatus = status });
                Tell(resource, status, ready, report);
                last = status;
            }

            if (status is HealthStatus.Healthy && !ready)
            {
                ready = true;
                await eventing.PublishAsync(new ResourceReadyEvent(resource, services), cancellationToken);
            }

            if (report is null)
                return;
            if (!ready && patience.Elapsed > TellAfter)
            {
                board.State(resource, $"not healthy yet: {Reason(report)}");
                patience.Restart();
            }

            await Task.Delay(status is HealthStatus.Healthy ? OnceHealthy : WhileStarting, cancellationToken);
        }
    }

    // Not being well yet is no news while a resource starts.
    private void Tell(IResource resource, HealthStatus status, bool ready, HealthReport? report)
    {
        if (status is HealthStatus.Healthy)
            board.State(resource, string.Join(' ', [report is null ? "running" : "healthy", .. resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => endpoint.AllocatedEndpoint!.UriString)]));
        else if (ready)
            board.State(resource, $"{status.ToString().ToLowerInvariant()}: {Reason(report)}");
    }

    private static string? Reason(HealthReport? report) =>
        report?.Entries.Values.Select(entry => entry.Description ?? entry.Exception?.Message).FirstOrDefault(text => text is not null);
}
