using Amazon.Athena;
using Amazon.Athena.Model;
using Amazon.S3;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>How much a query reads at most: all files of every table that its text names.</summary>
internal sealed class ScanEstimates(IAmazonAthena athena, TablesRead tables, IAmazonS3 s3, MySqlDataSource database)
{
    public async Task<Estimate> OfAsync(NamedQuery query, CancellationToken cancellationToken)
    {
        var sizes = new List<EstimatedTable>();
        foreach (var read in await tables.OfAsync(query.QueryString, query.Database, cancellationToken))
            sizes.Add(new(read.FullName, await SizeAsync(read, cancellationToken)));

        var bytes = sizes.Sum(table => table.Bytes);
        var group = (await athena.GetWorkGroupAsync(new() { WorkGroup = NamedQueries.WorkGroup }, cancellationToken)).WorkGroup;
        var limit = group.Configuration.BytesScannedCutoffPerQuery;
        return new(bytes, ScanCost.Of(bytes), limit is null || bytes <= limit, limit, [.. sizes.OrderByDescending(table => table.Bytes)]);
    }

    // A published version knows its size; of other tables the files are listed.
    private async Task<long> SizeAsync(ReadTable read, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT byte_count FROM portal.table_version WHERE database_name = @Database AND table_name = @Name ORDER BY version DESC LIMIT 1
            """;
        if (await database.FirstAsync<long?>(sql, read, cancellationToken) is { } known)
            return known;
        var bytes = 0L;
        await foreach (var file in s3.FilesAsync(read.Table.StorageDescriptor.Location, cancellationToken))
            bytes += file.Size ?? 0;
        return bytes;
    }
}
