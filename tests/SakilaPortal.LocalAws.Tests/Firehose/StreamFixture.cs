using System.Text;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Amazon.S3;
using Amazon.S3.Model;

namespace SakilaPortal.LocalAws.Tests.Firehose;

/// <summary>What the Firehose tests do with a server's clients.</summary>
internal static class StreamFixture
{
    public static Task CreateAsync(
        this AmazonKinesisFirehoseClient firehose, string name, string bucket, int interval = 0, int size = 1, Action<ExtendedS3DestinationConfiguration>? configure = null)
    {
        var destination = new ExtendedS3DestinationConfiguration
        {
            BucketARN = "arn:aws:s3:::" + bucket, RoleARN = "arn:aws:iam::123456789012:role/firehose", Prefix = "streaming/!{timestamp:yyyy/MM/}",
            ErrorOutputPrefix = "!{firehose:error-output-type}/!{timestamp:yyyy/MM/}", BufferingHints = new BufferingHints { IntervalInSeconds = interval, SizeInMBs = size },
        };
        configure?.Invoke(destination);
        return firehose.CreateDeliveryStreamAsync(new CreateDeliveryStreamRequest
        {
            DeliveryStreamName = name, DeliveryStreamType = DeliveryStreamType.DirectPut, ExtendedS3DestinationConfiguration = destination,
        });
    }

    public static Task<PutRecordBatchResponse> PutAsync(this AmazonKinesisFirehoseClient firehose, string stream, IEnumerable<string> records) =>
        firehose.PutRecordBatchAsync(new PutRecordBatchRequest { DeliveryStreamName = stream, Records = [.. records.Select(Record)] });

    public static Amazon.KinesisFirehose.Model.Record Record(string text) => new() { Data = new MemoryStream(Encoding.UTF8.GetBytes(text)) };

    /// <summary>All that lies in a bucket, by key.</summary>
    public static async Task<SortedDictionary<string, string>> ReadAllAsync(this AmazonS3Client s3, string bucket)
    {
        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in (await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket })).S3Objects ?? [])
            contents[item.Key] = await new StreamReader((await s3.GetObjectAsync(bucket, item.Key)).ResponseStream).ReadToEndAsync();
        return contents;
    }

    public static List<string> Lines(this IDictionary<string, string> contents) => [.. contents.Values.SelectMany(content => content.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
}
