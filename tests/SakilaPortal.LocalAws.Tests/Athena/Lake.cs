using System.Text;
using Amazon.Glue;
using Amazon.Glue.Model;
using Amazon.S3;

namespace SakilaPortal.LocalAws.Tests.Athena;

/// <summary>Objects and the tables over them, made through the wire.</summary>
internal sealed class Lake(LocalAwsServer server) : IDisposable
{
    public const string Bucket = "lake";
    public const string Database = "lakedb";
    private const string Text = "org.apache.hadoop.mapred.TextInputFormat";
    public static readonly (string Input, string SerDe) Json = (Text, "org.openx.data.jsonserde.JsonSerDe");
    public static readonly (string Input, string SerDe) Csv = (Text, "org.apache.hadoop.hive.serde2.OpenCSVSerde");
    public static readonly (string Input, string SerDe) Lazy = (Text, "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe");
    public static readonly (string Input, string SerDe) Parquet =
        ("org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat", "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe");
    public static readonly (string Input, string SerDe) Symlink =
        ("org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat", "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe");

    private readonly AmazonGlueClient glue = server.Glue();

    public AmazonS3Client S3 { get; } = server.S3();

    public async Task MakeAsync()
    {
        await S3.PutBucketAsync(Bucket);
        await glue.CreateDatabaseAsync(new() { DatabaseInput = new() { Name = Database } });
    }

    public Task PutAsync(string key, string text) => S3.PutObjectAsync(new()
    {
        BucketName = Bucket, Key = key, InputStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
    });

    public async Task<List<string>> KeysAsync(string prefix) =>
        [.. ((await S3.ListObjectsV2Async(new() { BucketName = Bucket, Prefix = prefix })).S3Objects ?? []).Select(item => item.Key)];

    /// <param name="columns">As Hive declares them: <c>id int, name string</c>; types without blanks.</param>
    public async Task TableAsync(
        string name, string columns, (string Input, string SerDe) format, string folder, string keys = "",
        Dictionary<string, string>? serde = null, Dictionary<string, string>? parameters = null)
    {
        var input = new TableInput
        {
            Name = name, TableType = "EXTERNAL_TABLE", PartitionKeys = Columns(keys), Parameters = parameters, StorageDescriptor = Storage(format, folder, columns, serde),
        };
        await glue.CreateTableAsync(new() { DatabaseName = Database, TableInput = input });
    }

    public Task PointAsync(string name, string columns, (string Input, string SerDe) format, string folder) => glue.UpdateTableAsync(new()
    {
        DatabaseName = Database, TableInput = new() { Name = name, TableType = "EXTERNAL_TABLE", StorageDescriptor = Storage(format, folder, columns, null) },
    });

    public Task PartitionAsync(string table, string columns, (string Input, string SerDe) format, string folder, params string[] values) => glue.BatchCreatePartitionAsync(new()
    {
        DatabaseName = Database, TableName = table, PartitionInputList = [new() { Values = [.. values], StorageDescriptor = Storage(format, folder, columns, null) }],
    });

    public void Dispose()
    {
        glue.Dispose();
        S3.Dispose();
    }

    private static StorageDescriptor Storage((string Input, string SerDe) format, string folder, string columns, Dictionary<string, string>? serde) => new()
    {
        Columns = Columns(columns), Location = $"s3://{Bucket}/{folder}", InputFormat = format.Input,
        SerdeInfo = new() { SerializationLibrary = format.SerDe, Parameters = serde },
    };

    private static List<Column> Columns(string text) =>
        [.. text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(column => column.Split(' ')).Select(column => new Column { Name = column[0], Type = column[1] })];
}
