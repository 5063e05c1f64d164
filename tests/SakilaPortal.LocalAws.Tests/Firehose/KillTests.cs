using System.Collections.Concurrent;
using Amazon.KinesisFirehose;
using Amazon.Runtime;
using Amazon.S3;
using SakilaPortal.LocalAws.Hosting;
using SakilaPortal.TestSupport;

namespace SakilaPortal.LocalAws.Tests.Firehose;

/// <summary>LocalAws as a process of its own, ended as kill -9 does.</summary>
public sealed class KillTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("localaws-kill").FullName;
    private readonly int port = ServiceProcess.FreePort();

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task EveryRecordThatWasAcceptedBeforeAKillIsDeliveredAfterIt()
    {
        var accepted = new ConcurrentBag<string>();
        await using (var first = await StartAsync())
        {
            await S3().PutBucketAsync("killed");
            await Firehose().CreateAsync("killed", "killed");
            var writers = Enumerable.Range(0, 4).Select(writer => WriteUntilRefusedAsync(writer, accepted)).ToList();
            await Eventually.IsAsync(() => Task.FromResult(accepted.Count), count => count > 4000, "4,000 accepted records");
            await first.KillAsync();
            await Task.WhenAll(writers);
        }
        await using var second = await StartAsync();
        var s3 = S3();
        var delivered = await Eventually.IsAsync(() => s3.ReadAllAsync("killed"), contents => contents.Lines().ToHashSet().IsSupersetOf(accepted), "every accepted record");
        Assert.All(delivered.Keys, key => Assert.StartsWith("streaming/", key, StringComparison.Ordinal));
        Assert.Equal(delivered.Lines().Count, delivered.Lines().Distinct().Count());
    }

    private Task<ServiceProcess> StartAsync() => ServiceProcess.StartAsync("SakilaPortal.LocalAws", ["--data", data], healthPath: "/_localaws/health", port: port);

    private async Task WriteUntilRefusedAsync(int writer, ConcurrentBag<string> accepted)
    {
        using var firehose = Firehose();
        try
        {
            for (var batch = 0; ; batch++)
            {
                var records = Enumerable.Range(0, 50).Select(number => $"{writer}-{batch}-{number}").ToList();
                var answer = await firehose.PutAsync("killed", records.Select(record => record + "\n"));
                Assert.Equal(0, answer.FailedPutCount);
                records.ForEach(accepted.Add);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or AmazonClientException or IOException)
        {
            // The process was killed; this batch was not accepted.
        }
    }

    private AmazonKinesisFirehoseClient Firehose() => new(Credentials(), new AmazonKinesisFirehoseConfig { ServiceURL = Url, MaxErrorRetry = 0 });
    private AmazonS3Client S3() => new(Credentials(), new AmazonS3Config { ServiceURL = Url });
    private string Url => $"http://127.0.0.1:{port}";

    private BasicAWSCredentials Credentials()
    {
        var keys = new AccessKeys(Path.Combine(data, "credentials"));
        return new BasicAWSCredentials(keys.AccessKey, keys.Secret);
    }
}
