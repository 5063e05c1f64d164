using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using Amazon.Athena;
using Amazon.Glue;
using Amazon.KinesisFirehose;
using Amazon.S3;
using Dapper;
using MySqlConnector;
using SakilaPortal.TestSupport;

namespace SakilaPortal.Pipeline.Tests.Lake;

/// <summary>A whole lake: MySQL with Sakila's sample, LocalAws and the pipeline, as processes of their own.</summary>
public class LakeFixture : MariaDbFixture
{
    public const string Landing = "dev-sakila-landing";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("sakila-lake-").FullName;
    private readonly HttpClient _http = new();
    private FileStream? _turn;
    private ServiceProcess? _localAws;
    private ServiceProcess? _pipeline;
    private LakeClients _clients = null!;

    public IAmazonS3 S3 => _clients.S3;
    public IAmazonAthena Athena => _clients.Athena;
    public IAmazonGlue Glue => _clients.Glue;
    public IAmazonKinesisFirehose Firehose => _clients.Firehose;

    /// <summary>What the pipeline printed until the lake was built, when there was nothing before.</summary>
    public string FirstOutput { get; private set; } = "";

    /// <summary>Where LocalAws answers.</summary>
    public Uri Aws => _localAws!.Address;

    protected virtual IEnumerable<string> Sakila => [];

    public override async Task InitializeAsync()
    {
        _turn = await MachineTurn.TakeAsync();
        await base.InitializeAsync();
        await LoadAsync(Sakila);
        await StartLocalAwsAsync();
        _clients = LakeClients.Of(Aws, Credentials);
        await StartPipelineAsync();
        await UntilAsync(async () => await MySqlAsync<long>("SELECT COUNT(DISTINCT table_name) FROM portal.table_version WHERE table_name IN ('streaming_films', 'fact_sales')") == 2, "the lake is built");
        FirstOutput = $"{_pipeline!.Output}";
    }

    public override async Task DisposeAsync()
    {
        if (_pipeline is not null)
            await _pipeline.DisposeAsync();
        if (_localAws is not null)
            await _localAws.DisposeAsync();
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        if (_turn is not null)
            await _turn.DisposeAsync();
    }

    public async Task StartPipelineAsync() => _pipeline = await StartAnotherPipelineAsync();

