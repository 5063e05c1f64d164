using Amazon.Glue;
using SakilaPortal.Api.Lake.Athena;
using SakilaPortal.Api.Lake.Health;
using SakilaPortal.Api.Lake.Ledger;
using SakilaPortal.Api.Lake.Tables;
using SakilaPortal.Api.Lake.Tracing;
using SakilaPortal.Api.Lake.Workflow;

namespace SakilaPortal.Api.Lake;

internal static class LakeSetup
{
    public static void AddLake(this IServiceCollection services)
    {
        services.AddOptions<LakeOptions>().BindConfiguration("Lake").ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(CrawlPreviews.Pipeline, client => client.BaseAddress = new($"http://{CrawlPreviews.Pipeline}/"));
        services.AddSingleton<IAmazonGlue>(_ => new AmazonGlueClient());
        services.AddSingleton<LakeQueries>().AddSingleton<NodeActivity>();
        services.AddSingleton<GlueTables>().AddSingleton<TableFreshness>().AddSingleton<TableLineage>().AddSingleton<TableReports>();
        services.AddSingleton<Postings>().AddSingleton<PostedEvents>().AddSingleton<SimulatedEvents>().AddSingleton<LandedEvents>().AddSingleton<LandedIds>()
            .AddSingleton<SetAsideEvents>().AddSingleton<DeliveryWindow>();
        services.AddSingleton<EventEqualities>().AddSingleton<RowEqualities>().AddSingleton<LedgerBook>();
        services.AddSingleton<LandedObjects>().AddSingleton<TableWay>().AddSingleton<CountingReports>().AddSingleton<EventArrival>().AddSingleton<EventTrace>();
        services.AddSingleton<AwsParts>().AddSingleton<BusinessOverview>();
    }
}
