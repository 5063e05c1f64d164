using Amazon.Athena;
using Amazon.S3;
using SakilaPortal.Api.Lake.Parquet;
using SakilaPortal.Api.Reports.Buffered;
using SakilaPortal.Api.Reports.Dashboards;
using SakilaPortal.Api.Reports.Scans;

namespace SakilaPortal.Api.Reports;

internal static class ReportsSetup
{
    /// <summary>The clients find endpoint, region and credentials by the SDK's own chain, on a laptop and on AWS alike.</summary>
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton<IAmazonAthena>(_ => new AmazonAthenaClient());
        services.AddSingleton<IAmazonS3>(_ => new AmazonS3Client());
        services.AddSingleton<NamedQueries>();
        services.AddSingleton<ResultFiles>();
        services.AddSingleton<StoredResults>();
        services.AddSingleton<TablesRead>();
        services.AddSingleton<TableStates>();
        services.AddSingleton<TableSnapshots>();
        services.AddSingleton<RunBook>();
        services.AddSingleton<RunEnds>();
        services.AddHostedService<RunWatch>();
        services.AddSingleton<AsOf>();
        services.AddSingleton<UnlandedEvents>();
        services.AddSingleton<BufferedRuns>();
        services.AddSingleton<ReportRuns>();
        services.AddSingleton<Favourites>();
        services.AddSingleton<CompletionBook>();
        services.AddSingleton<DashboardBook>();
        services.AddSingleton<ReportVersions>();
        services.AddSingleton<ParquetFooters>().AddSingleton<ParquetScans>().AddSingleton<TableScans>().AddSingleton<ScanEstimates>();
    }
}
