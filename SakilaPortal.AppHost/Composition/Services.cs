using Microsoft.Extensions.Configuration;
using SakilaPortal.AppHost.Data;
using SakilaPortal.AppHost.Options;

namespace SakilaPortal.AppHost.Composition;

internal static class ServicesExtensions
{
    public static IResourceBuilder<ProjectResource> AddPipeline(
        this IDistributedApplicationBuilder builder, PortalOptions options, Ports ports, SakilaDatabase database, Aws aws) =>
        builder.AddProject<Projects.SakilaPortal_Pipeline>("pipeline", launchProfileName: null).WithPortalDefaults().WithHttp(ports["Pipeline"])
            .WithSakila(database).WithAws(aws).WithLake(builder, options).WithVendor(builder, options);

    public static IResourceBuilder<ProjectResource> AddApi(
        this IDistributedApplicationBuilder builder, PortalOptions options, Ports ports, SakilaDatabase database, Aws aws, IResourceBuilder<ProjectResource> pipeline) =>
        builder.AddProject<Projects.SakilaPortal_Api>("api", launchProfileName: null).WithPortalDefaults().WithHttp(ports["Api"])
            .WithSakila(database).WithAws(aws).WithLake(builder, options).WithReference(pipeline);

    public static IResourceBuilder<ProjectResource> AddWeb(
        this IDistributedApplicationBuilder builder, Ports ports, DataFolder data, IResourceBuilder<ProjectResource> api) =>
        builder.AddProject<Projects.SakilaPortal_Web>("web", launchProfileName: null).WithPortalDefaults().WithHttp(ports["Web"])
            .WithExternalHttpEndpoints()
            .WithReference(api)
            .WithEnvironment("DataProtection__KeysPath", Path.Combine(data.Keys, "web"));

    /// <summary>What every project of the portal is started with.</summary>
    public static IResourceBuilder<ProjectResource> WithPortalDefaults(this IResourceBuilder<ProjectResource> project) => project
        // Projects run from what the build left, whose static files only this environment finds.
        .WithEnvironment("DOTNET_ENVIRONMENT", "Development")
        .WithEnvironment("Logging__LogLevel__Microsoft.AspNetCore", "Warning")
        .WithEnvironment("Logging__LogLevel__Microsoft.Hosting.Lifetime", "Warning")
        .WithEnvironment("Logging__Console__FormatterName", "simple")
        .WithEnvironment("Logging__Console__FormatterOptions__SingleLine", "true");

    public static IResourceBuilder<ProjectResource> WithHttp(this IResourceBuilder<ProjectResource> project, int port, string health = "/health") =>
        project.WithHttpEndpoint(port: port, isProxied: false).WithHttpHealthCheck(health);

    /// <summary>The lake's settings are given to the AppHost and handed on.</summary>
    private static IResourceBuilder<ProjectResource> WithLake(
        this IResourceBuilder<ProjectResource> project, IDistributedApplicationBuilder builder, PortalOptions options)
    {
        foreach (var key in new[] { "Lake:BucketSuffix", "Delivery:IntervalSeconds" })
            if (builder.Configuration[key] is { } value)
                project.WithEnvironment(key.Replace(":", "__", StringComparison.Ordinal), value);
        return project.WithEnvironment("Lake__Stage", options.Stage);
    }

    /// <summary>Where vendors' files come from: the folder of --vendor, and what settings of the section Vendor say instead.</summary>
    private static IResourceBuilder<ProjectResource> WithVendor(
        this IResourceBuilder<ProjectResource> project, IDistributedApplicationBuilder builder, PortalOptions options)
    {
        var given = builder.Configuration.GetSection("Vendor").AsEnumerable().Where(setting => setting.Value is not null).Select(setting => (setting.Key, setting.Value!));
        foreach (var (key, value) in (options.Vendor?.Settings ?? []).Concat(given))
            project.WithEnvironment(key.Replace(":", "__", StringComparison.Ordinal), value);
        return project;
    }
}
