namespace SakilaPortal.Pipeline.Tests.Lake;

/// <summary>Failures that last, resuming, cancelling, and what is written down for the portal. A trigger makes publishing dim_customer fail.</summary>
[Collection(nameof(LakeCollection))]
public sealed class WorkflowControlTests(LakeFixture lake) : IAsyncLifetime
{
    private const string Breaking = """
        CREATE TRIGGER portal.break_dim_customer BEFORE INSERT ON portal.table_version FOR EACH ROW
        IF NEW.table_name = 'dim_customer' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Broken on purpose'; END IF
        """;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => MendAsync();

    [Fact]
    public async Task TheGraphIsWrittenDownWithItsTablesAndHowFreshTheyAre()
    {
        Assert.Equal("replicate, clean, crawl, film_category, streaming_films, dims, fact, publish", await lake.MySqlAsync<string>("""
            SELECT GROUP_CONCAT(node ORDER BY position SEPARATOR ', ') FROM portal.workflow_node
            WHERE node IN ('replicate', 'clean', 'crawl', 'film_category', 'streaming_films', 'dims', 'fact', 'publish')
            """));
        Assert.Equal("[\"film_category\"]", await lake.MySqlAsync<string>("SELECT after_nodes FROM portal.workflow_node WHERE node = 'dims'"));
        Assert.Equal("[\"curatedzonedb.fact_sales\"]", await lake.MySqlAsync<string>("SELECT tables FROM portal.workflow_node WHERE node = 'fact'"));
        Assert.Contains("\"cleanzonedb.payment\"", await lake.MySqlAsync<string>("SELECT tables FROM portal.workflow_node WHERE node = 'clean'"));
        await lake.UntilAsync(async () => await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.workflow_node WHERE fresh_as_of IS NULL OR fresh_as_of < UTC_TIMESTAMP() - INTERVAL 10 SECOND") == 0, "all is fresh");
    }

    [Fact]
    public async Task AFailureStopsWhatBuildsOnItOnlyAndIsResumedFromThere()
    {
        var failed = await BreakAsync("AAA", "failed");
        Assert.Equal("dims failed 4, fact skipped 1, publish skipped 1", await lake.MySqlAsync<string>("""
            SELECT GROUP_CONCAT(CONCAT_WS(' ', node, state, attempts) ORDER BY node SEPARATOR ', ') FROM portal.workflow_node_run WHERE run_id = @failed AND state <> 'succeeded'
            """, new { failed }));
        Assert.Contains("dims: Broken on purpose", await lake.MySqlAsync<string>("SELECT reason FROM portal.workflow_run WHERE run_id = @failed", new { failed }));
        await lake.UntilAsync(async () => (await lake.HealthAsync()).Text.Contains("Unhealthy"), "the pipeline says that something fails");
        var id = Guid.CreateVersion7().ToString();
        await lake.PutAsync([Events.Line(id)]);
        await lake.UntilAsync(async () => await lake.AthenaValueAsync($"SELECT count(*) FROM curatedzonedb.streaming_films WHERE event_id = '{id}'") == "1", "events go on meanwhile");

        await MendAsync();
        await ResumeAsync(failed);
        await lake.UntilAsync(async () => await NameAsync() == "AAA", "the customer has the new name");
        await lake.UntilAsync(async () => (await lake.HealthAsync()).Healthy, "the pipeline works again");
    }

    [Fact]
    public async Task ACancelledRunEndsAtOnceAndCanBeResumed()
    {
        await BreakAsync("BBB", "running", "retrying");
        await lake.ExecuteAsync("UPDATE portal.workflow_run SET cancel_requested_by = 'dave' WHERE state = 'running'");
        await lake.UntilAsync(async () => await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.workflow_run WHERE state = 'cancelled' AND reason = 'Cancelled by dave.'") == 1, "the run is cancelled");
        var cancelled = await lake.MySqlAsync<long>("SELECT run_id FROM portal.workflow_run WHERE state = 'cancelled'");
        Assert.Equal("cancelled", await lake.MySqlAsync<string>("SELECT state FROM portal.workflow_node_run WHERE run_id = @cancelled AND node = 'dims'", new { cancelled }));
        await lake.UntilAsync(async () => await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.workflow_node WHERE node = 'dims' AND retry_at > UTC_TIMESTAMP() + INTERVAL 30 SECOND") == 1, "the node is held");
        await MendAsync();
        await ResumeAsync(cancelled);
        Assert.Equal("BBB", await NameAsync());
    }

    [Fact]
    public async Task WithTwoWorkersUpNothingRunsTwice()
    {
        await using var other = await lake.StartAnotherPipelineAsync();
        var since = await lake.MySqlAsync<long>("SELECT MAX(run_id) FROM portal.workflow_run");
        for (var i = 0; i < 8; i++)
        {
            await Sales.SellAsync(lake, 200 + i, 4.44m);
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => lake.ExecuteAsync("INSERT INTO portal.workflow_request (requested_by, requested_at) VALUES ('erin', UTC_TIMESTAMP(3))")));
        }
        await Sales.AreEqualAsync(lake, "sales with two workers up");
        await lake.UntilAsync(async () => await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.workflow_request WHERE run_id IS NULL") == 0, "all requests are granted");
        var runs = await lake.MySqlAsync<long>("SELECT COUNT(DISTINCT run_id) FROM portal.workflow_request WHERE requested_by = 'erin'");
        Assert.InRange(runs, 1, 39);
        Assert.Equal(0, await lake.MySqlAsync<long>("""
            SELECT COUNT(*) FROM portal.workflow_run a JOIN portal.workflow_run b ON b.run_id > a.run_id AND b.started_at < a.ended_at WHERE a.run_id > @since
            """, new { since }));
        Assert.Equal(0, await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.workflow_run WHERE run_id > @since AND state = 'failed'", new { since }));
    }

    /// <summary>Lets a customer's new name fail to be published.</summary>
    /// <returns>The run.</returns>
    private async Task<long> BreakAsync(string name, string runState, string nodeState = "failed")
    {
        await lake.ExecuteAsync(Breaking);
        await lake.ExecuteAsync("UPDATE sakila.customer SET first_name = @name WHERE customer_id = 55", new { name });
        const string sql = """
            SELECT COALESCE(MAX(run_id), 0) FROM portal.workflow_node_run n JOIN portal.workflow_run r USING (run_id)
            WHERE node = 'dims' AND n.state = @nodeState AND r.state = @runState AND n.reason LIKE '%Broken on purpose%'
            """;
        await lake.UntilAsync(async () => await lake.MySqlAsync<long>(sql, new { nodeState, runState }) > 0, $"a run is {runState}");
        return await lake.MySqlAsync<long>(sql, new { nodeState, runState });
    }

    private Task MendAsync() => lake.ExecuteAsync("DROP TRIGGER IF EXISTS portal.break_dim_customer");

    private async Task ResumeAsync(long run)
    {
        await lake.ExecuteAsync("INSERT INTO portal.workflow_request (requested_by, requested_at, resume_of) VALUES ('frank', UTC_TIMESTAMP(3), @run)", new { run });
        await lake.UntilAsync(async () => await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.workflow_run WHERE resume_of = @run AND state = 'succeeded'", new { run }) == 1, "the run is resumed");
        Assert.Equal(0, await lake.MySqlAsync<long>("""
            SELECT COUNT(*) FROM portal.workflow_node_run JOIN portal.workflow_run r USING (run_id) WHERE r.resume_of = @run AND node NOT IN ('dims', 'fact', 'publish')
            """, new { run }));
    }

    private Task<string> NameAsync() => lake.AthenaValueAsync("SELECT first_name FROM curatedzonedb.dim_customer WHERE customer_id = 55");
}
