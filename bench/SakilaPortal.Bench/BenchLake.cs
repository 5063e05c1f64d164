using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;
using Amazon.S3;
using Dapper;
using MySqlConnector;
using SakilaPortal.TestSupport;

namespace SakilaPortal.Bench;

/// <summary>A lake of its own, in processes of their own: MySQL with a sample of some scale, LocalAws and the pipeline.</summary>
internal sealed class BenchLake : MariaDbFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private readonly string _folder = Directory.CreateTempSubdirectory("sakila-bench-").FullName;
    private static readonly HttpClient Http = new();
    private ServiceProcess _localAws = null!;
    private ServiceProcess? _pipeline;

    public AmazonKinesisFirehoseClient Firehose { get; private set; } = null!;
    public AmazonS3Client S3 { get; private set; } = null!;

    public async Task StartAsync(int scale)
    {
        await InitializeAsync();
        await LoadAsync(["--scale", $"{scale}"]);
        _localAws = await ServiceProcess.StartAsync("SakilaPortal.LocalAws", ["--data", Path.Combine(_folder, "aws"), "--auth", "none"], healthPath: "/_localaws/health");
        var credentials = new BasicAWSCredentials("bench", "bench");
        var address = _localAws.Address.GetLeftPart(UriPartial.Authority);
        Firehose = new(credentials, new AmazonKinesisFirehoseConfig { ServiceURL = address, AuthenticationRegion = "us-east-1" });
        S3 = new(credentials, new AmazonS3Config { ServiceURL = address, AuthenticationRegion = "us-east-1", ForcePathStyle = true });
    }

    /// <summary>Starts the pipeline.</summary>
    /// <returns>How long everything in MySQL took to be in the lake.</returns>
    public async Task<TimeSpan> BuildAsync()
    {
        var waited = Stopwatch.StartNew();
        _pipeline = await ServiceProcess.StartAsync("SakilaPortal.Pipeline", environment: new Dictionary<string, string?>
        {
            ["ConnectionStrings__sakila"] = ConnectionString(),
            ["AWS_ENDPOINT_URL"] = _localAws.Address.GetLeftPart(UriPartial.Authority),
            ["AWS_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = "bench",
            ["AWS_SECRET_ACCESS_KEY"] = "bench",
            ["Delivery__IntervalSeconds"] = "0",
        });
        await UntilSoldAsync();
        await UntilAsync(async () => await RowsAsync("curatedzonedb", "streaming_films") is not null);
        return waited.Elapsed;
    }

    /// <summary>Rows of the newest version; null before the first.</summary>
    public Task<long?> RowsAsync(string database, string table) => ScalarAsync<long?>(
        "SELECT row_count FROM portal.table_version WHERE database_name = @database AND table_name = @table ORDER BY version DESC LIMIT 1", new { database, table });

    /// <summary>Waits until clean payments and rentals, and sales, are as many as MySQL holds now.</summary>
    public async Task<TimeSpan> UntilSoldAsync()
    {
        var waited = Stopwatch.StartNew();
        var (payments, rentals) = (await ScalarAsync<long>("SELECT COUNT(*) FROM sakila.payment"), await ScalarAsync<long>("SELECT COUNT(*) FROM sakila.rental"));
        await UntilAsync(async () => await RowsAsync("curatedzonedb", "fact_sales") == payments
            && await RowsAsync("cleanzonedb", "payment") == payments && await RowsAsync("cleanzonedb", "rental") == rentals);
        return waited.Elapsed;
    }

    public Task PutAsync(IEnumerable<string> lines) => Firehose.PutRecordBatchAsync(new()
    {
        DeliveryStreamName = "partner-events", Records = [.. lines.Select(line => new Record { Data = new MemoryStream(Encoding.UTF8.GetBytes(line)) })],
    });

    /// <summary>Writes a delivered object of events, past the delivery stream.</summary>
    public Task DeliverAsync(IEnumerable<string> lines)
    {
        var now = DateTime.UtcNow;
        var key = string.Create(CultureInfo.InvariantCulture, $"streaming/{now:yyyy/MM}/partner-events-1-{now:yyyy-MM-dd-HH-mm-ss}-{Guid.NewGuid()}");
        return S3.PutObjectAsync(new() { BucketName = "dev-sakila-landing", Key = key, ContentBody = string.Concat(lines.Select(line => line + "\n")) });
    }

    public async Task<T?> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = new MySqlConnection(ConnectionString());
        return await connection.ExecuteScalarAsync<T>(sql, parameters);
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = new MySqlConnection(ConnectionString());
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql, parameters, commandTimeout: 600);
    }

    public async Task<Traffic> TrafficAsync() => (await Http.GetFromJsonAsync<Traffic>(new Uri(_localAws.Address, "/_localaws/metrics")))!;

    /// <summary>The most memory that pipeline and LocalAws have held, in MB.</summary>
    public (long Pipeline, long LocalAws) Peak() => (PeakOf(_pipeline!.Id), PeakOf(_localAws.Id));

    public static async Task<TimeSpan> TimeUntilAsync(Func<Task<bool>> holds)
    {
        var waited = Stopwatch.StartNew();
        await UntilAsync(holds);
        return waited.Elapsed;
    }

    public override async Task DisposeAsync()
    {
        if (_pipeline is not null)
            await _pipeline.DisposeAsync();
        await _localAws.DisposeAsync();
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var waited = Stopwatch.StartNew(); !await holds(); await Task.Delay(10))
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"The lake was not there after {Patience.TotalMinutes} minutes.");
    }

    private static long PeakOf(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) >> 10;
    }
}

/// <summary>As LocalAws counts it.</summary>
internal sealed record Traffic(long BytesRead, long BytesWritten, Dictionary<string, long> Requests);
