namespace SakilaPortal.Pipeline.Provisioning;

/// <summary>Makes what the lake stands on, where it is missing. Whatever is there already stays as it is.</summary>
internal sealed class Provisioner(Zones zones, DeliveryStreams streams, WorkGroups workGroups, SavedQueries savedQueries)
{
    public async Task ProvisionAsync(CancellationToken cancellationToken)
    {
        await zones.EnsureAsync(cancellationToken);
        await streams.EnsureAsync(cancellationToken);
        await workGroups.EnsureAsync(cancellationToken);
        await savedQueries.EnsureAsync(cancellationToken);
    }
}

internal static class ProvisioningExtensions
{
    public static IServiceCollection AddProvisioning(this IServiceCollection services)
    {
        services.AddOptions<DeliveryOptions>().BindConfiguration("Delivery").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<Zones>()
            .AddSingleton<DeliveryStreams>()
            .AddSingleton<WorkGroups>()
            .AddSingleton<SavedQueries>()
            .AddSingleton<Provisioner>();
    }
}
