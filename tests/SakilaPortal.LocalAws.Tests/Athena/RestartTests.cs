using Amazon.Athena;
using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena;

public sealed class RestartTests : IAsyncLifetime
{
    private readonly AthenaFixture athena = new();

    public Task InitializeAsync() => athena.InitializeAsync();

    [Fact]
    public async Task ExecutionsAndResultsSurviveARestartAndWhatRanIsToldToHaveFailed()
    {
        var done = await athena.RunAsync("SELECT 'kept'");
        var running = await athena.StartAsync("SELECT count(*) FROM UNNEST(sequence(1, 10000)) a(x), UNNEST(sequence(1, 10000)) b(y), UNNEST(sequence(1, 10000)) c(z) WHERE x * y % 7 = z");
        await athena.Server.RestartAsync();
        using var client = athena.Server.Athena();
        var results = await client.GetQueryResultsAsync(new() { QueryExecutionId = done.Execution!.QueryExecutionId });
        Assert.Equal("kept", results.ResultSet.Rows[1].Data[0].VarCharValue);
        var ended = (await client.GetQueryExecutionAsync(new() { QueryExecutionId = running })).QueryExecution.Status;
        Assert.Contains(ended.State, new[] { QueryExecutionState.FAILED, QueryExecutionState.CANCELLED });
        Assert.NotNull(ended.StateChangeReason);
    }

    public Task DisposeAsync() => athena.DisposeAsync();
}
