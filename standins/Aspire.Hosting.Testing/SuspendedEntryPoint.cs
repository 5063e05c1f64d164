using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>An AppHost's entry point on a thread of its own, held before it builds its application until the test says so.</summary>
internal sealed class SuspendedEntryPoint(Assembly assembly) : HostInterception
{
    private readonly TaskCompletionSource<DistributedApplicationBuilder> building = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource goOn = new();

    /// <summary>Ends when the entry point has returned, with its failure if it failed.</summary>
    public Task Ended => ended.Task;

    public static async Task<IDistributedApplicationTestingBuilder> StartAsync(Assembly assembly, string[] args, CancellationToken cancellationToken)
    {
        var entryPoint = new SuspendedEntryPoint(assembly);
        new Thread(() => entryPoint.Run(args)) { IsBackground = true, Name = $"{assembly.GetName().Name} entry point" }.Start();
        return new TestingBuilder(entryPoint, await entryPoint.building.Task.WaitAsync(cancellationToken));
    }

    public Task<DistributedApplication> BuildAsync()
    {
        goOn.TrySetResult();
        return built.Task;
    }

    public override void Creating(DistributedApplicationOptions options, HostApplicationBuilderSettings settings)
    {
        options.AssemblyName = assembly.GetName().Name;
        options.DisableDashboard = true;
        settings.EnvironmentName = Environments.Development;
        settings.Configuration = new ConfigurationManager();
        settings.Configuration.AddInMemoryCollection([new("DcpPublisher:RandomizePorts", "true")]);
    }

    public override void Building(DistributedApplicationBuilder builder)
    {
        building.TrySetResult(builder);
        goOn.Task.Wait();
    }

    public override void Built(DistributedApplication application) => built.TrySetResult(application);

    private void Run(string[] args)
    {
        Current = this;
        try
        {
            var returned = assembly.EntryPoint!.Invoke(null, assembly.EntryPoint.GetParameters().Length == 0 ? [] : [args]);
            Refuse(new InvalidOperationException($"The entry point exited without building a DistributedApplication (it returned {returned})."));
            ended.TrySetResult();
        }
        catch (TargetInvocationException failure)
        {
            Refuse(failure.InnerException ?? failure);
            ended.TrySetException(failure.InnerException ?? failure);
        }
    }

    // Without effect on what the entry point had already come to.
    private void Refuse(Exception reason)
    {
        building.TrySetException(reason);
        built.TrySetException(reason);
    }
}
