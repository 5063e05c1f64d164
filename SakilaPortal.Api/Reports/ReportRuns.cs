using System.Text.Json;
using Amazon.Athena;
using Amazon.Athena.Model;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>Runs of reports. A run is Athena's query execution; MySQL remembers who started it and, once it is known, how large its result is.</summary>
internal sealed class ReportRuns(IAmazonAthena athena, ResultFiles files, MySqlDataSource database, TimeProvider clock)
{
    internal sealed record Row(string RunId, string ReportId, string ReportName, string? ColumnsJson, long? RowCount);

    public async Task<string> StartAsync(
        Report report, string sql, IReadOnlyDictionary<string, string?> parameters, string userName, CancellationToken cancellationToken)
    {
        const string insert = """
            INSERT INTO portal.report_run (run_id, report_id, report_name, sql_text, parameters, started_by, started_at)
            VALUES (@runId, @Id, @Name, @sql, @json, @userName, @now)
            """;
        var started = await athena.StartQueryExecutionAsync(new()
        {
            QueryString = sql,
            QueryExecutionContext = new() { Database = report.Database },
            WorkGroup = NamedQueries.WorkGroup,
            ClientRequestToken = $"{Guid.NewGuid()}",
        }, cancellationToken);
        await database.ExecuteAsync(insert, new
        {
            runId = started.QueryExecutionId, report.Id, report.Name, sql, json = JsonSerializer.Serialize(parameters), userName, now = clock.GetUtcNow().UtcDateTime,
        }, cancellationToken);
        return started.QueryExecutionId;
    }

    public Task<Row?> FindAsync(string id, CancellationToken cancellationToken) => database.FirstAsync<Row>(
        "SELECT run_id, report_id, report_name, columns_json, row_count FROM portal.report_run WHERE run_id = @id", new { id }, cancellationToken);

    public async Task<QueryExecution> ExecutionAsync(string id, CancellationToken cancellationToken) =>
        (await athena.GetQueryExecutionAsync(new() { QueryExecutionId = id }, cancellationToken)).QueryExecution;

    public Task StopAsync(string id, CancellationToken cancellationToken) => athena.StopQueryExecutionAsync(new() { QueryExecutionId = id }, cancellationToken);

    public async Task<Run> DescribeAsync(Row row, CancellationToken cancellationToken)
    {
        var execution = await ExecutionAsync(row.RunId, cancellationToken);
        var (state, statistics) = (execution.Status.State, execution.Statistics);
        var (columns, rowCount) = state == QueryExecutionState.SUCCEEDED ? await ResultAsync(row, execution, cancellationToken) : ([], null);
        var scanned = statistics?.DataScannedInBytes ?? 0;
        return new(row.RunId, row.ReportId, state.Value, execution.Status.StateChangeReason, scanned, ScanCost.Of(scanned, state),
            statistics?.QueryQueueTimeInMillis ?? 0, statistics?.EngineExecutionTimeInMillis ?? 0, statistics?.TotalExecutionTimeInMillis ?? 0,
            statistics?.ResultReuseInformation?.ReusedPreviousResult ?? false, columns, rowCount);
    }

    public Task<GetQueryResultsResponse> ResultsAsync(string id, int rows, string? token, CancellationToken cancellationToken) =>
        athena.GetQueryResultsAsync(new() { QueryExecutionId = id, MaxResults = rows, NextToken = token }, cancellationToken);

    private async Task<(IReadOnlyList<ResultColumn> Columns, long? RowCount)> ResultAsync(
        Row row, QueryExecution execution, CancellationToken cancellationToken)
    {
        if (row.ColumnsJson is not null)
            return (JsonSerializer.Deserialize<IReadOnlyList<ResultColumn>>(row.ColumnsJson)!, row.RowCount);

        const string sql = "UPDATE portal.report_run SET columns_json = @columnsJson, row_count = @rowCount WHERE run_id = @RunId";
        var first = await ResultsAsync(row.RunId, 1, null, cancellationToken);
        ResultColumn[] columns = [.. first.ResultSet.ResultSetMetadata.ColumnInfo.Select(ToColumn)];
        var rowCount = await files.CountRowsAsync(execution, cancellationToken);
        await database.ExecuteAsync(sql, new { row.RunId, columnsJson = JsonSerializer.Serialize(columns), rowCount }, cancellationToken);
        return (columns, rowCount);
    }

    private static ResultColumn ToColumn(ColumnInfo column) => new(column.Name, column.Type == "decimal" ? $"decimal({column.Precision},{column.Scale})" : column.Type);
}
