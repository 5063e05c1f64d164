using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SakilaPortal.Pipeline.Workflow;

/// <summary>Whether the lake is provisioned and the loop works, and if not, why.</summary>
internal sealed class WorkflowHealth : IHealthCheck
{
    private volatile string? _problem = "The lake is being provisioned.";

    public void Works() => _problem = null;

    public void Fails(string reason) => _problem = reason;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_problem is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy());
}
