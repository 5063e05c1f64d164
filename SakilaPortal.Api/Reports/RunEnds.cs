using System.Text.Json;
using Amazon.Athena;
using Amazon.Athena.Model;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>How runs go, as Athena tells it; how they ended is written down, so that it is known longer than Athena keeps it.</summary>
internal sealed class RunEnds(IAmazonAthena athena, RunBook book, StoredResults results, ResultFiles files, TablesRead tables, TableStates states)
{
    private const int LongestReason = 2000;

    public async Task<Run> DescribeAsync(RunRow row, CancellationToken cancellationToken)
    {
        if (row.State is not null)
            return row.ToRun();
        var execution = (await athena.GetQueryExecutionAsync(new() { QueryExecutionId = row.RunId }, cancellationToken)).QueryExecution;
        var ended = await EndAsync(row, execution, cancellationToken);
        return (ended.State is null ? Shown(ended, execution) : ended).ToRun();
    }

    /// <summary>The rows with how they ended, where they have meanwhile.</summary>
    public async Task<IReadOnlyList<RunRow>> RefreshAsync(IReadOnlyList<RunRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Where(row => row.State is null).Select(row => row.RunId).ToList() is not { Count: > 0 } open)
            return rows;
        var executions = (await athena.BatchGetQueryExecutionAsync(new() { QueryExecutionIds = open }, cancellationToken)).QueryExecutions
            .ToDictionary(execution => execution.QueryExecutionId);
        var refreshed = new List<RunRow>();
        foreach (var row in rows)
            refreshed.Add(executions.TryGetValue(row.RunId, out var execution) ? await EndAsync(row, execution, cancellationToken) : row);
        return refreshed;
    }

    public Task<bool> IsKeptAsync(RunRow row, CancellationToken cancellationToken) => files.ExistsAsync(row.OutputLocation!, cancellationToken);

    private async Task<RunRow> EndAsync(RunRow row, QueryExecution execution, CancellationToken cancellationToken)
    {
        var state = execution.Status.State;
        if (state != QueryExecutionState.SUCCEEDED && state != QueryExecutionState.FAILED && state != QueryExecutionState.CANCELLED)
            return row;
        var ended = Shown(row, execution) with { EndedAt = execution.Status.CompletionDateTime?.ToUniversalTime() };
        ended = ended with { ComputedAt = ended.EndedAt, Reason = ended.Reason is { Length: > LongestReason } reason ? reason[..LongestReason] : ended.Reason };
        if (state == QueryExecutionState.SUCCEEDED)
            ended = await WithResultAsync(await WithWhatWasReadAsync(ended, cancellationToken), cancellationToken);
        await book.EndAsync(ended, cancellationToken);
        return ended;
    }

    // The versions were noted before the query was queued. Of a table that moved before it ended either may have been read, so that the run names
    // none and nobody takes its result over.
    private async Task<RunRow> WithWhatWasReadAsync(RunRow row, CancellationToken cancellationToken)
    {
        if (row is not { AsOf: null, Buffered: null, DatabaseName: { } database, EndedAt: { } ended })
            return row;
        var read = (await tables.OfAsync(row.SqlText, database, cancellationToken)).ToDictionary(table => table.FullName);
        var known = new List<TableState>();
        foreach (var noted in row.States)
            known.Add(read.TryGetValue(noted.Table, out var table) && await states.StayedAsync(table, noted, ended, cancellationToken) ? noted : noted.OrLater());
        return known.SequenceEqual(row.States) ? row : row with { TablesRead = JsonSerializer.Serialize(known), Question = null };
    }

    private async Task<RunRow> WithResultAsync(RunRow row, CancellationToken cancellationToken)
    {
        var first = await athena.GetQueryResultsAsync(new() { QueryExecutionId = row.RunId, MaxResults = 1 }, cancellationToken);
        ResultColumn[] columns = [.. first.ResultSet.ResultSetMetadata.ColumnInfo.Select(ToColumn)];
        row = row with { ColumnsJson = JsonSerializer.Serialize(columns) };
        return row with { RowCount = (await results.OpenAsync(row, cancellationToken))?.RowCount };
    }

    private static RunRow Shown(RunRow row, QueryExecution execution)
    {
        var (state, statistics) = (execution.Status.State, execution.Statistics);
        var scanned = statistics?.DataScannedInBytes ?? 0;
        return row with
        {
            State = state.Value, Reason = execution.Status.StateChangeReason, BytesScanned = scanned, Cost = ScanCost.Of(scanned, state),
            QueueMs = statistics?.QueryQueueTimeInMillis ?? 0, EngineMs = statistics?.EngineExecutionTimeInMillis ?? 0,
            TotalMs = statistics?.TotalExecutionTimeInMillis ?? 0, OutputLocation = execution.ResultConfiguration.OutputLocation,
        };
    }

    private static ResultColumn ToColumn(ColumnInfo column) => new(column.Name, column.Type == "decimal" ? $"decimal({column.Precision},{column.Scale})" : column.Type);
}
