using Amazon.Athena;
using Amazon.Athena.Model;
using SakilaPortal.LocalAws.Athena.Sql.Parsing;
using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena;

/// <summary>A server with a bucket for results, and queries run to their end through our client.</summary>
public sealed class AthenaFixture : IAsyncLifetime
{
    public const string Bucket = "results";
    private readonly LocalAwsServer server = new();
    private AmazonAthenaClient? client;

    public LocalAwsServer Server => server;

    public AmazonAthenaClient Client => client!;

    public async Task InitializeAsync()
    {
        await server.InitializeAsync();
        client = server.Athena();
        using var s3 = server.S3();
        await s3.PutBucketAsync(Bucket);
    }

    public Task<string> StartAsync(string query, Action<StartQueryExecutionRequest>? change = null) => StartAsync(Client, query, change);

    public async Task<Outcome> RunAsync(string query, Action<StartQueryExecutionRequest>? change = null)
    {
        string id;
        try
        {
            id = await StartAsync(query, change);
        }
        catch (InvalidRequestException refusal)
        {
            return new(refusal.Message, [], null);
        }

        return await EndAsync(id);
    }

    public async Task<Outcome> EndAsync(string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var execution = (await Client.GetQueryExecutionAsync(new() { QueryExecutionId = id }, patience.Token)).QueryExecution;
            if (execution.Status.State == QueryExecutionState.FAILED || execution.Status.State == QueryExecutionState.CANCELLED)
                return new(execution.Status.StateChangeReason, [], execution);
            if (execution.Status.State == QueryExecutionState.SUCCEEDED) return new(null, await RowsAsync(id), execution);
            await Task.Yield();
        }
    }

    /// <summary>The type of a query's only column, as Trino writes it.</summary>
    public string TypeOf(string query)
    {
        var session = new Session("awsdatacatalog", "default", TimeProvider.System.GetUtcNow(), (_, _) => null, []);
        return Translator.Translate(((SelectStatement)Parser.Parse(query)).Query, session).Columns[0].Type.Name;
    }

    public async Task DisposeAsync()
    {
        client?.Dispose();
        await server.DisposeAsync();
    }

    private static async Task<string> StartAsync(AmazonAthenaClient client, string query, Action<StartQueryExecutionRequest>? change)
    {
        var request = new StartQueryExecutionRequest { QueryString = query, ResultConfiguration = new() { OutputLocation = $"s3://{Bucket}/" } };
        change?.Invoke(request);
        return (await client.StartQueryExecutionAsync(request)).QueryExecutionId;
    }

    private async Task<List<string?[]>> RowsAsync(string id)
    {
        var page = await Client.GetQueryResultsAsync(new() { QueryExecutionId = id });
        return [.. page.ResultSet.Rows.Select(row => row.Data.Select(datum => (string?)datum.VarCharValue).ToArray())];
    }
}

/// <param name="Reason">Why the query has no rows; null when it succeeded.</param>
/// <param name="AllRows">The first page of its results, which begins with the columns' names.</param>
public sealed record Outcome(string? Reason, List<string?[]> AllRows, QueryExecution? Execution)
{
    public List<string?[]> Rows => [.. AllRows.Skip(1)];

    public string State => Execution?.Status.State.Value ?? "REFUSED";
}
