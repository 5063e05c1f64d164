using System.Diagnostics;
using Amazon.Athena;
using Amazon.Athena.Model;
using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena;

/// <summary>The life of a query execution: waiting, running, its end, its results.</summary>
public sealed class ExecutionTests(LakeFixture fixture) : IClassFixture<LakeFixture>
{
    private const string Endless = "SELECT count(*) FROM UNNEST(sequence(1, 10000)) a(x), UNNEST(sequence(1, 10000)) b(y), UNNEST(sequence(1, 10000)) c(z) WHERE x * y % 7 = z";
    private readonly AmazonAthenaClient athena = fixture.Athena.Client;

    [Fact]
    public async Task ResultsAreAQuotedCsvThatTellsNullFromEmpty()
    {
        var outcome = await fixture.SucceedAsync("SELECT 1 AS a, '' AS b, CAST(NULL AS varchar) AS c, 'say \"hi\", twice' AS \"d,e\"");
        var id = outcome.Execution!.QueryExecutionId;
        Assert.Equal($"s3://{AthenaFixture.Bucket}/{id}.csv", outcome.Execution.ResultConfiguration.OutputLocation);
        using var csv = await fixture.Lake.S3.GetObjectAsync(AthenaFixture.Bucket, $"{id}.csv");
        Assert.Equal("\"a\",\"b\",\"c\",\"d,e\"\n\"1\",\"\",,\"say \"\"hi\"\", twice\"\n", await new StreamReader(csv.ResponseStream).ReadToEndAsync());
        await fixture.Lake.S3.GetObjectMetadataAsync(AthenaFixture.Bucket, $"{id}.csv.metadata");
        Assert.Equal<IEnumerable<string?>>(["1", "", null, "say \"hi\", twice"], outcome.Rows.Single());
    }

    [Fact]
    public async Task PagesFollowEachOtherWithoutGapOrRepeat()
    {
        var outcome = await fixture.SucceedAsync("SELECT n, 'line\none, \"' || CAST(n AS varchar) FROM UNNEST(sequence(1, 2500)) t(n) ORDER BY n DESC");
        var (token, rows) = ((string?)null, new List<Row>());
        do
        {
            var page = await athena.GetQueryResultsAsync(new() { QueryExecutionId = outcome.Execution!.QueryExecutionId, MaxResults = 999, NextToken = token });
            Assert.True(page.ResultSet.Rows.Count <= 999);
            rows.AddRange(page.ResultSet.Rows);
            token = page.NextToken;
        }
        while (token is not null);
        Assert.Equal(2501, rows.Count);
        Assert.Equal(Enumerable.Range(1, 2500).Reverse().Select(n => $"{n}"), rows.Skip(1).Select(row => row.Data[0].VarCharValue));
        Assert.All(rows.Skip(1), row => Assert.Equal($"line\none, \"{row.Data[0].VarCharValue}", row.Data[1].VarCharValue));
    }

    [Fact]
    public async Task ColumnsAreDescribedWithTypesPrecisionAndScale()
    {
        var id = (await fixture.SucceedAsync("SELECT 1 AS i, 1.50 AS d, 'ab' AS s, ARRAY[1] AS l, current_timestamp AS t, 1e0 AS f")).Execution!.QueryExecutionId;
        var columns = (await athena.GetQueryResultsAsync(new() { QueryExecutionId = id })).ResultSet.ResultSetMetadata.ColumnInfo;
        Assert.Equal(
            ["i integer 10 0", "d decimal 3 2", "s varchar 2 0", "l array 0 0", "t timestamp with time zone 3 0", "f double 17 0"],
            columns.Select(column => $"{column.Name} {column.Type} {column.Precision} {column.Scale}"));
    }

