using Amazon.Glue;
using Amazon.Glue.Model;

namespace SakilaPortal.Pipeline.Catalog;

/// <summary>The lake's tables in the Glue catalogue, in the formats that Athena reads.</summary>
internal sealed class GlueCatalog(IAmazonGlue glue)
{
    private const string TextOutput = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";

    /// <summary>Points a table at a manifest folder; the table is created the first time.</summary>
    /// <remarks>https://hive.apache.org/docs/latest/ SymlinkTextInputFormat: each line of the folder's files names a data file.</remarks>
    public Task PointAsync(LakeTable table, string location, long version, CancellationToken cancellationToken) => PutAsync(table.Database, new()
    {
        Name = table.Name,
        TableType = "EXTERNAL_TABLE",
        PartitionKeys = [],
        Parameters = new() { ["EXTERNAL"] = "TRUE", ["classification"] = "parquet", ["sakila.version"] = $"{version}" },
        StorageDescriptor = new()
        {
            Columns = [.. table.Columns],
            Location = location,
            InputFormat = "org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat",
            OutputFormat = TextOutput,
            SerdeInfo = new() { SerializationLibrary = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe" },
        },
    }, cancellationToken);

    /// <summary>JSON lines; a line that is no JSON is passed over by readers.</summary>
    public static StorageDescriptor JsonLines(IEnumerable<Column> columns, string location) => new()
    {
        Columns = [.. columns],
        Location = location,
        InputFormat = "org.apache.hadoop.mapred.TextInputFormat",
        OutputFormat = TextOutput,
        SerdeInfo = new()
        {
            SerializationLibrary = "org.openx.data.jsonserde.JsonSerDe",
            Parameters = new() { ["ignore.malformed.json"] = "true", ["case.insensitive"] = "TRUE" },
        },
    };

    public async Task PutAsync(string database, TableInput table, CancellationToken cancellationToken)
    {
        try
        {
            await glue.UpdateTableAsync(new() { DatabaseName = database, TableInput = table, SkipArchive = true }, cancellationToken);
        }
        catch (EntityNotFoundException)
        {
            await glue.CreateTableAsync(new() { DatabaseName = database, TableInput = table }, cancellationToken);
        }
    }

    public async Task<Table?> FindAsync(string database, string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await glue.GetTableAsync(new() { DatabaseName = database, Name = name }, cancellationToken)).Table;
        }
        catch (EntityNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The columns of a table that is there.</summary>
    public async Task<IReadOnlyList<Column>> ColumnsAsync(string database, string name, CancellationToken cancellationToken) =>
        (await glue.GetTableAsync(new() { DatabaseName = database, Name = name }, cancellationToken)).Table.StorageDescriptor.Columns;

    public async Task<List<Table>> ListAsync(string database, CancellationToken cancellationToken)
    {
        var tables = new List<Table>();
        var request = new GetTablesRequest { DatabaseName = database };
        do
        {
            var page = await glue.GetTablesAsync(request, cancellationToken);
            tables.AddRange(page.TableList ?? []);
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return tables;
    }

    /// <summary>The partitions' values, as <c>2026/07</c>.</summary>
    public async Task<HashSet<string>> PartitionsAsync(string database, string table, CancellationToken cancellationToken)
    {
        var partitions = new HashSet<string>();
        var request = new GetPartitionsRequest { DatabaseName = database, TableName = table, ExcludeColumnSchema = true };
        do
        {
            var page = await glue.GetPartitionsAsync(request, cancellationToken);
            partitions.UnionWith((page.Partitions ?? []).Select(partition => string.Join('/', partition.Values)));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return partitions;
    }

    /// <summary>Adds partitions; one that is there already stays as it is.</summary>
    public async Task AddPartitionsAsync(string database, string table, List<PartitionInput> partitions, CancellationToken cancellationToken)
    {
        var request = new BatchCreatePartitionRequest { DatabaseName = database, TableName = table, PartitionInputList = partitions };
        var answer = await glue.BatchCreatePartitionAsync(request, cancellationToken);
        if ((answer.Errors ?? []).FirstOrDefault(error => error.ErrorDetail.ErrorCode != nameof(AlreadyExistsException)) is { } failed)
            throw new AmazonGlueException(
                $"{database}.{table}: the partition {string.Join('/', failed.PartitionValues)} was not added: {failed.ErrorDetail.ErrorMessage}");
    }
}
