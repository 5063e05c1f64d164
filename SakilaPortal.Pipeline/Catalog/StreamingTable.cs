using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Lake;
using Column = Amazon.Glue.Model.Column;

namespace SakilaPortal.Pipeline.Catalog;

/// <summary><c>landingzonedb.streaming</c>: the landed events as they are, with the folders of year and month as partitions.</summary>
internal sealed class StreamingTable(GlueCatalog catalog, IOptions<LakeOptions> lake)
{
    public const string Name = "streaming";

    private static readonly Column[] Columns =
    [
        new() { Name = "event_id", Type = "string" },
        new() { Name = "timestamp", Type = "string" },
        new() { Name = "eventtype", Type = "string" },
        new() { Name = "film_id", Type = "int" },
        new() { Name = "distributor", Type = "string" },
        new() { Name = "platform", Type = "string" },
        new() { Name = "state", Type = "string" },
    ];

    private readonly HashSet<(string Year, string Month)> _known = [];
    private bool _exists;

    /// <summary>Catalogues the table, and the partitions that objects lie in.</summary>
    public async Task CrawlAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        await EnsureTableAsync(cancellationToken);
        var missing = keys.Select(Feed.Partition).Distinct().Where(partition => !_known.Contains(partition)).ToList();
        if (missing.Count == 0)
            return;
        await catalog.AddPartitionsAsync(Databases.Landing, Name, missing.ConvertAll(partition => new Amazon.Glue.Model.PartitionInput
        {
            Values = [partition.Year, partition.Month],
            StorageDescriptor = GlueCatalog.JsonLines(Columns, $"{Location}{partition.Year}/{partition.Month}/"),
        }), cancellationToken);
        _known.UnionWith(missing);
    }

    private string Location => $"s3://{lake.Value.Landing}/{Feed.Streaming}";

    private async Task EnsureTableAsync(CancellationToken cancellationToken)
    {
        if (_exists)
            return;
        if (await catalog.FindAsync(Databases.Landing, Name, cancellationToken) is null)
            await catalog.PutAsync(Databases.Landing, new()
            {
                Name = Name,
                TableType = "EXTERNAL_TABLE",
                Parameters = new() { ["EXTERNAL"] = "TRUE", ["classification"] = "json" },
                PartitionKeys = [new() { Name = "partition_0", Type = "string" }, new() { Name = "partition_1", Type = "string" }],
                StorageDescriptor = GlueCatalog.JsonLines(Columns, Location),
            }, cancellationToken);
        _exists = true;
    }
}
