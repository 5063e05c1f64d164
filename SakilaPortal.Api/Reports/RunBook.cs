using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>The runs of reports in MySQL.</summary>
internal sealed class RunBook(MySqlDataSource database)
{
    private const string Select = """
        SELECT r.*, COALESCE(s.ended_at, r.ended_at) computed_at FROM portal.report_run r LEFT JOIN portal.report_run s ON s.run_id = r.source_run_id
        """;

    public Task AddAsync(RunRow row, CancellationToken cancellationToken) => database.ExecuteAsync("""
        INSERT INTO portal.report_run (run_id, report_id, report_name, report_sql, sql_text, database_name, parameters, tables_read, question, as_of, source_run_id,
            started_by, started_at, state, total_ms, ended_at, output_location, columns_json, row_count, buffered)
        VALUES (@RunId, @ReportId, @ReportName, @ReportSql, @SqlText, @DatabaseName, @Parameters, @TablesRead, @Question, @AsOf, @SourceRunId,
            @StartedBy, @StartedAt, @State, @TotalMs, @EndedAt, @OutputLocation, @ColumnsJson, @RowCount, @Buffered)
        """, row, cancellationToken);

    public Task<RunRow?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.FirstAsync<RunRow>($"{Select} WHERE r.run_id = @id", new { id }, cancellationToken);

    public Task EndAsync(RunRow row, CancellationToken cancellationToken) => database.ExecuteAsync("""
        UPDATE portal.report_run SET state = @State, reason = @Reason, bytes_scanned = @BytesScanned, cost = @Cost, queue_ms = @QueueMs, engine_ms = @EngineMs,
            total_ms = @TotalMs, ended_at = @EndedAt, output_location = @OutputLocation, columns_json = @ColumnsJson, row_count = @RowCount,
            tables_read = @TablesRead, question = @Question
        WHERE run_id = @RunId
        """, row, cancellationToken);

    /// <summary>Runs that computed the answer to a question since a time, the newest first.</summary>
    public Task<IReadOnlyList<RunRow>> AnswersAsync(string question, DateTime since, CancellationToken cancellationToken) => database.ListAsync<RunRow>($"""
        {Select} WHERE r.question = @question AND r.source_run_id IS NULL AND r.started_at >= @since AND (r.state IS NULL OR r.state = 'SUCCEEDED')
        ORDER BY r.started_at DESC LIMIT 5
        """, new { question, since }, cancellationToken);

    public Task<IReadOnlyList<RunRow>> UnfinishedAsync(DateTime since, CancellationToken cancellationToken) =>
        database.ListAsync<RunRow>($"{Select} WHERE r.state IS NULL AND r.started_at >= @since ORDER BY r.started_at DESC LIMIT 50", new { since }, cancellationToken);

    /// <summary>The runs of a report that ended well before another of its runs, the newest first.</summary>
    public Task<IReadOnlyList<RunRow>> BeforeAsync(RunRow row, CancellationToken cancellationToken) => database.ListAsync<RunRow>($"""
        {Select} WHERE r.report_id = @ReportId AND r.state = 'SUCCEEDED' AND r.started_at < @StartedAt AND r.run_id <> @RunId ORDER BY r.started_at DESC LIMIT 50
        """, row, cancellationToken);

    /// <summary>The newest run of each report.</summary>
    public Task<IReadOnlyList<RunRow>> LastOfEachAsync(CancellationToken cancellationToken) => database.ListAsync<RunRow>($"""
        {Select} JOIN (SELECT report_id, MAX(started_at) started_at FROM portal.report_run GROUP BY report_id) newest
        ON newest.report_id = r.report_id AND newest.started_at = r.started_at
        """, null, cancellationToken);

    public Task<RunRow?> LastAsync(string reportId, CancellationToken cancellationToken) =>
        database.FirstAsync<RunRow>($"{Select} WHERE r.report_id = @reportId ORDER BY r.started_at DESC LIMIT 1", new { reportId }, cancellationToken);

    public async Task<(IReadOnlyList<RunRow> Rows, long Total)> ListAsync(RunFilter filter, Paging paging, CancellationToken cancellationToken)
    {
        const string where = """
            WHERE (@ReportId IS NULL OR r.report_id = @ReportId) AND (@StartedBy IS NULL OR r.started_by = @StartedBy)
              AND (@State IS NULL OR COALESCE(r.state, 'RUNNING') = @State)
            """;
        var rows = await database.ListAsync<RunRow>(
            $"{Select} {where} ORDER BY {paging.OrderBy}, r.run_id LIMIT @Size OFFSET @Offset",
            new { filter.ReportId, filter.StartedBy, filter.State, paging.Size, paging.Offset }, cancellationToken);
        return (rows, await database.FirstAsync<long>($"SELECT COUNT(*) FROM portal.report_run r {where}", filter, cancellationToken));
    }

    public Task<IReadOnlyList<PersonRuns>> PeopleAsync(CancellationToken cancellationToken) => database.ListAsync<PersonRuns>("""
        SELECT started_by person, COUNT(*) runs, COALESCE(SUM(state = 'FAILED'), 0) failed, COALESCE(SUM(bytes_scanned), 0) bytes_scanned,
            COALESCE(SUM(cost), 0) cost, MAX(started_at) last_at
        FROM portal.report_run GROUP BY started_by ORDER BY cost DESC, person
        """, null, cancellationToken);
}

internal sealed record RunFilter(string? ReportId, string? StartedBy, string? State);
