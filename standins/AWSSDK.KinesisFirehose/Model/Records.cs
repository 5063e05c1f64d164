using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

public class Record
{
    public MemoryStream Data { get; set; }
}

public class PutRecordRequest : AmazonKinesisFirehoseRequest
{
    public string DeliveryStreamName { get; set; }
    public Record Record { get; set; }
}

public class PutRecordResponse : AmazonWebServiceResponse
{
    public string RecordId { get; set; }
    public bool? Encrypted { get; set; }
}

public class PutRecordBatchRequest : AmazonKinesisFirehoseRequest
{
    public string DeliveryStreamName { get; set; }
    public List<Record> Records { get; set; }
}

public class PutRecordBatchResponseEntry
{
    public string RecordId { get; set; }
    public string ErrorCode { get; set; }
    public string ErrorMessage { get; set; }
}

public class PutRecordBatchResponse : AmazonWebServiceResponse
{
    public int? FailedPutCount { get; set; }
    public bool? Encrypted { get; set; }
    public List<PutRecordBatchResponseEntry> RequestResponses { get; set; }
}