    /// <param name="aws">Where it is to find AWS, if not at LocalAws itself.</param>
    /// <param name="settings">More than what every pipeline here is started with.</param>
    public Task<ServiceProcess> StartAnotherPipelineAsync(Uri? aws = null, params (string Name, string Value)[] settings) => ServiceProcess.StartAsync("SakilaPortal.Pipeline", environment: new Dictionary<string, string?>(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
    {
        ["ConnectionStrings__sakila"] = ConnectionString(),
        ["AWS_ENDPOINT_URL"] = (aws ?? Aws).GetLeftPart(UriPartial.Authority),
        ["AWS_REGION"] = "us-east-1",
        ["AWS_SHARED_CREDENTIALS_FILE"] = Credentials,
        ["AWS_PROFILE"] = "sakila",
        ["Delivery__IntervalSeconds"] = "0",
        ["Workflow__IntervalSeconds"] = "0.2",
        ["Workflow__LeaseSeconds"] = "2",
        ["Replication__ReconcileMinutes"] = "0.05",
        // So that the few events of tests are cut into blocks as millions are.
        ["Compaction__CutAboveBytes"] = "12000",
    });

    public Task KillPipelineAsync() => _pipeline!.KillAsync();

    public async Task StartLocalAwsAsync() => _localAws = await ServiceProcess.StartAsync(
        "SakilaPortal.LocalAws", ["--data", Path.Combine(_folder, "aws")], healthPath: "/_localaws/health", port: _localAws?.Address.Port ?? 0);

    public Task KillLocalAwsAsync() => _localAws!.KillAsync();

    /// <summary>What /health of the pipeline answers.</summary>
    public async Task<(bool Healthy, string Text)> HealthAsync()
    {
        using var response = await _http.GetAsync(new Uri(_pipeline!.Address, "/health"));
        return (response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Tells the pipeline of objects as S3 does.</summary>
    public async Task TellAsync(IEnumerable<(string Key, string ETag)> objects)
    {
        var records = objects.Select(o => new
        {
            eventName = "ObjectCreated:Put",
            s3 = new { bucket = new { name = Landing }, @object = new { key = Uri.EscapeDataString(o.Key), size = 1, eTag = o.ETag } },
        });
        using var response = await _http.PostAsJsonAsync(new Uri(_pipeline!.Address, "/lake/arrivals"), new { Records = records });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> PostArrivalsAsync(string body) =>
        _http.PostAsync(new Uri(_pipeline!.Address, "/lake/arrivals"), new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

    public async Task<T?> MySqlAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = new MySqlConnection(ConnectionString());
        return await connection.ExecuteScalarAsync<T>(sql, parameters);
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = new MySqlConnection(ConnectionString());
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    /// <summary>The rows that Athena answers, NULL as text, without the names of the columns.</summary>
    public async Task<List<string[]>> AthenaAsync(string sql)
    {
        var results = await Athena.GetQueryResultsAsync(new() { QueryExecutionId = await RunAsync(sql) });
        return [.. results.ResultSet.Rows.Skip(1).Select(row => row.Data.Select(datum => datum.VarCharValue ?? "NULL").ToArray())];
    }

    private async Task<string> RunAsync(string sql)
    {
        var id = (await Athena.StartQueryExecutionAsync(new() { QueryString = sql, WorkGroup = "sakila-analysts", QueryExecutionContext = new() { Database = "curatedzonedb" } })).QueryExecutionId;
        await UntilAsync(async () => (await Athena.GetQueryExecutionAsync(new() { QueryExecutionId = id })).QueryExecution.Status.State.Value is not ("QUEUED" or "RUNNING"), $"Athena ran {sql}");
        var status = (await Athena.GetQueryExecutionAsync(new() { QueryExecutionId = id })).QueryExecution.Status;
        Assert.True(status.State == QueryExecutionState.SUCCEEDED, $"{sql}: {status.StateChangeReason}");
        return id;
    }

    public async Task<string> AthenaValueAsync(string sql) => (await AthenaAsync(sql))[0][0];

    /// <summary>Puts records; the delivery stream ends each with a newline.</summary>
    public Task PutAsync(IEnumerable<string> lines, string stream = "partner-events") => Firehose.PutRecordBatchAsync(new()
    {
        DeliveryStreamName = stream,
        Records = [.. lines.Select(line => new Amazon.KinesisFirehose.Model.Record { Data = new MemoryStream(Encoding.UTF8.GetBytes(line)) })],
    });

    public async Task<T> RowAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = new MySqlConnection(ConnectionString());
        return await connection.QuerySingleAsync<T>(sql, parameters);
    }

    public async Task<List<T>> ListAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = new MySqlConnection(ConnectionString());
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }

    /// <summary>The result of a query as the file that Athena writes.</summary>
    public async Task<string> CsvAsync(string sql)
    {
        var id = await RunAsync(sql);
        var result = (await Athena.GetQueryExecutionAsync(new() { QueryExecutionId = id })).QueryExecution.ResultConfiguration.OutputLocation;
        var address = new Uri(result);
        using var response = await S3.GetObjectAsync(address.Host, address.AbsolutePath[1..]);
        using var reader = new StreamReader(response.ResponseStream);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Catalogues a version of a table under a name of <c>workzonedb</c>.</summary>
    public async Task PointAsync(string name, string database, string table, string location)
    {
        var current = (await Glue.GetTableAsync(new() { DatabaseName = database, Name = table })).Table;
        current.StorageDescriptor.Location = location;
        await Glue.CreateTableAsync(new()
        {
            DatabaseName = "workzonedb",
            TableInput = new() { Name = name, TableType = current.TableType, Parameters = current.Parameters, StorageDescriptor = current.StorageDescriptor },
        });
    }

    public async Task<List<string>> KeysAsync(string bucket, string prefix)
    {
        var keys = new List<string>();
        var request = new Amazon.S3.Model.ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
        Amazon.S3.Model.ListObjectsV2Response page;
        do
        {
            page = await S3.ListObjectsV2Async(request);
            keys.AddRange((page.S3Objects ?? []).Select(found => found.Key));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
        return keys;
    }

    /// <summary>Writes events as the delivery stream would have, and tells of them.</summary>
    public async Task DeliverAsync(IEnumerable<string> lines)
    {
        var now = DateTime.UtcNow;
        var key = $"streaming/{now:yyyy/MM}/partner-events-1-{now:yyyy-MM-dd-HH-mm-ss}-{Guid.NewGuid()}";
        var put = await S3.PutObjectAsync(new() { BucketName = Landing, Key = key, ContentBody = string.Concat(lines.Select(line => line + "\n")) });
        await TellAsync([(key, put.ETag.Trim('"'))]);
    }

    /// <summary>What the pipeline answers to a GET.</summary>
    public async Task<System.Text.Json.JsonElement> GetAsync(string path) =>
        await _http.GetFromJsonAsync<System.Text.Json.JsonElement>(new Uri(_pipeline!.Address, path));

    /// <summary>Waits for a condition.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!await holds())
        {
            if (waited.Elapsed > Patience)
                Assert.Fail($"Waited {Patience.TotalSeconds} s in vain until {what}.\n{await LastRunsAsync()}\nThe pipeline printed:\n{_pipeline?.Output}");
            await Task.Delay(50);
        }
    }

    private async Task<string> LastRunsAsync()
    {
        const string sql = """
            SELECT CONCAT_WS(' ', r.run_id, r.triggered_by, r.state, r.started_at, n.node, n.state, n.attempts, n.started_at, n.ended_at, n.reason)
            FROM portal.workflow_run r LEFT JOIN portal.workflow_node_run n ON n.run_id = r.run_id
            ORDER BY r.run_id DESC, n.started_at DESC LIMIT 30
            """;
        await using var connection = new MySqlConnection(ConnectionString());
        return string.Join('\n', await connection.QueryAsync<string>(sql));
    }

    private string Credentials => Path.Combine(_folder, "aws", "credentials");
}
