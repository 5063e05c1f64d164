using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly HostApplicationBuilder inner;

    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        var settings = new HostApplicationBuilderSettings { Args = options.Args };
        HostInterception.Current?.Creating(options, settings);
        AppHostAssembly = options.Assembly;
        AppHostDirectory = AppHostAssembly?.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "apphostprojectpath")?.Value ?? Directory.GetCurrentDirectory();
        settings.ContentRootPath = AppHostDirectory;
        settings.ApplicationName = AppHostAssembly?.GetName().Name;
        inner = new HostApplicationBuilder(settings);
        inner.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // A dependency that is not up yet is what the health checks are there to find; its state line says so.
        inner.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        inner.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.None);
        AddServices(inner.Services, options);
    }

    public ConfigurationManager Configuration => inner.Configuration;
    public string AppHostDirectory { get; }
    public Assembly? AppHostAssembly { get; }
    public IHostEnvironment Environment => inner.Environment;
    public IServiceCollection Services => inner.Services;
    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();
    public DistributedApplicationExecutionContext ExecutionContext { get; } = new(DistributedApplicationOperation.Run);
    public IResourceCollection Resources { get; } = new ResourceCollection();

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        if (Resources.Any(known => string.Equals(known.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
            throw new DistributedApplicationException($"Cannot add resource of type '{typeof(T)}' with name '{resource.Name}' because there is one of that name.");
        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource => new ResourceBuilder<T>(this, resource);

    public DistributedApplication Build()
    {
        HostInterception.Current?.Building(this);
        var application = new DistributedApplication(inner.Build());
        HostInterception.Current?.Built(application);
        return application;
    }

    private void AddServices(IServiceCollection services, DistributedApplicationOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddHttpClient();
        services.AddHealthChecks();
        services.AddSingleton(ExecutionContext);
        services.AddSingleton(Eventing);
        services.AddSingleton(new DistributedApplicationModel(Resources));
        services.AddSingleton(provider => new ResourceNotificationService(
            provider.GetRequiredService<IHostApplicationLifetime>(), options.DisableDashboard));
        services.AddSingleton(provider => new ResourceCommandService(new(provider.GetRequiredService<Orchestrator>)));
        services.AddSingleton<Board>();
        services.AddSingleton<Watchdog>();
        services.AddSingleton(options);
        services.AddSingleton<ProcessFactory>();
        services.AddSingleton<Orchestrator>();
        services.AddHostedService(provider => provider.GetRequiredService<Orchestrator>());
        services.AddHostedService<ParentWatch>();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(12));
        services.Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true);
    }
}
