namespace SakilaPortal.Api.Simulations;

internal static class SimulationsSetup
{
    public static void AddSimulations(this IServiceCollection services)
    {
        services.AddOptions<SimulationOptions>().BindConfiguration(SimulationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SimulationStore>();
        services.AddSingleton<SimulationPlanning>();
        services.AddSingleton<DeliveredObjects>();
        services.AddSingleton<DeliveryWatch>();
        services.AddSingleton<SimulationRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<SimulationRunner>());
    }
}
