using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Amazon.Athena;
using Amazon.KinesisFirehose;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using SakilaPortal.TestSupport;

namespace SakilaPortal.Api.Tests.Lake;

/// <summary>The Api over a lake that a pipeline keeps up to date, delivering at once.</summary>
public sealed class LivingLake : ApiFixture
{
    private readonly int pipelinePort = ServiceProcess.FreePort();
    private ServiceProcess? pipeline;

    public override Dictionary<string, string?> ServiceEnvironment => new(base.ServiceEnvironment) { ["services__pipeline__http__0"] = $"http://127.0.0.1:{pipelinePort}" };

    public AmazonS3Client S3 { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        S3 = new(AwsCredentials, Configure(new AmazonS3Config { ForcePathStyle = true }));
        await StartPipelineAsync();
        await Eventually.IsAsync(async () => await ScalarAsync<int>("SELECT COUNT(*) FROM portal.table_version WHERE table_name IN ('streaming_films', 'payment', 'rental')") > 2, "the lake is built");
    }

    public async Task StartPipelineAsync()
    {
        var environment = ServiceEnvironment;
        (environment["Delivery__IntervalSeconds"], environment["Workflow__IntervalSeconds"]) = ("0", "0.2");
        pipeline = await ServiceProcess.StartAsync("SakilaPortal.Pipeline", environment: environment, port: pipelinePort);
    }

    public Task KillPipelineAsync() => pipeline!.KillAsync();

    /// <summary>How long partner events stay in the buffer; 0 for no time to speak of.</summary>
    public async Task DeliverEveryAsync(int seconds)
    {
        using var firehose = new AmazonKinesisFirehoseClient(AwsCredentials, Configure(new AmazonKinesisFirehoseConfig()));
        var stream = (await firehose.DescribeDeliveryStreamAsync(new() { DeliveryStreamName = "partner-events" })).DeliveryStreamDescription;
        await firehose.UpdateDestinationAsync(new()
        {
            DeliveryStreamName = stream.DeliveryStreamName, CurrentDeliveryStreamVersionId = stream.VersionId, DestinationId = stream.Destinations[0].DestinationId,
            ExtendedS3DestinationUpdate = new() { BufferingHints = new() { SizeInMBs = 1, IntervalInSeconds = seconds } },
        });
    }

    /// <summary>Posts events and waits until they are in the reports.</summary>
    public async Task<string[]> PostEventsAsync(int count)
    {
        string[] ids = [.. Enumerable.Range(0, count).Select(_ => $"{Guid.CreateVersion7()}")];
        await Partner.PostAsJsonAsync("/api/partner-events", ids.Select(id => Partners.PartnerEvents.Valid(id))).JsonAsync();
        await Eventually.IsAsync(async () => await ScalarAsync<int>("""
            SELECT COUNT(*) FROM portal.event_seen WHERE event_hash IN (SELECT UNHEX(LEFT(SHA2(event_id, 256), 32)) FROM portal.partner_event WHERE event_id IN @ids)
            """, new { ids }) == count && await ScalarAsync<int>("SELECT COUNT(*) FROM portal.event_batch WHERE version IS NULL") == 0, "the events are in the reports");
        return ids;
    }

    public async Task<JsonElement> EqualityAsync(string name, bool full = true) =>
        (await Analyst.GetAsync($"/api/lake/ledger?full={full}").JsonAsync()).GetProperty("equalities").EnumerateArray().Single(one => one.Text("name") == name);

    /// <summary>Puts other rows in the place of a file's, while <paramref name="meanwhile"/> looks.</summary>
    /// <param name="select">The rows that the file shall have.</param>
    public async Task WithOtherRowsAsync(string bucket, string key, string select, Func<Task> meanwhile)
    {
        var folder = $"other/{Guid.NewGuid():N}/";
        await UnloadAsync($"UNLOAD ({select}) TO 's3://{bucket}/{folder}' WITH (format = 'PARQUET')");
        var written = (await S3.ListObjectsV2Async(new() { BucketName = bucket, Prefix = folder })).S3Objects.Single().Key;
        await WithoutAsync(bucket, key, async () =>
        {
            await S3.CopyObjectAsync(bucket, written, bucket, key);
            await meanwhile();
        });
    }

    /// <summary>Takes an object away while <paramref name="meanwhile"/> looks, and puts it back.</summary>
    public async Task WithoutAsync(string bucket, string key, Func<Task> meanwhile)
    {
        using var kept = new MemoryStream();
        using (var object_ = await S3.GetObjectAsync(bucket, key))
            await object_.ResponseStream.CopyToAsync(kept);
        await S3.DeleteObjectAsync(bucket, key);
        try
        {
            await meanwhile();
        }
        finally
        {
            await S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, InputStream = kept });
        }
    }

    public override async Task DisposeAsync()
    {
        if (pipeline is not null)
            await pipeline.DisposeAsync();
        S3?.Dispose();
        await base.DisposeAsync();
    }

    private async Task UnloadAsync(string sql)
    {
        using var athena = new AmazonAthenaClient(AwsCredentials, Configure(new AmazonAthenaConfig()));
        var id = (await athena.StartQueryExecutionAsync(new() { QueryString = sql, WorkGroup = "sakila-pipeline" })).QueryExecutionId;
        QueryExecutionState? state = null;
        await Eventually.IsAsync(async () =>
        {
            var status = (await athena.GetQueryExecutionAsync(new() { QueryExecutionId = id })).QueryExecution.Status;
            Assert.False(status.State == QueryExecutionState.FAILED, $"{sql}: {status.StateChangeReason}");
            return (state = status.State) == QueryExecutionState.SUCCEEDED;
        }, string.Create(CultureInfo.InvariantCulture, $"the rows are written ({state})"));
    }

    private T Configure<T>(T config) where T : ClientConfig
    {
        config.ServiceURL = AwsAddress.GetLeftPart(UriPartial.Authority);
        config.AuthenticationRegion = "us-east-1";
        return config;
    }
}

[CollectionDefinition(nameof(LivingLake))]
public sealed class LivingLakeCollection : ICollectionFixture<LivingLake>;
