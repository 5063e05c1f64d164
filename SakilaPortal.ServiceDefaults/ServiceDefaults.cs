using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SakilaPortal.ServiceDefaults.Health;
using SakilaPortal.ServiceDefaults.Http;
using SakilaPortal.ServiceDefaults.Telemetry;

namespace SakilaPortal.ServiceDefaults;

/// <summary>What every service of the portal starts with: telemetry, health, service discovery and resilience.</summary>
public static class ServiceDefaultsExtensions
{
    // The composition stops everything within ten seconds, so one service must not take the framework's thirty.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(3);

    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder) where TBuilder : IHostApplicationBuilder
    {
        // A request's own line says less than what the caller makes of it; warnings and errors stay.
        builder.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            // Keys at rest are guarded by the rights of the folder or database they lie in, which is a choice and no news at each start.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.AddTelemetry();
        builder.AddDefaultHealthChecks();
        builder.Services.AddHttpClientDefaults();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopTimeout);
        return builder;
    }

    /// <summary>Maps <c>/health</c> ("it can do its work") and <c>/alive</c> ("it answers").</summary>
    /// <param name="app">The service.</param>
    /// <param name="prefix">Where plain paths are taken, as on LocalAws, what stands before them.</param>
    public static WebApplication MapDefaultEndpoints(this WebApplication app, string prefix = "") => app.MapDefaultHealthChecks(prefix);
}
