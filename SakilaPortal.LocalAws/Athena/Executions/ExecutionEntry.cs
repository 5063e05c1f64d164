using SakilaPortal.LocalAws.Athena.Results;

namespace SakilaPortal.LocalAws.Athena.Executions;

/// <summary>A query execution with what we keep of it besides what the service tells.</summary>
/// <param name="Token">The caller's request token: the same one again is the same execution.</param>
internal sealed record ExecutionEntry(QueryExecution Execution, string? Token)
{
    public List<ColumnInfo>? Columns { get; init; }

    public long? RowCount { get; init; }

    /// <summary>Identifies the answer: equal ones come of the same query over the same files.</summary>
    public string? Fingerprint { get; init; }

    public string Id => Execution.QueryExecutionId;

    public string State => Execution.Status.State;
}
