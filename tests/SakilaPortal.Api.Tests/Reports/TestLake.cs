using System.Text;
using System.Text.Json;
using Amazon.Athena;
using Amazon.Glue;
using Amazon.Runtime;
using Amazon.S3;

namespace SakilaPortal.Api.Tests.Reports;

/// <summary>A lake with one table, <c>curatedzonedb.probe</c>: numbers from 1 to 2,500, with notes on some.</summary>
public sealed class TestLake
{
    public const int Rows = 2500;
    private static bool isMade;

    // What a spreadsheet would run, by number; 4 has an empty note, all others none.
    private static readonly Dictionary<int, string> Notes = new()
    {
        [1] = "=1+1", [2] = "-12.5", [4] = "", [5] = "plain, with \"quotes\"", [6] = "@SUM(A1)", [7] = "-rm", [8] = "+44 20",
    };

    public static async Task EnsureAsync(ApiFixture portal)
    {
        if (isMade)
            return;
        await PutAsync(portal);
        await CatalogueAsync(portal);
        using var athena = new AmazonAthenaClient(portal.AwsCredentials, Configure(portal, new AmazonAthenaConfig()));
        await athena.CreateWorkGroupAsync(new()
        {
            Name = "sakila-analysts",
            Configuration = new()
            {
                EnforceWorkGroupConfiguration = true,
                BytesScannedCutoffPerQuery = 10_737_418_240,
                ResultConfiguration = new() { OutputLocation = "s3://dev-sakila-athena-results/sakila-analysts/" },
            },
        });
        isMade = true;
    }

    /// <summary>Publishes a version of a table of words, as the Pipeline would: a file, a manifest that names it, one change of the catalogue.</summary>
    public static async Task<string> PublishAsync(ApiFixture portal, string table, int version, string[] words)
    {
        using var s3 = new AmazonS3Client(portal.AwsCredentials, Configure(portal, new AmazonS3Config { ForcePathStyle = true }));
        var lines = words.Select((word, n) => JsonSerializer.Serialize(new { n, word }));
        var data = $"{table}/data/{Guid.NewGuid():N}";
        var manifest = $"{table}/manifests/{version:D8}-{Guid.NewGuid():N}/";
        await PutTextAsync(s3, data, string.Join('\n', lines));
        await PutTextAsync(s3, manifest + "manifest", $"s3://dev-sakila-curated/{data}\n");

        var location = $"s3://dev-sakila-curated/{manifest}";
        using var glue = new AmazonGlueClient(portal.AwsCredentials, Configure(portal, new AmazonGlueConfig()));
        var input = Table(table, location, "org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat", [("n", "int"), ("word", "string")]);
        if (version == 1)
            await glue.CreateTableAsync(new() { DatabaseName = "curatedzonedb", TableInput = input });
        else
            await glue.UpdateTableAsync(new() { DatabaseName = "curatedzonedb", TableInput = input });
        await portal.ExecuteAsync("""
            INSERT INTO portal.table_version (database_name, table_name, version, published_at, row_count, byte_count, file_count, location, run_id)
            VALUES ('curatedzonedb', @table, @version, UTC_TIMESTAMP(3), @rows, 1, 1, @location, @version)
            """, new { table, version, rows = words.Length, location });
        return table;
    }

    private static Task<Amazon.S3.Model.PutObjectResponse> PutTextAsync(AmazonS3Client s3, string key, string text) => s3.PutObjectAsync(new()
    {
        BucketName = "dev-sakila-curated", Key = key, InputStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
    });

    private static async Task PutAsync(ApiFixture portal)
    {
        using var s3 = new AmazonS3Client(portal.AwsCredentials, Configure(portal, new AmazonS3Config { ForcePathStyle = true }));
        foreach (var bucket in (string[])["dev-sakila-curated", "dev-sakila-athena-results"])
            await s3.PutBucketAsync(bucket);
        var lines = Enumerable.Range(1, Rows).Select(n => JsonSerializer.Serialize(new
        {
            n, kind = n % 2 == 0 ? "even" : "odd", amount = n / 100m, day = new DateOnly(2026, 1, 1).AddDays(n % 100), note = Notes.GetValueOrDefault(n),
        }));
        await s3.PutObjectAsync(new()
        {
            BucketName = "dev-sakila-curated", Key = "probe/part-0", InputStream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))),
        });
    }

    private static async Task CatalogueAsync(ApiFixture portal)
    {
        using var glue = new AmazonGlueClient(portal.AwsCredentials, Configure(portal, new AmazonGlueConfig()));
        await glue.CreateDatabaseAsync(new() { DatabaseInput = new() { Name = "curatedzonedb" } });
        (string Name, string Type)[] columns = [("n", "int"), ("kind", "string"), ("amount", "decimal(5,2)"), ("day", "date"), ("note", "string")];
        await glue.CreateTableAsync(new()
        {
            DatabaseName = "curatedzonedb",
            TableInput = Table("probe", "s3://dev-sakila-curated/probe/", "org.apache.hadoop.mapred.TextInputFormat", columns),
        });
    }

    private static Amazon.Glue.Model.TableInput Table(string name, string location, string inputFormat, (string Name, string Type)[] columns) => new()
    {
        Name = name,
        TableType = "EXTERNAL_TABLE",
        StorageDescriptor = new()
        {
            Columns = [.. columns.Select(column => new Amazon.Glue.Model.Column { Name = column.Name, Type = column.Type })],
            Location = location,
            InputFormat = inputFormat,
            OutputFormat = "org.apache.hadoop.hive.ql.io.IgnoreKeyTextOutputFormat",
            SerdeInfo = new() { SerializationLibrary = "org.openx.data.jsonserde.JsonSerDe" },
        },
    };

    private static T Configure<T>(ApiFixture portal, T config) where T : ClientConfig
    {
        config.ServiceURL = portal.AwsAddress.ToString();
        config.AuthenticationRegion = "us-east-1";
        return config;
    }
}
