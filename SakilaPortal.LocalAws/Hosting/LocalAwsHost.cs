using Microsoft.AspNetCore.Http.Features;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.ServiceDefaults;

namespace SakilaPortal.LocalAws.Hosting;

/// <summary>The whole of LocalAws, ready to run.</summary>
internal static class LocalAwsHost
{
    /// <exception cref="StartupException">An argument is wrong, or the data folder cannot be used.</exception>
    public static WebApplication Build(string[] args)
    {
        args = LocalAwsOptions.Normalize(args);
        var options = LocalAwsOptions.Read(args);
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.Services.AddSingleton(options).AddSingleton<DataFolder>().AddProtocols().AddS3().AddGlue().AddFirehose().AddAthena();
        builder.Services.AddHealthChecks().AddCheck<DataFolder>("data");
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Program says in a sentence why the host could not start.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls("http://127.0.0.1:4566");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 5L << 30;
        });

        var app = builder.Build();
        app.Services.GetRequiredService<DataFolder>();
        UseGateway(app, options);
        app.MapDefaultEndpoints(LocalAwsOptions.OwnPaths);
        app.MapGet(LocalAwsOptions.OwnPaths + "/metrics", (Traffic traffic) => traffic.Report());
        if (options.AllowReset) MapReset(app, options);
        app.Lifetime.ApplicationStarted.Register(() => Announcement.Write(app));
        return app;
    }

    /// <summary>Leads every request but those for our own paths through the gateway. The path is compared as it was sent, since a key may hold dots.</summary>
    private static void UseGateway(WebApplication app, LocalAwsOptions options)
    {
        var gateway = app.Services.GetRequiredService<Gateway>();
        app.Use((HttpContext context, RequestDelegate next) =>
        {
            var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            var isOurs = target.StartsWith(LocalAwsOptions.OwnPaths + "/", StringComparison.Ordinal) || (options.AllowReset && target == options.ResetPath);
            return isOurs ? next(context) : gateway.HandleAsync(context);
        });
    }

    private static void MapReset(WebApplication app, LocalAwsOptions options) => app.MapPost(options.ResetPath, (IEnumerable<IResettable> states) =>
    {
        foreach (var state in states) state.Reset();
        return Results.NoContent();
    });
}
