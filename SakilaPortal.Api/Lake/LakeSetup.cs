using Amazon.Glue;

namespace SakilaPortal.Api.Lake;

internal static class LakeSetup
{
    public static void AddLake(this IServiceCollection services)
    {
        services.AddSingleton<IAmazonGlue>(_ => new AmazonGlueClient());
        services.AddSingleton<GlueTables>();
    }
}
