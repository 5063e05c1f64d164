using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Replication;

/// <summary>One table's changes as files <c>yyyyMMdd-HHmmssfff.csv</c> with <c>Op</c> first: D for what is gone, I and U for what is.</summary>
internal sealed class ChangeFiles(
    LakeObjects objects, IOptions<LakeOptions> lake, IOptions<ReplicationOptions> options, ILogger<ChangeFiles> logger)
{
    private const string NameFormat = "yyyyMMdd-HHmmssfff";

    /// <returns>What was written, or null when nothing has changed.</returns>
    public async Task<PendingChanges?> WriteAsync(
        Snapshot snapshot, SourceTable table, Watermark since, List<Tombstone> tombstones, ChangeFilter filter, ScratchFolder scratch,
        CancellationToken cancellationToken)
    {
        using var csv = NewCsv(table, scratch);
        foreach (var tombstone in tombstones)
            if (KeyOf(table, tombstone) is { } key && !await ExistsAsync(snapshot, table, key, cancellationToken))
                csv.Write(["D", .. table.Columns.Select(column => key.GetValueOrDefault(column.Name))]);

        var keyColumns = table.Columns.Index().Where(column => table.Key.Contains(column.Item.Name)).Select(column => column.Index).ToArray();
        var firstKey = table.Columns.Index().First(column => column.Item.Name == table.Key[0]).Index;
        var highest = since.HighestKey;
        var changed = SourceSql.ChangedSince(table, "@from");
        var sql = $"{SourceSql.Select(table)} WHERE {changed ?? "FALSE"} ORDER BY {string.Join(", ", table.Key.Select(SourceSql.Name))}";
        await foreach (var row in snapshot.RowsAsync(sql, new { from = since.ChangesFrom }, cancellationToken))
        {
            if (!filter.IsNew(string.Join('\u001f', keyColumns.Select(i => row[i])), row))
                continue;
            var number = since.HighestKey is null ? (long?)null : long.Parse(row[firstKey]!, CultureInfo.InvariantCulture);
            csv.Write([number > since.HighestKey ? "I" : "U", .. row]);
            highest = number > highest ? number : highest;
        }
        return csv.Rows == 0 ? null : new(table, since with { ChangesFrom = snapshot.CompleteUntil, HighestKey = highest }, snapshot.At, csv.Finish(), csv.Rows);
    }

    /// <summary>Files of changes to a table: <c>Op</c> and its columns.</summary>
    public CsvFiles NewCsv(SourceTable table, ScratchFolder scratch) =>
        new(scratch, ["Op", .. table.Columns.Select(column => column.Name)], options.Value.FileBytes);

    /// <summary>Puts the files into the landing zone, under names that follow the table's last one.</summary>
    public async Task<ChangeSet> LandAsync(PendingChanges changes, CancellationToken cancellationToken)
    {
        var watermark = changes.Watermark;
        var arrivals = new List<Arrival>();
        foreach (var path in changes.Paths)
        {
            watermark = watermark with { LastFile = NameAfter(watermark.LastFile, changes.At) };
            var key = Feed.OfTable(changes.Table.Name) + watermark.LastFile;
            var etag = await objects.UploadAsync(lake.Value.Landing, key, path, "text/csv", cancellationToken);
            arrivals.Add(new(key, etag, new FileInfo(path).Length));
        }
        return new(watermark, arrivals);
    }

    private static string NameAfter(string lastFile, DateTime at)
    {
        var isKnown = DateTime.TryParseExact(
            Path.GetFileNameWithoutExtension(lastFile), NameFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var last);
        var next = isKnown && last >= at ? last.AddMilliseconds(1) : at;
        return next.ToString(NameFormat, CultureInfo.InvariantCulture) + ".csv";
    }

    private Dictionary<string, string?>? KeyOf(SourceTable table, Tombstone tombstone)
    {
        using var json = JsonDocument.Parse(tombstone.KeyJson);
        var key = json.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => (string?)property.Value.ToString());
        if (table.Key.All(key.ContainsKey))
            return key;
        logger.IncompleteTombstone(tombstone.TombstoneId, tombstone.KeyJson, table.Name, string.Join(", ", table.Key));
        return null;
    }

    private static async Task<bool> ExistsAsync(
        Snapshot snapshot, SourceTable table, Dictionary<string, string?> key, CancellationToken cancellationToken)
    {
        var parameters = table.Key.Index().ToDictionary(column => $"k{column.Index}", column => (object?)key[column.Item]);
        var isKey = string.Join(" AND ", table.Key.Index().Select(column => $"{SourceSql.Name(column.Item)} = @k{column.Index}"));
        return (await snapshot.QueryAsync<int>($"SELECT 1 FROM {SourceSql.Table(table)} WHERE {isKey}", parameters, cancellationToken)).Any();
    }
}

/// <param name="Watermark">Where the table stands once the files have landed.</param>
internal sealed record PendingChanges(SourceTable Table, Watermark Watermark, DateTime At, IReadOnlyList<string> Paths, long Rows);

internal sealed record ChangeSet(Watermark Watermark, IReadOnlyList<Arrival> Arrivals);

internal static partial class ReplicationLog
{
    [LoggerMessage(LogLevel.Warning, "Tombstone {Id} says {Key}, which is not a whole key of {Table} ({Columns}); the row stays in the lake.")]
    public static partial void IncompleteTombstone(this ILogger logger, long id, string key, string table, string columns);
}
