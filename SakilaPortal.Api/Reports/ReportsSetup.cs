using Amazon.Athena;
using Amazon.S3;

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
        services.AddSingleton<ReportRuns>();
        services.AddSingleton<ReportVersions>();
        services.AddSingleton<ScanEstimates>();
    }
}
