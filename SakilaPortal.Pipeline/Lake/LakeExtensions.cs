using Amazon.Athena;
using Amazon.Glue;
using Amazon.KinesisFirehose;
using Amazon.S3;
using MySqlConnector;

namespace SakilaPortal.Pipeline.Lake;

internal static class LakeExtensions
{
    /// <summary>Adds the zones' settings, MySQL, and the AWS clients, whose endpoint and credentials are the SDK's own settings.</summary>
    public static WebApplicationBuilder AddLake(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LakeOptions>().BindConfiguration("Lake").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => new MySqlDataSource(ConnectionString(builder.Configuration)));
        builder.Services.AddSingleton<IAmazonS3>(_ => new AmazonS3Client());
        builder.Services.AddSingleton<IAmazonGlue>(_ => new AmazonGlueClient());
        builder.Services.AddSingleton<IAmazonAthena>(_ => new AmazonAthenaClient());
        builder.Services.AddSingleton<IAmazonKinesisFirehose>(_ => new AmazonKinesisFirehoseClient());
        builder.Services.AddSingleton<LakeObjects>();
        return builder;
    }

    private static string ConnectionString(IConfiguration configuration) => configuration.GetConnectionString("sakila")
        ?? throw new InvalidOperationException(
            "ConnectionStrings:sakila is not set. Give MySQL's connection string, as in ConnectionStrings__sakila='Server=…;Port=…;User ID=…;Password=…;Database=sakila'.");
}
