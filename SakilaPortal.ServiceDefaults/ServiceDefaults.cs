using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace SakilaPortal.ServiceDefaults;

/// <summary>What every service of the portal starts with: telemetry, health, service discovery and resilience.</summary>
public static class ServiceDefaultsExtensions
{
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder) where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), ["live"]);
        return builder;
    }

    /// <summary>Maps health ("it can do its work") and alive ("it answers").</summary>
    /// <param name="prefix">Where plain paths are taken, as on LocalAws, what stands before them.</param>
    public static WebApplication MapDefaultEndpoints(this WebApplication app, string prefix = "")
    {
        app.MapHealthChecks($"{prefix}/health").AllowAnonymous();
        app.MapHealthChecks($"{prefix}/alive", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") }).AllowAnonymous();
        return app;
    }
}
