using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Dapper;
using MySqlConnector;
using SakilaPortal.TestSupport;

namespace SakilaPortal.Api.Tests;

/// <summary>The Api as a real process over a real database with the sample, and over a real LocalAws. Shared by all tests of the collection.</summary>
public class ApiFixture : MariaDbFixture
{
    public const string Collection = "Api";
    public const string DemoPassword = "demo-password-of-a-test";

    private readonly string awsData = Directory.CreateTempSubdirectory("sakila-aws-").FullName;
    private readonly Dictionary<string, HttpClient> clients = [];
    private FileStream? turn;
    private ServiceProcess? localAws;
    private ServiceProcess? api;
    private int lastNumber;

    public Uri Address => api!.Address;

    /// <summary>Where S3, Glue, Athena and Firehose are, and who may use them.</summary>
    public Uri AwsAddress => localAws!.Address;
    public AWSCredentials AwsCredentials { get; private set; } = null!;
    public HttpClient Anonymous { get; private set; } = null!;
    public HttpClient Clerk => As("clerk");
    public HttpClient Partner => As("partner");
    public HttpClient Analyst => As("analyst");
    public HttpClient Admin => As("admin");

    public HttpClient As(string role) => clients[role];

    /// <summary>What a service needs to find the database and LocalAws.</summary>
    public virtual Dictionary<string, string?> ServiceEnvironment => new()
    {
        ["ConnectionStrings__sakila"] = ConnectionString(),
        ["AWS_ENDPOINT_URL"] = localAws!.Address.GetLeftPart(UriPartial.Authority),
        ["AWS_REGION"] = "us-east-1",
        ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(awsData, "credentials"),
        ["AWS_PROFILE"] = "sakila",
    };

    public override async Task InitializeAsync()
    {
        turn = await MachineTurn.TakeAsync();
        await base.InitializeAsync();
        await LoadAsync(demoPassword: DemoPassword);
        localAws = await ServiceProcess.StartAsync("SakilaPortal.LocalAws", ["--data", awsData], healthPath: "/_localaws/health");
        new SharedCredentialsFile(Path.Combine(awsData, "credentials")).TryGetProfile("sakila", out var profile);
        AwsCredentials = profile.GetAWSCredentials(null);
        api = await StartApiAsync();
        Anonymous = new() { BaseAddress = api.Address };
        foreach (var role in (string[])["clerk", "partner", "analyst", "admin"])
            clients[role] = await SignInAsync(role, DemoPassword);
    }

    /// <summary>One more instance of the Api over the same database and lake.</summary>
    public Task<ServiceProcess> StartApiAsync(params (string Name, string Value)[] settings)
    {
        var environment = ServiceEnvironment;
        foreach (var (name, value) in settings)
            environment[name] = value;
        return ServiceProcess.StartAsync("SakilaPortal.Api", environment: environment);
    }

    public async Task<HttpClient> SignInAsync(string userName, string password)
    {
        var response = await Anonymous.PostAsJsonAsync("/api/login", new { userName, password });
        response.EnsureSuccessStatusCode();
        var tokens = await response.Content.ReadFromJsonAsync<JsonElement>();
        return With(tokens.GetProperty("accessToken").GetString()!);
    }

    public HttpClient With(string accessToken, Uri? address = null) => new()
    {
        BaseAddress = address ?? Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", accessToken) },
    };

    public async Task<T> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = new MySqlConnection(ConnectionString());
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }

    public async Task<int> ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = new MySqlConnection(ConnectionString());
        return await connection.ExecuteAsync(sql, parameters);
    }

    /// <summary>A number that no other test got.</summary>
    public int NextNumber() => Interlocked.Increment(ref lastNumber);

    public override async Task DisposeAsync()
    {
        foreach (var client in clients.Values.Append(Anonymous))
            client?.Dispose();
        foreach (var service in (ServiceProcess?[])[api, localAws])
            if (service is not null)
                await service.DisposeAsync();
        await base.DisposeAsync();
        Directory.Delete(awsData, recursive: true);
        if (turn is not null)
            await turn.DisposeAsync();
    }
}

[CollectionDefinition(ApiFixture.Collection)]
public sealed class ApiTestCollection : ICollectionFixture<ApiFixture>;
