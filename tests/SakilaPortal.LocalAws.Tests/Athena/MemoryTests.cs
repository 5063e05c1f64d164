using Amazon.Athena;
using Amazon.Runtime;
using Amazon.S3;
using SakilaPortal.LocalAws.Hosting;
using SakilaPortal.TestSupport;
using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena;

/// <summary>LocalAws as a process of its own, with little memory.</summary>
public sealed class MemoryTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("localaws-memory").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task AQueryThatWantsTooMuchFailsAloneAndTheNextOneRuns()
    {
        await using var process = await ServiceProcess.StartAsync("SakilaPortal.LocalAws", ["--data", data, "--max-memory", "1024"], healthPath: "/_localaws/health");
        var keys = new AccessKeys(Path.Combine(data, "credentials"));
        var credentials = new BasicAWSCredentials(keys.AccessKey, keys.Secret);
        var url = process.Address.ToString();
        using var s3 = new AmazonS3Client(credentials, new AmazonS3Config { ServiceURL = url });
        await s3.PutBucketAsync(AthenaFixture.Bucket);
        using var athena = new AmazonAthenaClient(credentials, new AmazonAthenaConfig { ServiceURL = url });
        Assert.StartsWith("EXCEEDED_LOCAL_MEMORY_LIMIT", await ReasonAsync(athena, "SELECT cardinality(transform(sequence(1, 10000), x -> sequence(1, 10000)))"));
        Assert.Null(await ReasonAsync(athena, "SELECT 1"));
    }

    private static async Task<string?> ReasonAsync(AmazonAthenaClient athena, string query)
    {
        var id = (await athena.StartQueryExecutionAsync(new() { QueryString = query, ResultConfiguration = new() { OutputLocation = $"s3://{AthenaFixture.Bucket}/" } })).QueryExecutionId;
        var ended = await Eventually.IsAsync(async () => (await athena.GetQueryExecutionAsync(new() { QueryExecutionId = id })).QueryExecution.Status,
            status => status.State == QueryExecutionState.SUCCEEDED || status.State == QueryExecutionState.FAILED, "the query ends");
        return ended.StateChangeReason;
    }
}
