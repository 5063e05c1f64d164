namespace SakilaPortal.LocalAws.Firehose;

// The requests and responses of https://docs.aws.amazon.com/firehose/latest/APIReference/API_Operations.html that are served here.

internal sealed record CreateDeliveryStreamRequest
{
    public required string DeliveryStreamName { get; init; }
    public string? DeliveryStreamType { get; init; }
    public Destination? S3DestinationConfiguration { get; init; }
    public Destination? ExtendedS3DestinationConfiguration { get; init; }
}

internal sealed record CreateDeliveryStreamResponse(string DeliveryStreamARN);

internal sealed record StreamNameRequest { public required string DeliveryStreamName { get; init; } }

internal sealed record DestinationDescription(string DestinationId, Destination S3DestinationDescription, Destination? ExtendedS3DestinationDescription);

internal sealed record DeliveryStreamDescription(
    string DeliveryStreamName, string DeliveryStreamARN, string DeliveryStreamStatus, string DeliveryStreamType, string VersionId,
    DateTimeOffset CreateTimestamp, DateTimeOffset? LastUpdateTimestamp, List<DestinationDescription> Destinations, bool HasMoreDestinations);

internal sealed record DescribeDeliveryStreamResponse(DeliveryStreamDescription DeliveryStreamDescription);

internal sealed record ListDeliveryStreamsRequest(int? Limit, string? DeliveryStreamType, string? ExclusiveStartDeliveryStreamName);
internal sealed record ListDeliveryStreamsResponse(List<string> DeliveryStreamNames, bool HasMoreDeliveryStreams);

internal sealed record UpdateDestinationRequest
{
    public required string DeliveryStreamName { get; init; }
    public required string CurrentDeliveryStreamVersionId { get; init; }
    public required string DestinationId { get; init; }
    public Destination? S3DestinationUpdate { get; init; }
    public Destination? ExtendedS3DestinationUpdate { get; init; }
}

internal sealed record Record { public required byte[] Data { get; init; } }

internal sealed record PutRecordRequest
{
    public required string DeliveryStreamName { get; init; }
    public required Record Record { get; init; }
}

internal sealed record PutRecordResponse(string RecordId, bool Encrypted);

internal sealed record PutRecordBatchRequest
{
    public required string DeliveryStreamName { get; init; }
    public required List<Record> Records { get; init; }
}

internal sealed record PutRecordBatchEntry(string? RecordId, string? ErrorCode = null, string? ErrorMessage = null);
internal sealed record PutRecordBatchResponse(int FailedPutCount, bool Encrypted, List<PutRecordBatchEntry> RequestResponses);
