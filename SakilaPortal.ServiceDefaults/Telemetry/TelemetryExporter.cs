using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SakilaPortal.ServiceDefaults.Telemetry;

/// <summary>Holds the trace and metric pipelines for as long as the service runs, and flushes them when it stops.</summary>
internal sealed class TelemetryExporter(ResourceBuilder resource) : IHostedService
{
    private const int FlushMilliseconds = 1000;

    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", "System.Net.Http", "SakilaPortal.*")
            .AddOtlpExporter()
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter("Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime", "SakilaPortal.*")
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces?.Shutdown(FlushMilliseconds);
        metrics?.Shutdown(FlushMilliseconds);
        traces?.Dispose();
        metrics?.Dispose();
        return Task.CompletedTask;
    }
}
