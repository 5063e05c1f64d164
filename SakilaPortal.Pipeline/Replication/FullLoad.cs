using Amazon.S3;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Replication;

/// <summary>Brings every row of a table to the landing zone as <c>LOAD00000001.csv</c> and on.</summary>
internal sealed class FullLoad(
    ReplicationState state, LakeObjects objects, IAmazonS3 s3, IOptions<LakeOptions> lake, IOptions<ReplicationOptions> options)
{
    public async Task RunAsync(Snapshot snapshot, SourceTable table, NodeRun run, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        using var csv = new CsvFiles(scratch, table.Columns.Select(column => column.Name).ToList(), options.Value.FileBytes);
        await foreach (var row in snapshot.RowsAsync(SourceSql.Select(table), null, cancellationToken))
            csv.Write(row);
        await RemoveEarlierAsync(table, cancellationToken);

        var arrivals = new List<Arrival>();
        foreach (var path in csv.Finish())
        {
            var key = $"{Feed.OfTable(table.Name)}LOAD{arrivals.Count + 1:X8}.csv";
            var etag = await objects.UploadAsync(lake.Value.Landing, key, path, "text/csv", cancellationToken);
            arrivals.Add(new(key, etag, new FileInfo(path).Length));
        }
        var highestKey = table.Column(table.Key[0]).IsWholeNumber ? await HighestKeyAsync(snapshot, table, cancellationToken) : null;
        await state.WriteAsync([new(table.Name, snapshot.CompleteUntil, highestKey, "")], arrivals, [], cancellationToken);
        run.Add(csv.Rows, arrivals.Sum(arrival => arrival.Bytes), arrivals.Count);
    }

    /// <summary>What an interrupted load or an earlier life of the database left would otherwise be taken for changes to this one.</summary>
    private async Task RemoveEarlierAsync(SourceTable table, CancellationToken cancellationToken)
    {
        foreach (var earlier in await objects.ListAsync(lake.Value.Landing, Feed.OfTable(table.Name), null, cancellationToken))
            await s3.DeleteObjectAsync(lake.Value.Landing, earlier.Key, cancellationToken);
    }

    private static async Task<long?> HighestKeyAsync(Snapshot snapshot, SourceTable table, CancellationToken cancellationToken)
    {
        var sql = $"SELECT CAST(COALESCE(MAX({SourceSql.Name(table.Key[0])}), 0) AS SIGNED) FROM {SourceSql.Table(table)}";
        return (await snapshot.QueryAsync<long>(sql, null, cancellationToken)).Single();
    }
}
