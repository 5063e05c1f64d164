using SakilaPortal.LocalAws.Athena.Engine;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Glue;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Athena.Tables;

/// <summary>Makes the catalogue's tables known to the translator, and their scans into DuckDB's SQL over exact lists of files.</summary>
internal sealed class TableReader(Glue.Catalog catalog, ObjectStore store, ParquetFooters footers, JsonKeys jsonKeys)
{
    private const string Symlinks = "org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat";

    public TableSchema? Find(string database, string name)
    {
        if (catalog.FindTable(database, name) is not { } table) return null;
        if (table.TableType == "VIRTUAL_VIEW") throw new QueryFailure("NOT_SUPPORTED", $"View '{database}.{name}' cannot be read: views are not supported");
        var keys = table.PartitionKeys ?? [];
        return new(Catalog, database, name, [.. Columns(table.StorageDescriptor?.Columns, false), .. Columns(keys, true)])
        {
            Source = new TableSource(table, keys.Count == 0 ? [] : catalog.Partitions(database, name)),
        };
    }

    public const string Catalog = "awsdatacatalog";

    /// <summary>The relation of a scan, with the bytes that reading it takes.</summary>
    public (string Sql, long Bytes) Read(Scan scan, DuckSession duck)
    {
        var source = (TableSource)scan.Table.Source!;
        var parts = Parts(scan, source, duck).Where(part => part.Files.Count > 0).ToList();
        if (parts.Count == 0) return (Nothing(scan.Table.Columns), 0);
        var reads = parts.Select(part => Read(part, scan, duck)).ToList();
        return (string.Join("\nUNION ALL\n", reads.Select(read => read.Sql)), reads.Sum(read => read.Bytes));
    }

    private (string Sql, long Bytes) Read(TablePart part, Scan scan, DuckSession duck)
    {
        var table = scan.Table;
        var keys = table.Columns.Where(column => column.IsPartitionKey).Select((column, i) => (column.Name, Value: part.Values[i]))
            .ToDictionary(key => key.Name, key => key.Value);
        string? Constant(TableColumn column) => keys.TryGetValue(column.Name, out var value) ? PartitionValue(value, column) : null;
        var stored = table.Columns.Where(column => !column.IsPartitionKey).ToList();
        var source = part.SerDe switch
        {
            "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe" => ParquetScan.Read(part, stored, scan.Columns, footers, duck),
            "org.openx.data.jsonserde.JsonSerDe" or "org.apache.hive.hcatalog.data.JsonSerDe" => JsonScan.Read(part, stored, jsonKeys, duck),
            "org.apache.hadoop.hive.serde2.OpenCSVSerde" => CsvScan.ReadQuoted(part, table, stored),
            "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe" => CsvScan.ReadPlain(part, table, stored),
            var other => throw new QueryFailure("HIVE_UNSUPPORTED_FORMAT", $"Table {table.Database}.{table.Name} has the SerDe '{other}', which is not supported"),
        };
        var select = table.Columns.Select(column => $"{Constant(column) ?? source.Columns[column.Name]} AS {Duck.Name(column.Name)}");
        return ($"SELECT {string.Join(", ", select)} FROM {source.From}", source.Bytes);
    }

    private static string PartitionValue(string value, TableColumn column) => value == "__HIVE_DEFAULT_PARTITION__"
        ? Duck.Cast("NULL", column.Type)
        : Duck.Cast(Duck.Text(value), column.Type);

    private static string Nothing(IReadOnlyList<TableColumn> columns) =>
        $"SELECT {string.Join(", ", columns.Select(column => $"{Duck.Cast("NULL", column.Type)} AS {Duck.Name(column.Name)}"))} WHERE FALSE";

    private IEnumerable<TablePart> Parts(Scan scan, TableSource source, DuckSession duck)
    {
        var storage = source.Table.StorageDescriptor ?? throw new QueryFailure("HIVE_METASTORE_ERROR", $"Table {scan.Table.Database}.{scan.Table.Name} has no storage descriptor");
        if (source.Table.PartitionKeys is not { Count: > 0 }) return [new TablePart(storage, [], Files(storage))];
        return PartitionPruning.Kept(scan, source.Partitions, duck).Select(partition =>
        {
            var own = partition.StorageDescriptor ?? storage;
            own = own with { SerdeInfo = own.SerdeInfo ?? storage.SerdeInfo, InputFormat = own.InputFormat ?? storage.InputFormat };
            return new TablePart(own, partition.Values, Files(own));
        });
    }

    /// <summary>The objects below a location, those whose names begin with a dot or underscore left out; or those that its manifests name.</summary>
    private List<StoredObject> Files(StorageDescriptor storage)
    {
        if (!S3Location.TryParse(storage.Location, out var location))
            throw new QueryFailure("HIVE_METASTORE_ERROR", $"The location '{storage.Location}' is no address in S3");
        var files = store.List(location.Bucket, location.Folder)
            .Where(item => item.Size > 0 && !item.Key[location.Folder.Length..].Split('/').Any(step => step.StartsWith('.') || step.StartsWith('_')));
        return storage.InputFormat == Symlinks ? [.. files.SelectMany(Named)] : [.. files];
    }

    private IEnumerable<StoredObject> Named(StoredObject manifest) =>
        File.ReadLines(manifest.Path).Select(line => line.Trim()).Where(line => line.Length > 0).Select(line =>
            S3Location.TryParse(line, out var at) && store.Find(at.Bucket, at.Key) is { } found
                ? found
                : throw new QueryFailure("HIVE_CANNOT_OPEN_SPLIT", $"The manifest {manifest.Key} names {line}, which does not exist"));

    private static IEnumerable<TableColumn> Columns(List<Column>? columns, bool isKey) =>
        (columns ?? []).Select(column => new TableColumn(column.Name.ToLowerInvariant(), HiveTypes.Parse(column.Type ?? "string"), isKey));
}
