using System.Globalization;
using Amazon.Athena;
using Amazon.Athena.Model;
using SakilaPortal.Pipeline.Provisioning;

namespace SakilaPortal.Pipeline.Transforms;

/// <summary>Runs SQL through Athena, in the workgroup of the transforms.</summary>
internal sealed class AthenaQueries(IAmazonAthena athena, TimeProvider time)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(20), LongestWait = TimeSpan.FromMilliseconds(500);

    /// <exception cref="QueryFailedException">Athena gave up on it.</exception>
    public async Task<string> RunAsync(string sql, CancellationToken cancellationToken)
    {
        var started = await athena.StartQueryExecutionAsync(new() { QueryString = sql, WorkGroup = WorkGroups.Pipeline }, cancellationToken);
        try
        {
            for (var wait = FirstLook; ; wait = wait * 1.5 < LongestWait ? wait * 1.5 : LongestWait)
            {
                await Task.Delay(wait, time, cancellationToken);
                var request = new GetQueryExecutionRequest { QueryExecutionId = started.QueryExecutionId };
                var status = (await athena.GetQueryExecutionAsync(request, cancellationToken)).QueryExecution.Status;
                if (status.State == QueryExecutionState.SUCCEEDED)
                    return started.QueryExecutionId;
                if (status.State == QueryExecutionState.FAILED || status.State == QueryExecutionState.CANCELLED)
                    throw new QueryFailedException(status.StateChangeReason ?? $"The query was {status.State}.", sql);
            }
        }
        catch (OperationCanceledException)
        {
            await athena.StopQueryExecutionAsync(new() { QueryExecutionId = started.QueryExecutionId }, CancellationToken.None);
            throw;
        }
    }

    /// <summary>The rows that a query answers, at most a page of them; a NULL is null.</summary>
    public async Task<List<string[]>> RowsAsync(string sql, CancellationToken cancellationToken)
    {
        var id = await RunAsync(sql, cancellationToken);
        var results = await athena.GetQueryResultsAsync(new() { QueryExecutionId = id }, cancellationToken);
        // The first row of a SELECT's results is its column names.
        return [.. results.ResultSet.Rows.Skip(1).Select(row => row.Data.Select(datum => datum.VarCharValue).ToArray())];
    }

    /// <summary>The one number that a query answers.</summary>
    public async Task<long> NumberAsync(string sql, CancellationToken cancellationToken)
    {
        var numbers = await NumbersAsync(sql, cancellationToken);
        return numbers.Single();
    }

    /// <summary>The numbers of the one column that a query answers.</summary>
    public async Task<IReadOnlyList<long>> NumbersAsync(string sql, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        var request = new GetQueryResultsRequest { QueryExecutionId = await RunAsync(sql, cancellationToken) };
        do
        {
            var page = await athena.GetQueryResultsAsync(request, cancellationToken);
            rows.AddRange(page.ResultSet.Rows);
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        // The first row of a SELECT's results is its column names.
        return [.. rows.Skip(1).Select(row => long.Parse(row.Data[0].VarCharValue, CultureInfo.InvariantCulture))];
    }
}

internal sealed class QueryFailedException(string reason, string sql) : Exception($"Athena: {reason} The query began: {sql[..Math.Min(sql.Length, 200)]}");
