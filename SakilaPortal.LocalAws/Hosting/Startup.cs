using Microsoft.AspNetCore.Http.Features;
using SakilaPortal.LocalAws.Glue;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.S3;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Hosting;

internal static class Startup
{
    public static IServiceCollection AddProtocols(this IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(provider => new AccessKeys(provider.GetRequiredService<LocalAwsOptions>().Folder("credentials")))
        .AddSingleton<SignatureVerifier>()
        .AddSingleton<JsonEndpoint>()
        .AddSingleton<Gateway>();

    public static IServiceCollection AddS3(this IServiceCollection services) => services
        .AddSingleton(provider => new ObjectStore(provider.GetRequiredService<LocalAwsOptions>().Folder("s3"), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IResettable>(provider => provider.GetRequiredService<ObjectStore>())
        .AddSingleton<S3Endpoint>();

    public static IServiceCollection AddGlue(this IServiceCollection services) => services
        .AddSingleton(provider => new Catalog(provider.GetRequiredService<LocalAwsOptions>().Folder("glue"),
            provider.GetRequiredService<LocalAwsOptions>().Account, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IResettable>(provider => provider.GetRequiredService<Catalog>())
        .AddSingleton<JsonService, GlueService>();

    public static void ConfigureLocalAws(this IWebHostBuilder host, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration["urls"])) host.UseUrls("http://127.0.0.1:4566");
        host.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 5L << 30;
        });
    }

    /// <summary>Leads every request but those for our own paths through the gateway. The path is compared as it was sent, since a key may hold dots.</summary>
    public static void UseGateway(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<LocalAwsOptions>();
        var gateway = app.Services.GetRequiredService<Gateway>();
        app.Use((HttpContext context, RequestDelegate next) =>
        {
            var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            var isOurs = target.StartsWith(LocalAwsOptions.OwnPaths + "/", StringComparison.Ordinal) || (options.AllowReset && target == options.ResetPath);
            return isOurs ? next(context) : gateway.HandleAsync(context);
        });
    }

    public static void MapReset(this WebApplication app, LocalAwsOptions options)
    {
        if (!options.AllowReset) return;
        app.MapPost(options.ResetPath, (IEnumerable<IResettable> states) =>
        {
            foreach (var state in states) state.Reset();
            return Results.NoContent();
        });
    }
}
