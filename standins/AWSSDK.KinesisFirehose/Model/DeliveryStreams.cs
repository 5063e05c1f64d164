using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

public class CreateDeliveryStreamRequest : AmazonKinesisFirehoseRequest
{
    public string DeliveryStreamName { get; set; }
    public DeliveryStreamType DeliveryStreamType { get; set; }
    public S3DestinationConfiguration S3DestinationConfiguration { get; set; }
    public ExtendedS3DestinationConfiguration ExtendedS3DestinationConfiguration { get; set; }
    public List<Tag> Tags { get; set; }
}

public class CreateDeliveryStreamResponse : AmazonWebServiceResponse
{
    public string DeliveryStreamARN { get; set; }
}

public class DescribeDeliveryStreamRequest : AmazonKinesisFirehoseRequest
{
    public string DeliveryStreamName { get; set; }
    public int? Limit { get; set; }
    public string ExclusiveStartDestinationId { get; set; }
}

public class DeliveryStreamDescription
{
    public string DeliveryStreamName { get; set; }
    public string DeliveryStreamARN { get; set; }
    public DeliveryStreamStatus DeliveryStreamStatus { get; set; }
    public FailureDescription FailureDescription { get; set; }
    public DeliveryStreamType DeliveryStreamType { get; set; }
    public string VersionId { get; set; }
    public DateTime? CreateTimestamp { get; set; }
    public DateTime? LastUpdateTimestamp { get; set; }
    public List<DestinationDescription> Destinations { get; set; }
    public bool? HasMoreDestinations { get; set; }
}

public class DescribeDeliveryStreamResponse : AmazonWebServiceResponse
{
    public DeliveryStreamDescription DeliveryStreamDescription { get; set; }
}

public class ListDeliveryStreamsRequest : AmazonKinesisFirehoseRequest
{
    public int? Limit { get; set; }
    public DeliveryStreamType DeliveryStreamType { get; set; }
    public string ExclusiveStartDeliveryStreamName { get; set; }
}

public class ListDeliveryStreamsResponse : AmazonWebServiceResponse
{
    public List<string> DeliveryStreamNames { get; set; }
    public bool? HasMoreDeliveryStreams { get; set; }
}

public class DeleteDeliveryStreamRequest : AmazonKinesisFirehoseRequest
{
    public string DeliveryStreamName { get; set; }
    public bool? AllowForceDelete { get; set; }
}

public class DeleteDeliveryStreamResponse : AmazonWebServiceResponse;

public class UpdateDestinationRequest : AmazonKinesisFirehoseRequest
{
    public string DeliveryStreamName { get; set; }
    public string CurrentDeliveryStreamVersionId { get; set; }
    public string DestinationId { get; set; }
    public S3DestinationUpdate S3DestinationUpdate { get; set; }
    public ExtendedS3DestinationUpdate ExtendedS3DestinationUpdate { get; set; }
}

public class UpdateDestinationResponse : AmazonWebServiceResponse;
