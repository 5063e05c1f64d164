using SakilaPortal.LocalAws.Athena.Executions;
using SakilaPortal.LocalAws.Athena.Results;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Athena;

internal sealed partial class AthenaService
{
    private void RegisterExecutions()
    {
        On<StartQueryExecutionRequest, StartQueryExecutionResponse>("StartQueryExecution", async (request, _) => new(await submission.SubmitAsync(request)));
        On<QueryExecutionIdRequest, GetQueryExecutionResponse>("GetQueryExecution", request => new(executions.Get(request.QueryExecutionId).Execution));
        On<BatchGetQueryExecutionRequest, BatchGetQueryExecutionResponse>("BatchGetQueryExecution", BatchGetQueryExecution);
        On<ListQueryExecutionsRequest, ListQueryExecutionsResponse>("ListQueryExecutions", ListQueryExecutions);
        On<QueryExecutionIdRequest, Empty>("StopQueryExecution", async (request, _) =>
        {
            await queue.StopAsync(request.QueryExecutionId);
            return new Empty();
        });
        On<GetQueryResultsRequest, GetQueryResultsResponse>("GetQueryResults", (request, cancellation) => Task.FromResult(GetQueryResults(request, cancellation)));
    }

    private BatchGetQueryExecutionResponse BatchGetQueryExecution(BatchGetQueryExecutionRequest request)
    {
        var found = request.QueryExecutionIds.Select(executions.Find).OfType<ExecutionEntry>().Select(entry => entry.Execution).ToList();
        var missing = request.QueryExecutionIds.Except(found.Select(execution => execution.QueryExecutionId))
            .Select(id => new UnprocessedQueryExecutionId(id, "INVALID_REQUEST", $"QueryExecution {id} was not found"));
        return new(found, [.. missing]);
    }

    private ListQueryExecutionsResponse ListQueryExecutions(ListQueryExecutionsRequest request)
    {
        if (request.MaxResults is < 1 or > PageLimit) throw new AwsException("InvalidRequestException", $"MaxResults must be from 1 to {PageLimit}, not {request.MaxResults}.");
        var size = request.MaxResults ?? PageLimit;
        var ids = executions.Of(workGroups.Get(request.WorkGroup).Name)
            .Where(id => request.NextToken is null || string.CompareOrdinal(id, request.NextToken) < 0).Take(size + 1).ToList();
        return ids.Count > size ? new(ids[..size], ids[size - 1]) : new(ids, null);
    }

    private GetQueryResultsResponse GetQueryResults(GetQueryResultsRequest request, CancellationToken cancellation)
    {
        var entry = executions.Get(request.QueryExecutionId);
        return entry.State == QueryState.Succeeded
            ? results.Page(entry, request, cancellation)
            : throw new AwsException("InvalidRequestException", entry.State is QueryState.Failed or QueryState.Cancelled
                ? $"Query did not finish successfully. Final query state: {entry.State}"
                : $"Query has not yet finished. Current state: {entry.State}");
    }
}
