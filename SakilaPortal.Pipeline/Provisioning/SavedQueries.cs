using Amazon.Athena;
using Amazon.Athena.Model;
using Dapper;
using MySqlConnector;
using SakilaPortal.Pipeline.Catalog;

namespace SakilaPortal.Pipeline.Provisioning;

/// <summary>
/// Keeps the reports that the portal ships as named queries. A text of ours that is newer is written over the one that we wrote last; what a
/// person edited, renamed or deleted stays so.
/// </summary>
internal sealed class SavedQueries(IAmazonAthena athena, MySqlDataSource database, TimeProvider time)
{
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var present = await PresentAsync(cancellationToken);
        var written = await WrittenAsync(cancellationToken);
        // An Athena that has none of them is a new one, not one whose reports were all deleted.
        var isNew = !written.Values.Any(last => present.Exists(query => query.NamedQueryId == last.Id));
        foreach (var report in ShippedReport.All)
        {
            var last = written.GetValueOrDefault(report.Name);
            var query = present.Find(query => query.NamedQueryId == last?.Id) ?? present.Find(query => query.Name == report.Name);
            if (query is null && (last is null || isNew))
                await NoteAsync(report, await CreateAsync(report, cancellationToken), cancellationToken);
            else if (query is not null && query.QueryString == report.Sql && (last?.Id, last?.Sql) != (query.NamedQueryId, report.Sql))
                await NoteAsync(report, query.NamedQueryId, cancellationToken);
            else if (query is not null && query.NamedQueryId == last?.Id && query.QueryString == last.Sql && last.Sql != report.Sql)
                await UpdateAsync(query, report, cancellationToken);
        }
    }

    private async Task<string> CreateAsync(ShippedReport report, CancellationToken cancellationToken) => (await athena.CreateNamedQueryAsync(new()
    {
        Name = report.Name,
        Description = report.Description,
        Database = Databases.Curated,
        WorkGroup = WorkGroups.Analysts,
        QueryString = report.Sql,
    }, cancellationToken)).NamedQueryId;

    private async Task UpdateAsync(NamedQuery query, ShippedReport report, CancellationToken cancellationToken)
    {
        await athena.UpdateNamedQueryAsync(
            new() { NamedQueryId = query.NamedQueryId, Name = query.Name, Description = report.Description, QueryString = report.Sql }, cancellationToken);
        await NoteAsync(report, query.NamedQueryId, cancellationToken);
    }

    private async Task<List<NamedQuery>> PresentAsync(CancellationToken cancellationToken)
    {
        var queries = new List<NamedQuery>();
        var request = new ListNamedQueriesRequest { WorkGroup = WorkGroups.Analysts };
        do
        {
            var page = await athena.ListNamedQueriesAsync(request, cancellationToken);
            // BatchGetNamedQuery takes at most 50 ids, which is also a page's default length.
            if (page.NamedQueryIds is { Count: > 0 } ids)
                queries.AddRange((await athena.BatchGetNamedQueryAsync(new() { NamedQueryIds = ids }, cancellationToken)).NamedQueries);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        return queries;
    }

    private async Task<Dictionary<string, Written>> WrittenAsync(CancellationToken cancellationToken)
    {
        const string sql = "SELECT report_name AS Name, report_id AS Id, sql_text AS `Sql` FROM portal.shipped_report";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Written>(new(sql, cancellationToken: cancellationToken))).ToDictionary(row => row.Name);
    }

    private async Task NoteAsync(ShippedReport report, string id, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.shipped_report (report_name, report_id, sql_text, written_at) VALUES (@Name, @id, @Sql, @now)
            ON DUPLICATE KEY UPDATE report_id = @id, sql_text = @Sql, written_at = @now
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = new { report.Name, id, report.Sql, now = time.GetUtcNow().UtcDateTime };
        await connection.ExecuteAsync(new(sql, row, cancellationToken: cancellationToken));
    }

    private sealed record Written(string Name, string Id, string Sql);
}
