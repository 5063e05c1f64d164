using Amazon.Athena;
using Amazon.Athena.Model;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports.Scans;

/// <summary>How much a query reads at most.</summary>
internal sealed class ScanEstimates(IAmazonAthena athena, TablesRead tables, TableScans scans)
{
    public async Task<Estimate> OfAsync(NamedQuery query, CancellationToken cancellationToken)
    {
        var asked = athena.GetWorkGroupAsync(new() { WorkGroup = NamedQueries.WorkGroup }, cancellationToken);
        var text = new ScannedText(query.QueryString, query.Database);
        var read = await tables.OfAsync(query.QueryString, query.Database, cancellationToken);
        var estimated = await Task.WhenAll(read.Select(table => scans.EstimateAsync(table, text, cancellationToken)));

        var bytes = estimated.Sum(table => table.Bytes);
        var limit = (await asked).WorkGroup.Configuration.BytesScannedCutoffPerQuery;
        return new(bytes, ScanCost.Of(bytes), limit is null || bytes <= limit, limit, [.. estimated.OrderByDescending(table => table.Bytes)]);
    }
}
