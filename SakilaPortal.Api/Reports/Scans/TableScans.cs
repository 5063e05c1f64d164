using Amazon.S3;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Lake;
using SakilaPortal.Api.Lake.Parquet;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports.Scans;

/// <summary>How much a text reads of a table at most: the columns of Parquet, the partitions of a table that has them, or the whole.</summary>
internal sealed class TableScans(ParquetScans parquet, GlueTables catalogue, IAmazonS3 s3, MySqlDataSource database)
{
    private const string ParquetSerDe = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe";

    private sealed record Books(long ByteCount, long FileCount);

    public async Task<EstimatedTable> EstimateAsync(ReadTable read, ScannedText text, CancellationToken cancellationToken)
    {
        var once = await OnceAsync(read, text, cancellationToken);
        var times = text.Times(read.Database, read.Name);
        return once with { Bytes = once.Bytes * times, Times = times };
    }

    private async Task<EstimatedTable> OnceAsync(ReadTable read, ScannedText text, CancellationToken cancellationToken)
    {
        if (!TableStates.IsVersioned(read))
            return await PartitionsAsync(read, text, cancellationToken);
        var books = await BooksAsync(read, cancellationToken);
        var isParquet = read.Table.StorageDescriptor.SerdeInfo?.SerializationLibrary == ParquetSerDe;
        return isParquet && books is not { FileCount: > ParquetScans.MostFiles } && await parquet.SumAsync(read.Table.StorageDescriptor.Location, cancellationToken) is { } sum
            ? Columns(read, text, sum)
            : new(read.FullName, books?.ByteCount ?? 0);
    }

    private static EstimatedTable Columns(ReadTable read, ScannedText text, ParquetFooter sum)
    {
        var bytes = sum.ColumnBytes.Where(column => text.Reads(column.Key)).Sum(column => column.Value) + sum.OwnBytes;
        var columns = read.Table.StorageDescriptor.Columns;
        return new(read.FullName, bytes, Columns: new(columns.Count(column => text.Reads(column.Name)), columns.Count));
    }

    private async Task<EstimatedTable> PartitionsAsync(ReadTable read, ScannedText text, CancellationToken cancellationToken)
    {
        var keys = read.Table.PartitionKeys ?? [];
        var held = keys.Select((key, i) => (Place: i, Values: key.Type == "string" ? text.ValuesOf(key.Name, read.Database, read.Name) : null))
            .Where(key => key.Values is not null).ToList();
        var all = keys.Count == 0 ? [] : await catalogue.PartitionsAsync(read.Database, read.Name, cancellationToken);
        if (held.Count == 0 || all.Count >= GlueTables.MostPartitions)
            return new(read.FullName, await BytesAsync(read.Table.StorageDescriptor.Location, cancellationToken), Partitions: all.Count == 0 ? null : new(all.Count, all.Count));
        var met = all.Where(partition => held.TrueForAll(key => key.Values!.Contains(partition.Values[key.Place]))).ToList();
        var bytes = 0L;
        foreach (var partition in met)
            bytes += await BytesAsync(partition.Location ?? read.Table.StorageDescriptor.Location, cancellationToken);
        return new(read.FullName, bytes, Partitions: new(met.Count, all.Count));
    }

    private async Task<long> BytesAsync(string location, CancellationToken cancellationToken)
    {
        var bytes = 0L;
        await foreach (var file in s3.FilesAsync(location, cancellationToken))
            bytes += file.Size ?? 0;
        return bytes;
    }

    // The catalogue may be ahead of the books for a moment; then the version before tells.
    private Task<Books?> BooksAsync(ReadTable read, CancellationToken cancellationToken) => database.FirstAsync<Books>("""
        SELECT byte_count, file_count FROM portal.table_version WHERE database_name = @Database AND table_name = @Name
        ORDER BY location = @Location DESC, version DESC LIMIT 1
        """, new { read.Database, read.Name, read.Table.StorageDescriptor.Location }, cancellationToken);
}
