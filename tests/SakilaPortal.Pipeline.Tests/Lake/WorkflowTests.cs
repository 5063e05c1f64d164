namespace SakilaPortal.Pipeline.Tests.Lake;

[Collection(nameof(LakeCollection))]
public sealed class WorkflowTests(LakeFixture lake)
{
    [Fact]
    public async Task TheSavedQueriesAreThereOnceAfterRestarts()
    {
        await lake.KillPipelineAsync();
        await lake.StartPipelineAsync();
        var ids = (await lake.Athena.ListNamedQueriesAsync(new() { WorkGroup = "sakila-analysts", MaxResults = 50 })).NamedQueryIds;
        var queries = (await lake.Athena.BatchGetNamedQueryAsync(new() { NamedQueryIds = ids })).NamedQueries;
        var states = Assert.Single(queries, query => query.Name == "Overall-Top-Streaming-States");
        Assert.Equal("SELECT state,\n    count(state) count\nFROM streaming_films\nGROUP BY state\nORDER BY count desc", states.QueryString);
        Assert.Equal("curatedzonedb", states.Database);
        Assert.Single(queries, query => query.Name == "Overall-Top-Streaming-Categories");
    }

    [Fact]
    public async Task AnalystsAreLimitedToTenGibibytesAQuery()
    {
        var group = (await lake.Athena.GetWorkGroupAsync(new() { WorkGroup = "sakila-analysts" })).WorkGroup.Configuration;
        Assert.Equal(10_737_418_240, group.BytesScannedCutoffPerQuery);
        Assert.True(group.EnforceWorkGroupConfiguration);
    }

    [Fact]
    public async Task ARequestIsGrantedByOneRunForAllWhoWait()
    {
        await lake.ExecuteAsync("INSERT INTO portal.workflow_request (requested_by, requested_at) VALUES ('ann', UTC_TIMESTAMP(3)), ('bob', UTC_TIMESTAMP(3))");
        await lake.UntilAsync(async () => await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.workflow_request WHERE requested_by IN ('ann', 'bob') AND run_id IS NULL") == 0, "the requests are granted");
        Assert.Equal(1, await lake.MySqlAsync<long>("SELECT COUNT(DISTINCT run_id) FROM portal.workflow_request WHERE requested_by IN ('ann', 'bob')"));
        await lake.UntilAsync(async () => await lake.MySqlAsync<string>("SELECT state FROM portal.workflow_run WHERE triggered_by = 'request by ann'") == "succeeded", "the run has ended");
    }

    [Fact]
    public async Task ARunWithNothingToDoLeavesNoTrace()
    {
        await QuietAsync();
        var versions = await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.table_version");
        await lake.ExecuteAsync("INSERT INTO portal.workflow_request (requested_by, requested_at) VALUES ('carol', UTC_TIMESTAMP(3))");
        await lake.UntilAsync(async () => await lake.MySqlAsync<string>("SELECT state FROM portal.workflow_run WHERE triggered_by = 'request by carol'") == "succeeded", "the run has ended");
        Assert.Equal(versions, await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.table_version"));
    }

    [Fact]
    public async Task AKilledPipelineGoesOnWhereItWas()
    {
        var simulation = Guid.CreateVersion7().ToString("N");
        for (var i = 0; i < 3; i++)
        {
            await lake.PutAsync(Events.OfSimulation(simulation, 400).Skip(i * 100).Take(200));
            await lake.ExecuteAsync("UPDATE sakila.inventory SET store_id = 3 - store_id WHERE inventory_id % 7 = @i", new { i });
            await lake.UntilAsync(async () => await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.workflow_run WHERE state = 'running'") > 0, "a run is under way");
            await lake.KillPipelineAsync();
            await lake.StartPipelineAsync();
        }
        await lake.UntilAsync(async () => await lake.MySqlAsync<long>("SELECT COALESCE(MAX(in_reports), 0) FROM portal.simulation_progress WHERE simulation_id = @simulation", new { simulation }) == 400, "all events are in reports");
        Assert.Equal("400,400", string.Join(',', (await lake.AthenaAsync($"SELECT count(*), count(DISTINCT event_id) FROM curatedzonedb.streaming_films WHERE event_id LIKE '{simulation}-%'"))[0]));
        var expected = await lake.MySqlAsync<long>("SELECT SUM(inventory_id * store_id) FROM sakila.inventory");
        await lake.UntilAsync(async () => await lake.AthenaValueAsync("SELECT sum(inventory_id * store_id) FROM cleanzonedb.inventory") == $"{expected}", "the inventory is clean");
        Assert.Equal("4581", await lake.AthenaValueAsync("SELECT count(*) FROM cleanzonedb.inventory"));
    }

    [Fact]
    public async Task TheLakeAwayIsSaidAndSurvived()
    {
        await lake.KillLocalAwsAsync();
        await lake.UntilAsync(async () => !(await lake.HealthAsync()).Healthy, "the pipeline says that it cannot work");
        await lake.StartLocalAwsAsync();
        await lake.UntilAsync(async () => (await lake.HealthAsync()).Healthy, "the pipeline works again");
        var id = Guid.CreateVersion7().ToString();
        await lake.PutAsync([Events.Line(id)]);
        await lake.UntilAsync(async () => await lake.AthenaValueAsync($"SELECT count(*) FROM curatedzonedb.streaming_films WHERE event_id = '{id}'") == "1", "the event is there");
    }

    [Fact]
    public async Task OfTwoWorkersOneWorksAndTheOtherTakesOver()
    {
        await using var other = await lake.StartAnotherPipelineAsync();
        var owner = await lake.MySqlAsync<string>("SELECT owner FROM portal.lease");
        await lake.KillPipelineAsync();
        await lake.UntilAsync(async () => await lake.MySqlAsync<string>("SELECT owner FROM portal.lease") != owner, "the other has the lease");
        var id = Guid.CreateVersion7().ToString();
        await lake.PutAsync([Events.Line(id)]);
        await lake.UntilAsync(async () => await lake.AthenaValueAsync($"SELECT count(*) FROM curatedzonedb.streaming_films WHERE event_id = '{id}'") == "1", "the event is there");
        await lake.StartPipelineAsync();
    }

    private Task QuietAsync() => lake.UntilAsync(async () => await lake.MySqlAsync<long>(
        """
        SELECT (SELECT COUNT(*) FROM portal.landed_object WHERE state = 'found') + (SELECT COUNT(*) FROM portal.event_batch WHERE version IS NULL)
            + (SELECT COUNT(*) FROM portal.workflow_run WHERE state = 'running' OR ended_at > UTC_TIMESTAMP() - INTERVAL 3 SECOND)
        """) == 0, "all is taken in");
}
