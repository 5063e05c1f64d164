using SakilaPortal.Api.Lake.Tables;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Tracing;

/// <summary>The last hops: the reports that read a table which has the row.</summary>
internal sealed class CountingReports(TableReports reports)
{
    /// <param name="tables">The tables that have the row, with the time from which they do; null when they do not yet.</param>
    public async Task<IEnumerable<TraceHop>> OfAsync(IReadOnlyDictionary<string, DateTime?> tables, string? waitsFor, CancellationToken cancellationToken) =>
        from report in await reports.ReadAsync([.. tables.Keys], cancellationToken)
        where report.Tables.Count > 0
        let last = report.Tables.All(table => tables[table] is not null) ? report.Tables.Max(table => tables[table]) : null
        select new TraceHop("report", report.Name, last, last is null ? "waiting" : "done", last is null ? waitsFor : null, $"/reports/{report.Id}");
}
