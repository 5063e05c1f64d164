using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Vendor;

internal static class VendorExtensions
{
    public static IServiceCollection AddVendor(this IServiceCollection services)
    {
        services.AddOptions<VendorOptions>().BindConfiguration("Vendor").ValidateDataAnnotations()
            .Validate(VendorOptions.KnowsSources, $"Vendor:Sources may name {string.Join(", ", VendorSource.All.Select(source => source.Name))}.").ValidateOnStart();
        services.AddHttpClient(VendorFetch.ClientName).ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan);
        return services
            .AddSingleton<VendorFetch>()
            .AddSingleton<VendorBook>()
            .AddSingleton<VendorLanding>()
            .AddSingleton<VendorRetention>()
            .AddHostedService<VendorDownloader>()
            .AddSingleton<VendorScan>()
            .AddSingleton<VendorTables>()
            .AddSingleton<ViewingSessions>()
            .AddSingleton<INode, VendorNode>()
            .AddSingleton<INode, ViewingNode>();
    }
}
