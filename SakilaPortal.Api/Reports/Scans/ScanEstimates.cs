using Amazon.Athena;
using Amazon.Athena.Model;
using SakilaPortal.Api.Reports.Buffered;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports.Scans;

/// <summary>How much a query reads at most.</summary>
internal sealed class ScanEstimates(IAmazonAthena athena, TablesRead tables, TableScans scans, TimeProvider clock)
{
    /// <param name="includeBuffered">Whether it is to count buffered events, which brings tables and columns of its own into the text.</param>
    public async Task<Estimate> OfAsync(NamedQuery query, bool includeBuffered, CancellationToken cancellationToken)
    {
        var asked = athena.GetWorkGroupAsync(new() { WorkGroup = NamedQueries.WorkGroup }, cancellationToken);
        var sql = includeBuffered && BufferedSql.ReadsEvents(query.QueryString, query.Database)
            ? BufferedSql.Include(query.QueryString, BufferedSql.Database, clock.GetUtcNow().UtcDateTime, []).Text
            : query.QueryString;
        var text = new ScannedText(sql, query.Database);
        var read = await tables.OfAsync(sql, query.Database, cancellationToken);
        var estimated = await Task.WhenAll(read.Select(table => scans.EstimateAsync(table, text, cancellationToken)));

        var bytes = estimated.Sum(table => table.Bytes);
        var limit = (await asked).WorkGroup.Configuration.BytesScannedCutoffPerQuery;
        return new(bytes, ScanCost.Of(bytes), limit is null || bytes <= limit, limit, [.. estimated.OrderByDescending(table => table.Bytes)]);
    }
}
