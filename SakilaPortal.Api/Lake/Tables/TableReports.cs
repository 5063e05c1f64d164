using SakilaPortal.Api.Reports;

namespace SakilaPortal.Api.Lake.Tables;

/// <summary>Which reports read which tables, by the names in their texts.</summary>
internal sealed class TableReports(NamedQueries queries)
{
    /// <param name="tables">As <c>database.table</c>.</param>
    public async Task<IReadOnlyList<ReportOfTables>> ReadAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken)
    {
        var reports = await queries.ListAsync(cancellationToken);
        return [.. reports.Select(report => new ReportOfTables(report.NamedQueryId, report.Name, Read(report.QueryString, report.Database, tables)))];
    }

    private static HashSet<string> Read(string sql, string database, IReadOnlyCollection<string> tables) =>
        [.. TablesRead.Named(sql, database).Select(name => $"{name.Database}.{name.Name}").Intersect(tables)];
}

internal sealed record ReportOfTables(string Id, string Name, IReadOnlySet<string> Tables);
