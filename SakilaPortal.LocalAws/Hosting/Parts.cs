using SakilaPortal.LocalAws.Athena;
using SakilaPortal.LocalAws.Athena.Engine;
using SakilaPortal.LocalAws.Athena.Executions;
using SakilaPortal.LocalAws.Athena.NamedQueries;
using SakilaPortal.LocalAws.Athena.Results;
using SakilaPortal.LocalAws.Athena.Tables;
using SakilaPortal.LocalAws.Athena.WorkGroups;
using SakilaPortal.LocalAws.Firehose;
using SakilaPortal.LocalAws.Glue;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.S3;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Hosting;

/// <summary>The services of each part.</summary>
internal static class Parts
{
    public static IServiceCollection AddProtocols(this IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton<Traffic>()
        .AddSingleton(provider => new AccessKeys(provider.GetRequiredService<LocalAwsOptions>().Folder("credentials")))
        .AddSingleton<SignatureVerifier>()
        .AddSingleton<JsonEndpoint>()
        .AddSingleton<Gateway>();

    public static IServiceCollection AddS3(this IServiceCollection services) => services
        .AddSingleton(provider => new ObjectStore(provider.GetRequiredService<LocalAwsOptions>().Folder("s3"), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Traffic>()))
        .AddSingleton<IResettable>(provider => provider.GetRequiredService<ObjectStore>())
        .AddSingleton<MultipartUploads>()
        .AddSingleton<BucketOperations>().AddSingleton<BucketSettings>().AddSingleton<ListOperations>()
        .AddSingleton<ObjectReading>().AddSingleton<ObjectWriting>().AddSingleton<ObjectCopy>().AddSingleton<Deletion>()
        .AddSingleton<MultipartOperations>().AddSingleton<ObjectTagging>()
        .AddSingleton<S3Endpoint>();

    public static IServiceCollection AddGlue(this IServiceCollection services) => services
        .AddSingleton(provider => new Catalog(provider.GetRequiredService<LocalAwsOptions>().Folder("glue"),
            provider.GetRequiredService<LocalAwsOptions>().Account, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IResettable>(provider => provider.GetRequiredService<Catalog>())
        .AddSingleton<JsonService, GlueService>();

    public static IServiceCollection AddAthena(this IServiceCollection services) => services
        .AddSingleton(provider => new WorkGroupStore(provider.GetRequiredService<LocalAwsOptions>().Folder("athena/workgroups"),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new NamedQueryStore(provider.GetRequiredService<LocalAwsOptions>().Folder("athena/queries"),
            provider.GetRequiredService<WorkGroupStore>()))
        .AddSingleton<IResettable>(provider => provider.GetRequiredService<WorkGroupStore>())
        .AddSingleton<IResettable>(provider => provider.GetRequiredService<NamedQueryStore>())
        .AddSingleton<JsonService, AthenaService>()
        .AddSingleton(provider => new DuckEngine(provider.GetRequiredService<ObjectStore>().Root, provider.GetRequiredService<LocalAwsOptions>().Folder("athena/spill")))
        .AddSingleton(provider => new ExecutionStore(provider.GetRequiredService<LocalAwsOptions>().Folder("athena"), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IResettable>(provider => provider.GetRequiredService<ExecutionStore>())
        .AddSingleton<ParquetFooters>().AddSingleton<JsonKeys>().AddSingleton<TableReader>()
        .AddSingleton<CatalogueViews>().AddSingleton<QueryResults>().AddSingleton<Unloading>().AddSingleton<QueryRunner>()
        .AddSingleton<ExecutionQueue>().AddSingleton<Submission>()
        .AddSingleton<IResettable>(provider => provider.GetRequiredService<ExecutionQueue>())
        .AddHostedService(provider => provider.GetRequiredService<ExecutionQueue>());

    public static IServiceCollection AddFirehose(this IServiceCollection services) => services
        .AddSingleton<DeliveryStreams>()
        .AddSingleton<IResettable>(provider => provider.GetRequiredService<DeliveryStreams>())
        .AddSingleton<JsonService, FirehoseService>();
}
