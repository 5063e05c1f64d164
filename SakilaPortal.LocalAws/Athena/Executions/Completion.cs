namespace SakilaPortal.LocalAws.Athena.Executions;

/// <summary>How an execution's record ends.</summary>
internal static class Completion
{
    public static ExecutionEntry Cancelled(ExecutionEntry entry, string reason, DateTimeOffset at) => Ended(entry, QueryState.Cancelled, at, reason, null);

    public static ExecutionEntry Failed(ExecutionEntry entry, string reason, bool isUsers, DateTimeOffset at) =>
        Ended(entry, QueryState.Failed, at, reason, isUsers ? new(2, 1006, false, reason) : new(1, 401, true, reason));

    public static ExecutionEntry Succeeded(ExecutionEntry entry, DateTimeOffset at) => Ended(entry, QueryState.Succeeded, at, null, null);

    private static ExecutionEntry Ended(ExecutionEntry entry, string state, DateTimeOffset at, string? reason, AthenaError? error)
    {
        var execution = entry.Execution;
        var total = (long)(at - execution.Status.SubmissionDateTime).TotalMilliseconds;
        var queued = execution.Statistics.QueryQueueTimeInMillis ?? total;
        return entry with
        {
            Execution = execution with
            {
                Status = execution.Status with { State = state, StateChangeReason = reason, CompletionDateTime = at, AthenaError = error },
                Statistics = execution.Statistics with
                {
                    TotalExecutionTimeInMillis = total,
                    QueryQueueTimeInMillis = queued,
                    EngineExecutionTimeInMillis = execution.Statistics.EngineExecutionTimeInMillis ?? total - queued,
                    DataScannedInBytes = execution.Statistics.DataScannedInBytes ?? 0,
                    ResultReuseInformation = execution.Statistics.ResultReuseInformation ?? new(false),
                },
            },
        };
    }
}
