using SakilaPortal.Pipeline.Catalog.Crawling;
using SakilaPortal.Pipeline.Catalog.Events;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Catalog;

internal static class CatalogExtensions
{
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddOptions<EventOptions>().BindConfiguration("Events").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<LandingRegister>()
            .AddSingleton<LandingScan>()
            .AddSingleton<GlueCatalog>()
            .AddSingleton<TableVersions>()
            .AddSingleton<StreamingTable>()
            .AddSingleton<ViewingTable>()
            .AddSingleton<MalformedLines>()
            .AddSingleton<LandedLines>()
            .AddSingleton<EventObjects>()
            .AddSingleton<EventBatches>()
            .AddCrawlPreview()
            .AddSingleton<INode, CrawlNode>();
    }
}
