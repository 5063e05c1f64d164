using SakilaPortal.LocalAws.Athena.WorkGroups;

namespace SakilaPortal.LocalAws.Athena.Executions;

// https://docs.aws.amazon.com/athena/latest/APIReference/API_QueryExecution.html
internal sealed record QueryExecution(string QueryExecutionId, string Query, string StatementType, string WorkGroup)
{
    public string? SubstatementType { get; init; }
    public QueryExecutionContext? QueryExecutionContext { get; init; }
    public ResultConfiguration? ResultConfiguration { get; init; }
    public ResultReuseConfiguration? ResultReuseConfiguration { get; init; }
    public List<string>? ExecutionParameters { get; init; }
    public EngineVersion EngineVersion { get; init; } = EngineVersion.Three;
    public QueryExecutionStatus Status { get; init; } = new(QueryState.Queued, default);
    public QueryExecutionStatistics Statistics { get; init; } = new();
}

internal static class QueryState
{
    public const string Queued = "QUEUED";
    public const string Running = "RUNNING";
    public const string Succeeded = "SUCCEEDED";
    public const string Failed = "FAILED";
    public const string Cancelled = "CANCELLED";

    public static bool IsFinal(string state) => state is Succeeded or Failed or Cancelled;
}

internal sealed record QueryExecutionStatus(string State, DateTimeOffset SubmissionDateTime)
{
    public string? StateChangeReason { get; init; }
    public DateTimeOffset? CompletionDateTime { get; init; }
    public AthenaError? AthenaError { get; init; }
}

/// <param name="ErrorCategory">1 for the service, 2 for the user, 3 for other causes.</param>
internal sealed record AthenaError(int ErrorCategory, int ErrorType, bool Retryable, string ErrorMessage);

internal sealed record QueryExecutionStatistics
{
    public long? EngineExecutionTimeInMillis { get; init; }
    public long? DataScannedInBytes { get; init; }
    public string? DataManifestLocation { get; init; }
    public long? TotalExecutionTimeInMillis { get; init; }
    public long? QueryQueueTimeInMillis { get; init; }
    public long? QueryPlanningTimeInMillis { get; init; }
    public long? ServiceProcessingTimeInMillis { get; init; }
    public ResultReuseInformation? ResultReuseInformation { get; init; }
}

internal sealed record ResultReuseInformation(bool ReusedPreviousResult);

internal sealed record QueryExecutionContext(string? Database, string? Catalog);

internal sealed record ResultReuseConfiguration(ResultReuseByAgeConfiguration? ResultReuseByAgeConfiguration);

internal sealed record ResultReuseByAgeConfiguration(bool Enabled, int? MaxAgeInMinutes);

internal sealed record StartQueryExecutionRequest
{
    public required string QueryString { get; init; }
    public string? ClientRequestToken { get; init; }
    public QueryExecutionContext? QueryExecutionContext { get; init; }
    public ResultConfiguration? ResultConfiguration { get; init; }
    public string? WorkGroup { get; init; }
    public List<string>? ExecutionParameters { get; init; }
    public ResultReuseConfiguration? ResultReuseConfiguration { get; init; }
}

internal sealed record StartQueryExecutionResponse(string QueryExecutionId);

internal sealed record QueryExecutionIdRequest
{
    public required string QueryExecutionId { get; init; }
}

internal sealed record GetQueryExecutionResponse(QueryExecution QueryExecution);

internal sealed record ListQueryExecutionsRequest(int? MaxResults, string? NextToken, string? WorkGroup);

internal sealed record ListQueryExecutionsResponse(List<string> QueryExecutionIds, string? NextToken);

internal sealed record BatchGetQueryExecutionRequest
{
    public required List<string> QueryExecutionIds { get; init; }
}

internal sealed record BatchGetQueryExecutionResponse(List<QueryExecution> QueryExecutions, List<UnprocessedQueryExecutionId> UnprocessedQueryExecutionIds);

internal sealed record UnprocessedQueryExecutionId(string QueryExecutionId, string ErrorCode, string ErrorMessage);
