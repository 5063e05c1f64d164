using Microsoft.Extensions.DependencyInjection;

namespace SakilaPortal.ServiceDefaults.Http;

internal static class HttpClientDefaults
{
    /// <summary>Gives every <see cref="HttpClient"/> of the factory retries and logical host names, so that each retry may meet another instance.</summary>
    public static void AddHttpClientDefaults(this IServiceCollection services)
    {
        services.AddTransient<ResilienceHandler>();
        services.AddTransient<ServiceDiscoveryHandler>();
        services.ConfigureHttpClientDefaults(client => client
            .AddHttpMessageHandler<ResilienceHandler>()
            .AddHttpMessageHandler<ServiceDiscoveryHandler>());
    }
}
