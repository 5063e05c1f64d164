using System.Text.RegularExpressions;
using Amazon.Glue.Model;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Transforms;
using Column = Amazon.Glue.Model.Column;

namespace SakilaPortal.Pipeline.Catalog;

/// <summary>What a delivery stream has landed, as it is, with the folders of year and month as partitions.</summary>
/// <param name="folder">Where in the landing zone it lies.</param>
/// <param name="declared">The columns that it begins with, as <c>name type, name type</c>.</param>
internal abstract partial class LandingTable(GlueCatalog catalog, IOptions<LakeOptions> lake, string folder, string declared)
{
    public const string NewColumnType = "string";

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
        await catalog.AddPartitionsAsync(Databases.Landing, TableName, missing.ConvertAll(partition => new PartitionInput
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

    private string TableName => folder.TrimEnd('/');

    private string Location => $"s3://{lake.Value.Landing}/{folder}";

    private async Task EnsureTableAsync(CancellationToken cancellationToken)
    {
        if (_columns.Count > 0)
            return;
        var table = await catalog.FindAsync(Databases.Landing, TableName, cancellationToken);
        if (table is null)
            await catalog.PutAsync(Databases.Landing, Described(TableColumns.Of(declared)), cancellationToken);
        _columns = table?.StorageDescriptor.Columns ?? [.. TableColumns.Of(declared)];
    }

    private TableInput Described(IEnumerable<Column> columns) => new()
    {
        Name = TableName,
        TableType = "EXTERNAL_TABLE",
        Parameters = new() { ["EXTERNAL"] = "TRUE", ["classification"] = "json" },
        PartitionKeys = [new() { Name = "partition_0", Type = "string" }, new() { Name = "partition_1", Type = "string" }],
        StorageDescriptor = GlueCatalog.JsonLines(columns, Location),
    };

    [GeneratedRegex("^(?!partition_[01]$)[a-z_][a-z0-9_]{0,99}$")]
    private static partial Regex IsName();
}

/// <summary><c>landingzonedb.streaming</c>: partner events.</summary>
internal sealed class StreamingTable(GlueCatalog catalog, IOptions<LakeOptions> lake) : LandingTable(
    catalog, lake, Feed.Streaming, "event_id string, timestamp string, eventtype string, film_id int, distributor string, platform string, state string")
{
    public const string Name = "streaming";
}

/// <summary><c>landingzonedb.viewing</c>: viewing sessions.</summary>
internal sealed class ViewingTable(GlueCatalog catalog, IOptions<LakeOptions> lake) : LandingTable(
    catalog, lake, Feed.Viewing, "movie_title string, user_email string, size_mb double, start_at string, end_at string")
{
    public const string Name = "viewing";
}
