using Amazon.Runtime;

namespace Amazon.Athena.Model;

public class QueryExecutionContext
{
    public string Database { get; set; }
    public string Catalog { get; set; }
}

public class ResultReuseByAgeConfiguration
{
    public bool? Enabled { get; set; }
    public int? MaxAgeInMinutes { get; set; }
}

public class ResultReuseConfiguration
{
    public ResultReuseByAgeConfiguration ResultReuseByAgeConfiguration { get; set; }
}

public class StartQueryExecutionRequest : AmazonAthenaRequest
{
    public string QueryString { get; set; }
    public string ClientRequestToken { get; set; }
    public QueryExecutionContext QueryExecutionContext { get; set; }
    public ResultConfiguration ResultConfiguration { get; set; }
    public string WorkGroup { get; set; }
    public List<string> ExecutionParameters { get; set; }
    public ResultReuseConfiguration ResultReuseConfiguration { get; set; }
}

public class StartQueryExecutionResponse : AmazonWebServiceResponse
{
    public string QueryExecutionId { get; set; }
}

public class GetQueryExecutionRequest : AmazonAthenaRequest
{
    public string QueryExecutionId { get; set; }
}

public class AthenaError
{
    public int? ErrorCategory { get; set; }
    public int? ErrorType { get; set; }
    public bool? Retryable { get; set; }
    public string ErrorMessage { get; set; }
}

public class QueryExecutionStatus
{
    public QueryExecutionState State { get; set; }
    public string StateChangeReason { get; set; }
    public DateTime? SubmissionDateTime { get; set; }
    public DateTime? CompletionDateTime { get; set; }
    public AthenaError AthenaError { get; set; }
}

public class ResultReuseInformation
{
    public bool? ReusedPreviousResult { get; set; }
}

public class QueryExecutionStatistics
{
    public long? EngineExecutionTimeInMillis { get; set; }
    public long? DataScannedInBytes { get; set; }
    public string DataManifestLocation { get; set; }
    public long? TotalExecutionTimeInMillis { get; set; }
    public long? QueryQueueTimeInMillis { get; set; }
    public long? QueryPlanningTimeInMillis { get; set; }
    public long? ServiceProcessingTimeInMillis { get; set; }
    public ResultReuseInformation ResultReuseInformation { get; set; }
}

public class QueryExecution
{
    public string QueryExecutionId { get; set; }
    public string Query { get; set; }
    public StatementType StatementType { get; set; }
    public ResultConfiguration ResultConfiguration { get; set; }
    public ResultReuseConfiguration ResultReuseConfiguration { get; set; }
    public QueryExecutionContext QueryExecutionContext { get; set; }
    public QueryExecutionStatus Status { get; set; }
    public QueryExecutionStatistics Statistics { get; set; }
    public string WorkGroup { get; set; }
    public EngineVersion EngineVersion { get; set; }
    public List<string> ExecutionParameters { get; set; }
}

public class GetQueryExecutionResponse : AmazonWebServiceResponse
{
    public QueryExecution QueryExecution { get; set; }
}

public class BatchGetQueryExecutionRequest : AmazonAthenaRequest
{
    public List<string> QueryExecutionIds { get; set; }
}

public class UnprocessedQueryExecutionId
{
    public string QueryExecutionId { get; set; }
    public string ErrorCode { get; set; }
    public string ErrorMessage { get; set; }
}

public class BatchGetQueryExecutionResponse : AmazonWebServiceResponse
{
    public List<QueryExecution> QueryExecutions { get; set; }
    public List<UnprocessedQueryExecutionId> UnprocessedQueryExecutionIds { get; set; }
}

public class StopQueryExecutionRequest : AmazonAthenaRequest
{
    public string QueryExecutionId { get; set; }
}

public class StopQueryExecutionResponse : AmazonWebServiceResponse;

public class ListQueryExecutionsRequest : AmazonAthenaRequest
{
    public string NextToken { get; set; }
    public int? MaxResults { get; set; }
    public string WorkGroup { get; set; }
}

public class ListQueryExecutionsResponse : AmazonWebServiceResponse
{
    public List<string> QueryExecutionIds { get; set; }
    public string NextToken { get; set; }
}
