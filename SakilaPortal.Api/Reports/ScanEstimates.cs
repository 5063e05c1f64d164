using Amazon.Athena;
using Amazon.Athena.Model;
using Amazon.Glue.Model;
using Amazon.S3;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Lake;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>How much a query reads at most: all files of every table that its text names.</summary>
internal sealed class ScanEstimates(IAmazonAthena athena, GlueTables catalogue, IAmazonS3 s3, MySqlDataSource database)
{
    public async Task<Estimate> OfAsync(NamedQuery query, CancellationToken cancellationToken)
    {
        var names = SqlTokens.Read(query.QueryString)
            .Where(token => token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName)
            .Select(token => token.In(query.QueryString).Trim('"').ToLowerInvariant())
            .ToHashSet();

        var bytes = 0L;
        foreach (var zone in GlueTables.Zones.Where(zone => zone == query.Database || names.Contains(zone)))
            foreach (var table in await catalogue.ListAsync(zone, cancellationToken))
                if (names.Contains(table.Name))
                    bytes += await SizeAsync(table, cancellationToken);

        var group = (await athena.GetWorkGroupAsync(new() { WorkGroup = NamedQueries.WorkGroup }, cancellationToken)).WorkGroup;
        return new(bytes, ScanCost.Of(bytes), group.Configuration.BytesScannedCutoffPerQuery is not { } limit || bytes <= limit);
    }

    // A published version knows its size; of other tables the files are listed.
    private async Task<long> SizeAsync(Table table, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT byte_count FROM portal.table_version WHERE database_name = @DatabaseName AND table_name = @Name ORDER BY version DESC LIMIT 1
            """;
        if (await database.FirstAsync<long?>(sql, table, cancellationToken) is { } known)
            return known;

        var location = new Uri(table.StorageDescriptor.Location);
        var request = new Amazon.S3.Model.ListObjectsV2Request { BucketName = location.Host, Prefix = location.AbsolutePath.TrimStart('/') };
        var bytes = 0L;
        do
        {
            var page = await s3.ListObjectsV2Async(request, cancellationToken);
            bytes += (page.S3Objects ?? []).Sum(file => file.Size ?? 0);
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
        return bytes;
    }
}
