using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

internal sealed class TestingBuilder(SuspendedEntryPoint entryPoint, DistributedApplicationBuilder inner) : IDistributedApplicationTestingBuilder
{
    public ConfigurationManager Configuration => inner.Configuration;
    public string AppHostDirectory => inner.AppHostDirectory;
    public Assembly? AppHostAssembly => inner.AppHostAssembly;
    public IHostEnvironment Environment => inner.Environment;
    public IServiceCollection Services => inner.Services;
    public IDistributedApplicationEventing Eventing => inner.Eventing;
    public DistributedApplicationExecutionContext ExecutionContext => inner.ExecutionContext;
    public IResourceCollection Resources => inner.Resources;

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource => inner.AddResource(resource);

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource => inner.CreateResourceBuilder(resource);

    public DistributedApplication Build() => BuildAsync().GetAwaiter().GetResult();

    public async Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) =>
        new TestedApplication(entryPoint, await entryPoint.BuildAsync().WaitAsync(cancellationToken));

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>The entry point runs its application itself; a test only waits until it has started and has it stop.</summary>
internal sealed class TestedApplication(SuspendedEntryPoint entryPoint, DistributedApplication application) : DistributedApplication(application)
{
    private readonly IHostApplicationLifetime lifetime = application.Services.GetRequiredService<IHostApplicationLifetime>();

    public override async Task StartAsync(CancellationToken cancellationToken = default)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await (await Task.WhenAny(started.Task, entryPoint.Ended).WaitAsync(cancellationToken));
    }

    public override Task StopAsync(CancellationToken cancellationToken = default)
    {
        lifetime.StopApplication();
        return entryPoint.Ended.WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        StopAsync().GetAwaiter().GetResult();
        base.Dispose();
    }

    public override async ValueTask DisposeAsync()
    {
        await StopAsync();
        await base.DisposeAsync();
    }
}
