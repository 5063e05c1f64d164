using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Provisioning;

/// <summary>The delivery streams of partner events and viewing sessions into the landing zone.</summary>
internal sealed class DeliveryStreams(IAmazonKinesisFirehose firehose, IOptions<LakeOptions> lake, IOptions<DeliveryOptions> delivery)
{
    private const string Month = "!{timestamp:yyyy/MM/}";
    private const string Errors = "!{firehose:error-output-type}/" + Month;

    // A newline behind each record: without it, records put by others than the portal would run into each other.
    private static readonly ProcessingConfiguration Lines = new()
    {
        Enabled = true,
        Processors =
        [
            new()
            {
                Type = ProcessorType.AppendDelimiterToRecord,
                Parameters = [new() { ParameterName = ProcessorParameterName.Delimiter, ParameterValue = @"\n" }],
            },
        ],
    };

    private BufferingHints Hints => new() { SizeInMBs = 1, IntervalInSeconds = delivery.Value.IntervalSeconds };

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await EnsureAsync("partner-events", "streaming/" + Month, cancellationToken);
        await EnsureAsync("viewing-sessions", "viewing/" + Month, cancellationToken);
    }

    private async Task EnsureAsync(string name, string prefix, CancellationToken cancellationToken)
    {
        try
        {
            var request = new DescribeDeliveryStreamRequest { DeliveryStreamName = name };
            var stream = (await firehose.DescribeDeliveryStreamAsync(request, cancellationToken)).DeliveryStreamDescription;
            await UpdateHintsAsync(stream, cancellationToken);
        }
        catch (ResourceNotFoundException)
        {
            await CreateAsync(name, prefix, cancellationToken);
        }
    }

    private Task<CreateDeliveryStreamResponse> CreateAsync(string name, string prefix, CancellationToken cancellationToken) => firehose.CreateDeliveryStreamAsync(new()
    {
        DeliveryStreamName = name,
        DeliveryStreamType = DeliveryStreamType.DirectPut,
        ExtendedS3DestinationConfiguration = new()
        {
            BucketARN = $"arn:aws:s3:::{lake.Value.Landing}",
            RoleARN = delivery.Value.RoleArn,
            Prefix = prefix,
            ErrorOutputPrefix = Errors,
            BufferingHints = Hints,
            CompressionFormat = CompressionFormat.UNCOMPRESSED,
            ProcessingConfiguration = Lines,
        },
    }, cancellationToken);

    /// <summary>The interval is a setting: a changed one reaches a stream that exists.</summary>
    private async Task UpdateHintsAsync(DeliveryStreamDescription stream, CancellationToken cancellationToken)
    {
        var destination = stream.Destinations[0];
        if (destination.ExtendedS3DestinationDescription.BufferingHints?.IntervalInSeconds == Hints.IntervalInSeconds)
            return;
        await firehose.UpdateDestinationAsync(new()
        {
            DeliveryStreamName = stream.DeliveryStreamName,
            CurrentDeliveryStreamVersionId = stream.VersionId,
            DestinationId = destination.DestinationId,
            ExtendedS3DestinationUpdate = new() { BufferingHints = Hints },
        }, cancellationToken);
    }
}
