using System.IO.Compression;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Amazon.S3;

namespace SakilaPortal.LocalAws.Tests.Firehose;

public sealed class FirehoseTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private readonly AmazonKinesisFirehoseClient firehose = server.Firehose();
    private readonly AmazonS3Client s3 = server.S3();

    [Fact]
    public async Task RecordsAreDeliveredInOneObjectUnderThePrefixAsTheyAre()
    {
        await s3.PutBucketAsync("plain");
        await firehose.CreateAsync("plain", "plain");
        var before = DateTime.UtcNow;
        var answer = await firehose.PutAsync("plain", ["one\n", "two", "three"]);
        Assert.Equal((0, 3), (answer.FailedPutCount, answer.RequestResponses.Select(entry => entry.RecordId).Distinct().Count()));
        var contents = await ArrivalAsync("plain");
        var (key, content) = Assert.Single(contents);
        Assert.Equal("one\ntwothree", content);
        Assert.Matches($"^streaming/{before:yyyy/MM}/plain-1-[0-9]{{4}}(-[0-9]{{2}}){{5}}-[0-9a-f-]{{36}}$", key);
    }

    [Fact]
    public async Task ADelimiterIsAddedWhereItIsConfigured()
    {
        await s3.PutBucketAsync("delimited");
        await firehose.CreateAsync("delimited", "delimited", configure: destination => destination.ProcessingConfiguration = new ProcessingConfiguration
        {
            Enabled = true,
            Processors =
            [
                new Processor { Type = ProcessorType.AppendDelimiterToRecord, Parameters = [new() { ParameterName = ProcessorParameterName.Delimiter, ParameterValue = "\\n" }] },
            ],
        });
        await firehose.PutAsync("delimited", ["a", "b"]);
        Assert.Equal("a\nb\n", Assert.Single(await ArrivalAsync("delimited")).Value);
    }

    [Fact]
    public async Task AFullBufferIsDeliveredLongBeforeItsInterval()
    {
        await s3.PutBucketAsync("full");
        await firehose.CreateAsync("full", "full", interval: 900);
        await firehose.PutAsync("full", Enumerable.Repeat(new string('x', 10_000), 110));
        Assert.Equal(1_100_000, Assert.Single(await ArrivalAsync("full")).Value.Length);
    }

    [Fact]
    public async Task CompressedObjectsEndInGz()
    {
        await s3.PutBucketAsync("zipped");
        await firehose.CreateAsync("zipped", "zipped", configure: destination => destination.CompressionFormat = CompressionFormat.GZIP);
        await firehose.PutAsync("zipped", ["compressed"]);
        var key = Assert.Single(await ArrivalAsync("zipped")).Key;
        Assert.EndsWith(".gz", key, StringComparison.Ordinal);
        using var gzip = new GZipStream((await s3.GetObjectAsync("zipped", key)).ResponseStream, CompressionMode.Decompress);
        Assert.Equal("compressed", await new StreamReader(gzip).ReadToEndAsync());
    }

    [Fact]
    public async Task RecordsWaitForABucketThatDoesNotExistYet()
    {
        await firehose.CreateAsync("early", "early-bucket");
        await firehose.PutRecordAsync(new PutRecordRequest { DeliveryStreamName = "early", Record = StreamFixture.Record("patient") });
        await s3.PutBucketAsync("early-bucket");
        Assert.Equal("patient", Assert.Single(await ArrivalAsync("early-bucket")).Value);
    }

    [Fact]
    public async Task TheLimitsOfARequestAreKept()
    {
        await firehose.CreateAsync("limits", "limits");
        Assert.Equal("ValidationException", await RefusalAsync(Enumerable.Repeat("x", 501)));
        Assert.Equal("ValidationException", await RefusalAsync([new string('x', 1024 * 1000 + 1)]));
        Assert.Equal("InvalidArgumentException", await RefusalAsync(Enumerable.Repeat(new string('x', 1024 * 1000), 5)));
        Assert.Equal(0, (await firehose.PutAsync("limits", Enumerable.Repeat(new string('x', 8000), 500))).FailedPutCount);
    }

    [Fact]
    public async Task AStreamIsDescribedUpdatedAndDeleted()
    {
        await s3.PutBucketAsync("life");
        await firehose.CreateAsync("life", "life", interval: 60);
        await Assert.ThrowsAsync<ResourceInUseException>(() => firehose.CreateAsync("life", "life"));
        var described = (await firehose.DescribeDeliveryStreamAsync(new DescribeDeliveryStreamRequest { DeliveryStreamName = "life" })).DeliveryStreamDescription;
        Assert.Equal((DeliveryStreamStatus.ACTIVE, "1", 60), (described.DeliveryStreamStatus, described.VersionId, described.Destinations[0].ExtendedS3DestinationDescription.BufferingHints.IntervalInSeconds));
        var update = new UpdateDestinationRequest
        {
            DeliveryStreamName = "life", CurrentDeliveryStreamVersionId = "1", DestinationId = described.Destinations[0].DestinationId,
            ExtendedS3DestinationUpdate = new ExtendedS3DestinationUpdate { BufferingHints = new BufferingHints { IntervalInSeconds = 0, SizeInMBs = 2 } },
        };
        await firehose.UpdateDestinationAsync(update);
        await Assert.ThrowsAsync<ConcurrentModificationException>(() => firehose.UpdateDestinationAsync(update));
        await firehose.PutAsync("life", ["x"]);
        Assert.StartsWith("life-2-", (await ArrivalAsync("life")).Keys.Single().Split('/')[^1], StringComparison.Ordinal);
        Assert.Contains("life", (await firehose.ListDeliveryStreamsAsync(new ListDeliveryStreamsRequest { Limit = 100 })).DeliveryStreamNames);
        await firehose.DeleteDeliveryStreamAsync(new DeleteDeliveryStreamRequest { DeliveryStreamName = "life" });
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => firehose.PutAsync("life", ["x"]));
    }

    [Fact]
    public async Task WhatIsBufferedIsDeliveredBeforeAStreamGoes()
    {
        await s3.PutBucketAsync("last");
        await firehose.CreateAsync("last", "last", interval: 900);
        await firehose.PutAsync("last", ["farewell"]);
        await firehose.DeleteDeliveryStreamAsync(new DeleteDeliveryStreamRequest { DeliveryStreamName = "last" });
        Assert.Equal("farewell", Assert.Single(await s3.ReadAllAsync("last")).Value);
    }

    [Fact]
    public async Task AWrongDestinationIsRefusedInWords()
    {
        var error = await Assert.ThrowsAsync<InvalidArgumentException>(() => firehose.CreateAsync("wrong", "wrong", configure: destination => destination.ErrorOutputPrefix = null));
        Assert.Contains("ErrorOutputPrefix", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<InvalidArgumentException>(() => firehose.CreateAsync("wrong", "wrong", interval: 901));
        Assert.Contains("IntervalInSeconds", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidArgumentException>(() => firehose.CreateAsync("wrong", "wrong", configure: destination => destination.Prefix = "!{partitionKeyFromQuery:id}/"));
    }

    private async Task<string> RefusalAsync(IEnumerable<string> records) =>
        (await Assert.ThrowsAnyAsync<AmazonKinesisFirehoseException>(() => firehose.PutAsync("limits", records))).ErrorCode;

    private Task<SortedDictionary<string, string>> ArrivalAsync(string bucket) =>
        Eventually.IsAsync(() => s3.ReadAllAsync(bucket), contents => contents.Count > 0, $"an object in {bucket}");
}
