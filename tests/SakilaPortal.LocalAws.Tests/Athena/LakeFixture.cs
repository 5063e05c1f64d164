using Amazon.Athena.Model;
using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena;

/// <summary>A server with an empty lake, and queries over it.</summary>
public sealed class LakeFixture : IAsyncLifetime
{
    private Lake? lake;

    public AthenaFixture Athena { get; } = new();

    internal Lake Lake => lake!;

    public async Task InitializeAsync()
    {
        await Athena.InitializeAsync();
        lake = new Lake(Athena.Server);
        await lake.MakeAsync();
    }

    /// <summary>The rows of a query, each as text with blanks between its values.</summary>
    public async Task<List<string>> RowsAsync(string query) => [.. (await SucceedAsync(query)).Rows.Select(row => string.Join(' ', row.Select(value => value ?? "∅")))];

    public async Task<Outcome> SucceedAsync(string query, Action<StartQueryExecutionRequest>? change = null)
    {
        var outcome = await RunAsync(query, change);
        Assert.True(outcome.Reason is null, outcome.Reason);
        return outcome;
    }

    public Task<Outcome> RunAsync(string query, Action<StartQueryExecutionRequest>? change = null) => Athena.RunAsync(query, request =>
    {
        request.QueryExecutionContext = new() { Database = Lake.Database };
        change?.Invoke(request);
    });

    /// <summary>Makes a table of a query's rows in Parquet.</summary>
    public async Task UnloadAsync(string folder, string query) =>
        await SucceedAsync($"UNLOAD ({query}) TO 's3://{Lake.Bucket}/{folder}' WITH (format = 'PARQUET', compression = 'SNAPPY')");

    public async Task DisposeAsync()
    {
        lake?.Dispose();
        await Athena.DisposeAsync();
    }
}
