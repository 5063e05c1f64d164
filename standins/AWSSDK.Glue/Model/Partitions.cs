using Amazon.Runtime;

namespace Amazon.Glue.Model;

public class PartitionInput
{
    public List<string> Values { get; set; }
    public DateTime? LastAccessTime { get; set; }
    public StorageDescriptor StorageDescriptor { get; set; }
    public Dictionary<string, string> Parameters { get; set; }
    public DateTime? LastAnalyzedTime { get; set; }
}

public class BatchCreatePartitionRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public string TableName { get; set; }
    public List<PartitionInput> PartitionInputList { get; set; }
}

public class ErrorDetail
{
    public string ErrorCode { get; set; }
    public string ErrorMessage { get; set; }
}

public class PartitionError
{
    public List<string> PartitionValues { get; set; }
    public ErrorDetail ErrorDetail { get; set; }
}

public class BatchCreatePartitionResponse : AmazonWebServiceResponse
{
    public List<PartitionError> Errors { get; set; }
}

public class GetPartitionRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public string TableName { get; set; }
    public List<string> PartitionValues { get; set; }
}

public class Partition
{
    public List<string> Values { get; set; }
    public string DatabaseName { get; set; }
    public string TableName { get; set; }
    public DateTime? CreationTime { get; set; }
    public DateTime? LastAccessTime { get; set; }
    public StorageDescriptor StorageDescriptor { get; set; }
    public Dictionary<string, string> Parameters { get; set; }
    public DateTime? LastAnalyzedTime { get; set; }
    public string CatalogId { get; set; }
}

public class GetPartitionResponse : AmazonWebServiceResponse
{
    public Partition Partition { get; set; }
}

public class Segment
{
    public int? SegmentNumber { get; set; }
    public int? TotalSegments { get; set; }
}

public class GetPartitionsRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public string TableName { get; set; }
    public string Expression { get; set; }
    public string NextToken { get; set; }
    public Segment Segment { get; set; }
    public int? MaxResults { get; set; }
    public bool? ExcludeColumnSchema { get; set; }
}

public class GetPartitionsResponse : AmazonWebServiceResponse
{
    public List<Partition> Partitions { get; set; }
    public string NextToken { get; set; }
}

public class BatchUpdatePartitionRequestEntry
{
    public List<string> PartitionValueList { get; set; }
    public PartitionInput PartitionInput { get; set; }
}

public class BatchUpdatePartitionRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public string TableName { get; set; }
    public List<BatchUpdatePartitionRequestEntry> Entries { get; set; }
}

public class BatchUpdatePartitionFailureEntry
{
    public List<string> PartitionValueList { get; set; }
    public ErrorDetail ErrorDetail { get; set; }
}

public class BatchUpdatePartitionResponse : AmazonWebServiceResponse
{
    public List<BatchUpdatePartitionFailureEntry> Errors { get; set; }
}

public class DeletePartitionRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public string TableName { get; set; }
    public List<string> PartitionValues { get; set; }
}

public class DeletePartitionResponse : AmazonWebServiceResponse;

public class PartitionValueList
{
    public List<string> Values { get; set; }
}

public class BatchDeletePartitionRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public string TableName { get; set; }
    public List<PartitionValueList> PartitionsToDelete { get; set; }
}

public class BatchDeletePartitionResponse : AmazonWebServiceResponse
{
    public List<PartitionError> Errors { get; set; }
}
