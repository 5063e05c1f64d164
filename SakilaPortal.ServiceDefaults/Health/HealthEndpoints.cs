using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SakilaPortal.ServiceDefaults.Health;

internal static class HealthEndpoints
{
    private const string Live = "live";

    public static void AddDefaultHealthChecks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [Live]);
        // Whoever asks is told what is not well; a stack trace in the log at each question helps nobody.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
    }

    public static WebApplication MapDefaultHealthChecks(this WebApplication app, string prefix)
    {
        app.MapHealthChecks($"{prefix}/health", new() { ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks($"{prefix}/alive", new() { Predicate = check => check.Tags.Contains(Live) }).AllowAnonymous();
        return app;
    }

    // Names the part that is not well, so that a person need not look for its log.
    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(check => check.Key, check => new
        {
            status = check.Value.Status.ToString(),
            check.Value.Description,
        }),
    }, context.RequestAborted);
}
