using System.Text.RegularExpressions;
using Amazon.Glue.Model;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Lake;
using Column = Amazon.Glue.Model.Column;

namespace SakilaPortal.Pipeline.Catalog;

/// <summary><c>landingzonedb.streaming</c>: the landed events as they are, with the folders of year and month as partitions.</summary>
internal sealed partial class StreamingTable(GlueCatalog catalog, IOptions<LakeOptions> lake)
{
    public const string Name = "streaming", NewColumnType = "string";

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

    // Whoever may send events could otherwise widen the table without end.
    private const int MostColumns = 100;

    private readonly HashSet<(string Year, string Month)> _known = [];
    private List<Column> _columns = [];

    /// <summary>Catalogues the table, and the partitions that objects lie in.</summary>
    public async Task CrawlAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        await EnsureTableAsync(cancellationToken);
        var missing = keys.Select(Feed.Partition).Distinct().Where(partition => !_known.Contains(partition)).ToList();
        if (missing.Count == 0)
            return;
        await catalog.AddPartitionsAsync(Databases.Landing, Name, missing.ConvertAll(partition => new PartitionInput
        {
            Values = [partition.Year, partition.Month],
            StorageDescriptor = GlueCatalog.JsonLines(_columns, $"{Location}{partition.Year}/{partition.Month}/"),
        }), cancellationToken);
        _known.UnionWith(missing);
    }

    /// <summary>
    /// Adds columns for fields that the table has not, at the end: NULL where a line lacks them, and texts, since nobody has promised what the
    /// next line holds.
    /// </summary>
    public async Task AddColumnsAsync(IEnumerable<string> fields, CancellationToken cancellationToken)
    {
        var added = fields.Where(field => IsName().IsMatch(field) && !_columns.Exists(column => column.Name == field)).Distinct()
            .Take(MostColumns - _columns.Count).Select(field => new Column { Name = field, Type = NewColumnType }).ToList();
        if (added.Count == 0)
            return;
        List<Column> columns = [.. _columns, .. added];
        await catalog.PutAsync(Databases.Landing, Described(columns), cancellationToken);
        _columns = columns;
    }

    private string Location => $"s3://{lake.Value.Landing}/{Feed.Streaming}";

    private async Task EnsureTableAsync(CancellationToken cancellationToken)
    {
        if (_columns.Count > 0)
            return;
        var table = await catalog.FindAsync(Databases.Landing, Name, cancellationToken);
        if (table is null)
            await catalog.PutAsync(Databases.Landing, Described(Columns), cancellationToken);
        _columns = table?.StorageDescriptor.Columns ?? [.. Columns];
    }

    private TableInput Described(IEnumerable<Column> columns) => new()
    {
        Name = Name,
        TableType = "EXTERNAL_TABLE",
        Parameters = new() { ["EXTERNAL"] = "TRUE", ["classification"] = "json" },
        PartitionKeys = [new() { Name = "partition_0", Type = "string" }, new() { Name = "partition_1", Type = "string" }],
        StorageDescriptor = GlueCatalog.JsonLines(columns, Location),
    };

    [GeneratedRegex("^(?!partition_[01]$)[a-z_][a-z0-9_]{0,99}$")]
    private static partial Regex IsName();
}
