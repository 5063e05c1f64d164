using Amazon.Athena;
using SakilaPortal.Api.Reports.Buffered;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports.Scans;

/// <summary>How much a query reads at most.</summary>
internal sealed class ScanEstimates(IAmazonAthena athena, TablesRead tables, TableScans scans, TimeProvider clock)
{
    /// <param name="includeBuffered">Whether it is to count buffered events, which brings tables and columns of its own into the text.</param>
    public async Task<Estimate> OfAsync(string reportSql, string database, bool includeBuffered, CancellationToken cancellationToken)
    {
        var asked = athena.GetWorkGroupAsync(new() { WorkGroup = NamedQueries.WorkGroup }, cancellationToken);
        var sql = includeBuffered && BufferedSql.ReadsEvents(reportSql, database)
            ? BufferedSql.Include(reportSql, BufferedSql.Database, clock.GetUtcNow().UtcDateTime, []).Text
            : reportSql;
        var text = new ScannedText(sql, database);
        var read = await tables.OfAsync(sql, database, cancellationToken);
        var estimated = await Task.WhenAll(read.Select(table => scans.EstimateAsync(table, text, cancellationToken)));

        var bytes = estimated.Sum(table => table.Bytes);
        var limit = (await asked).WorkGroup.Configuration.BytesScannedCutoffPerQuery;
        return new(bytes, ScanCost.Of(bytes), limit is null || bytes <= limit, limit, [.. estimated.OrderByDescending(table => table.Bytes)]);
    }
}
