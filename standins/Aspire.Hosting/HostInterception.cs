using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Lets a test change how an AppHost's entry point builds its application, and take hold of what it has built.</summary>
internal abstract class HostInterception
{
    private static readonly AsyncLocal<HostInterception?> Flowing = new();

    public static HostInterception? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    public abstract void Creating(DistributedApplicationOptions options, HostApplicationBuilderSettings settings);
    public abstract void Building(DistributedApplicationBuilder builder);
    public abstract void Built(DistributedApplication application);
}
