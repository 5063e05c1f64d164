using System.Text.Json;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;
using SakilaPortal.Api.Partners.Events;

namespace SakilaPortal.Api.Tests.Partners;

/// <summary>The stream of partner events and what it delivers, as the platform's worker would provide it.</summary>
internal sealed class LandingZone(string endpoint, string credentialsFile)
{
    private const string Bucket = "dev-sakila-landing";

    private readonly AWSCredentials credentials = Read(credentialsFile);

    public AmazonS3Client S3() => new(credentials, Configure(new AmazonS3Config { ForcePathStyle = true }));

    /// <summary>Makes the bucket and the stream, which delivers at once; both may be there.</summary>
    public async Task ProvisionAsync()
    {
        using var s3 = S3();
        using var firehose = new AmazonKinesisFirehoseClient(credentials, Configure(new AmazonKinesisFirehoseConfig()));
        if ((await firehose.ListDeliveryStreamsAsync(new())).DeliveryStreamNames?.Contains(PartnerEventRules.Stream) is true)
            return;
        await s3.PutBucketAsync(Bucket);
        await firehose.CreateDeliveryStreamAsync(new()
        {
            DeliveryStreamName = PartnerEventRules.Stream,
            DeliveryStreamType = DeliveryStreamType.DirectPut,
            ExtendedS3DestinationConfiguration = new()
            {
                BucketARN = $"arn:aws:s3:::{Bucket}",
                RoleARN = "arn:aws:iam::123456789012:role/delivery",
                Prefix = "streaming/",
                ErrorOutputPrefix = "errors/",
                BufferingHints = new() { SizeInMBs = 1, IntervalInSeconds = 0 },
                ProcessingConfiguration = new()
                {
                    Enabled = true,
                    Processors = [new() { Type = ProcessorType.AppendDelimiterToRecord, Parameters = [new() { ParameterName = ProcessorParameterName.Delimiter, ParameterValue = @"\n" }] }],
                },
            },
        });
    }

    /// <summary>All events that have landed so far.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync() =>
        [.. (await LinesAsync("")).Where(line => EventText.IdOf(line) is not null).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>All lines that have landed so far and hold this text.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync(string text)
    {
        using var s3 = S3();
        var events = new List<string>();
        await foreach (var found in s3.Paginators.ListObjectsV2(new() { BucketName = Bucket, Prefix = "streaming/" }).S3Objects)
        {
            using var answer = await s3.GetObjectAsync(Bucket, found.Key);
            using var reader = new StreamReader(answer.ResponseStream);
            while (await reader.ReadLineAsync() is { } line)
                if (line.Contains(text, StringComparison.Ordinal))
                    events.Add(line);
        }
        return events;
    }

    /// <summary>The distinct ids that begin so.</summary>
    public async Task<IReadOnlySet<string>> IdsAsync(string prefix = "") =>
        (await EventsAsync()).Select(landed => landed.Text("event_id")!).Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).ToHashSet();

    private static AWSCredentials Read(string file)
    {
        var profiles = new SharedCredentialsFile(file);
        return profiles.TryGetProfile("sakila", out var profile)
            ? AWSCredentialsFactory.GetAWSCredentials(profile, profiles)
            : throw new InvalidOperationException($"{file} has no profile sakila.");
    }

    private T Configure<T>(T config) where T : ClientConfig
    {
        config.ServiceURL = endpoint;
        config.AuthenticationRegion = "us-east-1";
        return config;
    }
}