    [Fact]
    public async Task AStoppedQueryEndsAtOnceAndStaysCancelled()
    {
        var id = await fixture.Athena.StartAsync(Endless);
        await RunsAsync(id);
        var clock = Stopwatch.StartNew();
        await athena.StopQueryExecutionAsync(new() { QueryExecutionId = id });
        var outcome = await fixture.Athena.EndAsync(id);
        Assert.Equal("CANCELLED", outcome.State);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"it took {clock.Elapsed}");
        await athena.StopQueryExecutionAsync(new() { QueryExecutionId = id });
        Assert.Equal(QueryExecutionState.CANCELLED, await StateAsync(id));
        var refusal = await Assert.ThrowsAsync<InvalidRequestException>(() => athena.GetQueryResultsAsync(new() { QueryExecutionId = id }));
        Assert.Contains("Final query state: CANCELLED", refusal.Message);
    }

    [Fact]
    public async Task MoreQueriesThanPlacesWaitTheirTurnAndCanBeStoppedThere()
    {
        var running = await Task.WhenAll(Enumerable.Range(0, SakilaPortal.LocalAws.Athena.Executions.ExecutionQueue.Places).Select(_ => fixture.Athena.StartAsync(Endless)));
        foreach (var id in running) await RunsAsync(id);
        var waiting = await fixture.Athena.StartAsync("SELECT 1");
        Assert.Equal(QueryExecutionState.QUEUED, await StateAsync(waiting));
        await athena.StopQueryExecutionAsync(new() { QueryExecutionId = waiting });
        Assert.Equal(QueryExecutionState.CANCELLED, await StateAsync(waiting));
        var next = await fixture.Athena.StartAsync("SELECT 1");
        foreach (var id in running) await athena.StopQueryExecutionAsync(new() { QueryExecutionId = id });
        Assert.Equal("SUCCEEDED", (await fixture.Athena.EndAsync(next)).State);
        foreach (var id in running) Assert.Equal("CANCELLED", (await fixture.Athena.EndAsync(id)).State);
    }

    [Fact]
    public async Task TheSameTokenIsTheSameExecution()
    {
        var token = Guid.NewGuid().ToString();
        var first = await fixture.Athena.StartAsync("SELECT 1", request => request.ClientRequestToken = token);
        Assert.Equal(first, await fixture.Athena.StartAsync("SELECT 1", request => request.ClientRequestToken = token));
        await Assert.ThrowsAsync<InvalidRequestException>(() => fixture.Athena.StartAsync("SELECT 2", request => request.ClientRequestToken = token));
    }

    [Fact]
    public async Task QuestionMarksTakeTheValuesGivenInTheirOrder()
    {
        var outcome = await fixture.SucceedAsync("SELECT ? || 'x', ? + 1 LIMIT ?", request => request.ExecutionParameters = ["'it''s'", "41", "1"]);
        Assert.Equal<IEnumerable<string?>>(["it'sx", "42"], outcome.Rows.Single());
        Assert.Contains("Incorrect number of parameters", (await fixture.RunAsync("SELECT ?")).Reason);
    }

    [Fact]
    public async Task AFailureIsToldWithItsCodeAndPlaceAndWhoseItIs()
    {
        var outcome = await fixture.RunAsync("SELECT\n  nosuch");
        Assert.Equal("FAILED", outcome.State);
        Assert.StartsWith("COLUMN_NOT_FOUND: line 2:3: Column 'nosuch' cannot be resolved", outcome.Reason);
        Assert.Equal(2, outcome.Execution!.Status.AthenaError.ErrorCategory);
        Assert.Equal(outcome.Reason, outcome.Execution.Status.AthenaError.ErrorMessage);
    }

    [Fact]
    public async Task WhatCannotBeParsedIsRefusedBeforeItRuns()
    {
        var refusal = await Assert.ThrowsAsync<InvalidRequestException>(() => fixture.Athena.StartAsync("SELECT 1\nFORM t"));
        Assert.Contains("line 2:6: mismatched input 't'", refusal.Message);
        Assert.Equal("MALFORMED_QUERY", refusal.AthenaErrorCode);
    }

    [Fact]
    public async Task TheNewestExecutionsOfAWorkGroupAreListedFirst()
    {
        await athena.CreateWorkGroupAsync(new() { Name = "listed" });
        List<string> ids = [];
        for (var i = 0; i < 3; i++) ids.Add(await fixture.Athena.StartAsync($"SELECT {i}", request => request.WorkGroup = "listed"));
        var first = await athena.ListQueryExecutionsAsync(new() { WorkGroup = "listed", MaxResults = 2 });
        Assert.Equal([ids[2], ids[1]], first.QueryExecutionIds);
        var second = await athena.ListQueryExecutionsAsync(new() { WorkGroup = "listed", MaxResults = 2, NextToken = first.NextToken });
        Assert.Equal([ids[0]], second.QueryExecutionIds);
        Assert.Null(second.NextToken);
        var batch = await athena.BatchGetQueryExecutionAsync(new() { QueryExecutionIds = [ids[0], "nope"] });
        Assert.Equal("SELECT 0", batch.QueryExecutions.Single().Query);
        Assert.Equal("nope", batch.UnprocessedQueryExecutionIds.Single().QueryExecutionId);
    }

    private Task<QueryExecutionState> RunsAsync(string id) => Eventually.IsAsync(() => StateAsync(id), state => state == QueryExecutionState.RUNNING, $"query {id} runs");

    private async Task<QueryExecutionState> StateAsync(string id) => (await athena.GetQueryExecutionAsync(new() { QueryExecutionId = id })).QueryExecution.Status.State;
}
