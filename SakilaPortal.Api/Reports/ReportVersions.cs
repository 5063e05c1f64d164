using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>The texts that reports had.</summary>
internal sealed class ReportVersions(MySqlDataSource database, TimeProvider clock)
{
    /// <summary>Who changed a report that came with the lake, before the first change through the portal.</summary>
    public const string Provisioning = "provisioning";

    private const string Columns = "version, report_name name, description, sql_text `sql`, changed_by, changed_at";

    public Task<IReadOnlyList<ReportVersion>> ListAsync(string reportId, CancellationToken cancellationToken)
    {
        const string sql = $"SELECT {Columns} FROM portal.report_version WHERE report_id = @reportId ORDER BY version DESC";
        return database.ListAsync<ReportVersion>(sql, new { reportId }, cancellationToken);
    }

    /// <summary>The newest text; null when none was kept.</summary>
    public Task<ReportVersion?> LastAsync(string reportId, CancellationToken cancellationToken)
    {
        const string sql = $"SELECT {Columns} FROM portal.report_version WHERE report_id = @reportId ORDER BY version DESC LIMIT 1";
        return database.FirstAsync<ReportVersion>(sql, new { reportId }, cancellationToken);
    }

    /// <summary>Who wrote the first text of each report that was written or changed through the portal.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OwnersAsync(CancellationToken cancellationToken) =>
        (await database.ListAsync<OwnerRow>("SELECT report_id, changed_by FROM portal.report_version WHERE version = 1", null, cancellationToken))
            .ToDictionary(row => row.ReportId, row => row.ChangedBy);

    private sealed record OwnerRow(string ReportId, string ChangedBy);

    /// <summary>Keeps a text as the newest version, unless it is that already.</summary>
    /// <param name="write">What comes with it: if that fails, the text is not kept.</param>
    /// <returns>The newest version's number.</returns>
    public Task<int> KeepAsync(string changedBy, Report report, CancellationToken cancellationToken, Func<Task>? write = null) => database.InTransactionAsync(async transaction =>
    {
        const string find = $"SELECT {Columns} FROM portal.report_version WHERE report_id = @Id ORDER BY version DESC LIMIT 1 FOR UPDATE";
        const string insert = """
            INSERT INTO portal.report_version (report_id, version, report_name, description, sql_text, changed_by, changed_at)
            VALUES (@Id, @version, @Name, @Description, @Sql, @changedBy, @now)
            """;
        var last = await transaction.FirstAsync<ReportVersion>(find, report, cancellationToken);
        var isSame = last is not null && (last.Name, last.Description, last.Sql) == (report.Name, report.Description, report.Sql);
        var version = (last?.Version ?? 0) + (isSame ? 0 : 1);
        if (!isSame)
            await transaction.ExecuteAsync(insert, new { report.Id, report.Name, report.Description, report.Sql, version, changedBy, now = clock.GetUtcNow().UtcDateTime }, cancellationToken);
        if (write is not null)
            await write();
        await transaction.CommitAsync(cancellationToken);
        return version;
    }, cancellationToken);
}
