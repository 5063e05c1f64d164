using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Reports;

[Collection(ApiFixture.Collection)]
public sealed class RunTests(ApiFixture portal) : IAsyncLifetime
{
    public Task InitializeAsync() => TestLake.EnsureAsync(portal);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task ARunTellsItsColumnsRowsBytesAndCost()
    {
        var runId = await portal.StartAsync("SELECT kind, count(*) numbers, sum(amount) total FROM probe GROUP BY kind ORDER BY kind");
        var run = await portal.EndOfAsync(runId);
        Assert.Equal(("SUCCEEDED", runId, 2), (run.Text("state"), run.Text("runId"), run.Int("rowCount")));
        Assert.Equal([("kind", "varchar"), ("numbers", "bigint"), ("total", "decimal(38,2)")],
            run.GetProperty("columns").EnumerateArray().Select(column => (column.Text("name"), column.Text("type"))));
        Assert.InRange(run.GetProperty("bytesScanned").GetInt64(), 1, 1_000_000);
        Assert.Equal(5m * 10 / 1024 / 1024, run.GetProperty("cost").GetDecimal(), 8);
        Assert.True(run.GetProperty("totalMs").GetInt64() >= run.GetProperty("engineMs").GetInt64());
        Assert.False(run.GetProperty("reused").GetBoolean());

        var rows = Reporting.Rows(await portal.Analyst.GetAsync($"/api/runs/{runId}/rows").JsonAsync());
        Assert.Equal([["even", "1250", "15637.50"], ["odd", "1250", "15625.00"]], rows);
        Assert.Equal("analyst", await portal.ScalarAsync<string>("SELECT started_by FROM portal.report_run WHERE run_id = @runId", new { runId }));
    }

    [Theory]
    [InlineData("""{"n": 5, "kind": "odd", "flag": true}""", "5", "odd", "true")]
    [InlineData("""{"n": "-1.5", "kind": null, "flag": false}""", "-1.5", "even", "false")]
    public async Task AValueMayBeSentAsWhatItIs(string parameters, params string[] expected)
    {
        const string sql = "-- parameter n: number\n-- parameter kind: text = even\n-- parameter flag: text\nSELECT :n, :kind, :flag";
        using var body = new StringContent($$"""{"sql": {{JsonSerializer.Serialize(sql)}}, "parameters": {{parameters}}}""", System.Text.Encoding.UTF8, "application/json");
        var accepted = await portal.Analyst.PostAsync("/api/reports/drafts/runs", body).JsonAsync(HttpStatusCode.Accepted);
        var run = await portal.EndOfAsync(accepted.Text("runId")!);
        Assert.Equal(expected, Reporting.Rows(await portal.Analyst.GetAsync($"/api/runs/{run.Text("runId")}/rows").JsonAsync()).Single());
    }

    [Theory]
    [InlineData("""{"n": [1]}""")]
    [InlineData("""{"n": {"from": 1}}""")]
    [InlineData("[]")]
    public async Task AValueThatIsNoSingleOneIsRefused(string parameters)
    {
        using var body = new StringContent($$"""{"sql": "SELECT 1", "parameters": {{parameters}}}""", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(["parameters"], await portal.Analyst.PostAsync("/api/reports/drafts/runs", body).FaultyFieldsAsync(HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task RowsComePageByPageWithoutGapOrRepeatOrHeader()
    {
        var run = await portal.EndOfAsync(await portal.StartAsync("SELECT n FROM probe ORDER BY n"));
        Assert.Equal(TestLake.Rows, run.Int("rowCount"));
        var numbers = new List<int>();
        var pages = 0;
        for (string? token = ""; token is not null; pages++)
        {
            var page = await portal.Analyst.GetAsync($"/api/runs/{run.Text("runId")}/rows?limit=700&token={Uri.EscapeDataString(token)}").JsonAsync();
            numbers.AddRange(Reporting.Rows(page).Select(row => int.Parse(row[0]!)));
            token = page.Text("nextToken");
        }
        Assert.Equal(Enumerable.Range(1, TestLake.Rows), numbers);
        Assert.Equal(4, pages);
    }

    [Fact]
    public async Task NullAndEmptyTextAreApart() =>
        Assert.Equal([["3", null], ["4", ""]], await portal.RowsAsync("SELECT n, note FROM probe WHERE n IN (3, 4) ORDER BY n"));

    [Fact]
    public async Task TheWholeResultIsCsvThatASpreadsheetDoesNotRun()
    {
        var run = await portal.EndOfAsync(await portal.StartAsync("SELECT note, n FROM probe ORDER BY n"));
        using var response = await portal.Analyst.GetAsync($"/api/runs/{run.Text("runId")}/csv");
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(TestLake.Rows + 1, lines.Length);
        Assert.Equal(["note,n", "'=1+1,1", "-12.5,2", ",3", ",4", "\"plain, with \"\"quotes\"\"\",5", "'@SUM(A1),6", "'-rm,7", "'+44 20,8"], lines[..9]);
    }

    [Fact]
    public async Task AColumnOfNothingButNullsIsComplete()
    {
        var run = await portal.EndOfAsync(await portal.StartAsync("SELECT note FROM probe WHERE n > 2490"));
        Assert.Equal(10, run.Int("rowCount"));
        var csv = await portal.Analyst.GetStringAsync($"/api/runs/{run.Text("runId")}/csv");
        Assert.Equal(11, csv.Split("\r\n").Length - 1);
    }

    [Fact]
    public async Task ValuesArePutInAsLiteralsOfTheirTypes()
    {
        const string sql = """
            /* parameter least: number = -1
               parameter period: date range
               parameter word: text */
            SELECT ':word' quoted, :word word, count(*) n -- :least is not this one
            FROM probe WHERE n >= :least AND day BETWEEN :period_from AND :period_to
            """;
        const string word = "it's; DROP TABLE probe -- :least";
        var row = Assert.Single(await portal.RowsAsync(sql, new { period = "2026-01-01..2026-01-02", word }));
        Assert.Equal(new string?[] { ":word", word, "50" }, row);
        Assert.Equal("25", Assert.Single(await portal.RowsAsync(sql, new { period = "2026-01-02..2026-01-02", word, least = "0.5" }))[2]);
    }

    [Theory]
    [InlineData("""{"day": "someday", "n": "1"}""", "parameters.day")]
    [InlineData("""{"day": "2026-01-01", "n": "1 OR 1 = 1"}""", "parameters.n")]
    [InlineData("""{"day": "2026-01-01"}""", "parameters.n")]
    [InlineData("""{"day": "2026-01-01", "n": "1", "kind": "neither"}""", "parameters.kind")]
    [InlineData("""{"day": "2026-01-01", "n": "1", "other": "x"}""", "parameters.other")]
    public async Task AValueThatDoesNotFitIsNamed(string parameters, string field)
    {
        var report = await portal.CreateReportAsync("""
            /* parameter day: date
               parameter n: number
               parameter kind: list(even, odd) = odd */
            SELECT n FROM probe WHERE day = :day AND n = :n AND kind = :kind
            """);
        var body = new { parameters = JsonSerializer.Deserialize<Dictionary<string, string>>(parameters) };
        Assert.Equal([field], await portal.Analyst.PostAsJsonAsync($"/api/reports/{report.Text("id")}/runs", body).FaultyFieldsAsync(HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task ARunThatNobodyLooksAtIsKnownToHaveEnded()
    {
        var runId = await portal.StartAsync("SELECT count(*) n FROM probe");
        await Eventually.IsAsync(async () => await portal.ScalarAsync<string?>("SELECT state FROM portal.report_run WHERE run_id = @runId", new { runId }) == "SUCCEEDED", "the end is noted");
    }

    [Fact]
    public async Task AFailedRunSaysWhyAndCostsNothing()
    {
        var run = await portal.EndOfAsync(await portal.StartAsync("SELECT no_such_column FROM probe"));
        Assert.Equal(("FAILED", 0m), (run.Text("state"), run.GetProperty("cost").GetDecimal()));
        Assert.Contains("no_such_column", run.Text("reason"), StringComparison.OrdinalIgnoreCase);
        foreach (var part in (string[])["rows", "csv"])
        {
            var refused = await portal.Analyst.GetAsync($"/api/runs/{run.Text("runId")}/{part}").ProblemAsync(HttpStatusCode.Conflict);
            Assert.Contains("no_such_column", refused.Text("detail"), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task ARunningRunCanBeStopped()
    {
        var runId = await portal.StartAsync("SELECT count(*) FROM probe a CROSS JOIN probe b CROSS JOIN probe c WHERE a.n + b.n + c.n = 1");
        await portal.Analyst.DeleteAsync($"/api/runs/{runId}").JsonAsync();
        Assert.Equal("CANCELLED", (await portal.EndOfAsync(runId)).Text("state"));
        await portal.Analyst.GetAsync($"/api/runs/{runId}/rows").ProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task AnUnknownRunOrTokenOrLimitIsRefused()
    {
        foreach (var path in (string[])["", "/rows", "/csv"])
            await portal.Analyst.GetAsync($"/api/runs/{Guid.NewGuid()}{path}").ProblemAsync(HttpStatusCode.NotFound);
        await portal.Analyst.DeleteAsync($"/api/runs/{Guid.NewGuid()}").ProblemAsync(HttpStatusCode.NotFound);

        var runId = (await portal.EndOfAsync(await portal.StartAsync("SELECT 1 one"))).Text("runId");
        Assert.Equal(["limit"], await portal.Analyst.GetAsync($"/api/runs/{runId}/rows?limit=0").FaultyFieldsAsync(HttpStatusCode.BadRequest));
        Assert.Equal(["token"], await portal.Analyst.GetAsync($"/api/runs/{runId}/rows?token=invented").FaultyFieldsAsync(HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task AFailureIsToldInWordsWithItsPlaceInTheReport()
    {
        const string sql = "/* parameter p: text = a long value */ SELECT :p, no_such_column FROM probe";
        var run = await portal.EndOfAsync(await portal.StartAsync(sql));
        var failure = run.GetProperty("failure");
        Assert.Contains("column that its tables do not have", failure.Text("what"), StringComparison.Ordinal);
        Assert.Equal((1, sql.IndexOf("no_such", StringComparison.Ordinal) + 1), (failure.Int("line"), failure.Int("column")));
    }

    [Fact]
    public async Task WhatAthenaDoesNotStartIsRefusedWithItsPlace()
    {
        var refused = portal.Analyst.PostAsJsonAsync("/api/reports/drafts/runs", new { sql = "SELECT n\nFROM probe WHERE AND" });
        var problem = await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Line 2, column 18", problem.GetProperty("errors").GetProperty("sql")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADraftRunsWithoutBeingSaved()
    {
        var accepted = await portal.Analyst.PostAsJsonAsync("/api/reports/drafts/runs", new { sql = "SELECT count(*) n FROM probe" }).JsonAsync(HttpStatusCode.Accepted);
        Assert.Equal(1, (await portal.EndOfAsync(accepted.Text("runId")!)).Int("rowCount"));
    }

    [Fact]
    public async Task RunsAreListedWithPersonCostAndFailure()
    {
        var report = await portal.CreateReportAsync("SELECT no_such_column FROM probe");
        var id = report.Text("id");
        var accepted = await portal.Analyst.PostAsJsonAsync($"/api/reports/{id}/runs", new { }).JsonAsync(HttpStatusCode.Accepted);
        await portal.EndOfAsync(accepted.Text("runId")!);
        var run = Assert.Single((await portal.Analyst.GetAsync($"/api/runs?reportId={id}&startedBy=analyst&state=FAILED&sort=cost").JsonAsync()).Items());
        Assert.Equal((report.Text("name"), "analyst", "FAILED"), (run.Text("reportName"), run.Text("startedBy"), run.Text("state")));
        Assert.Contains("column", run.Text("failure"), StringComparison.Ordinal);
        var person = (await portal.Analyst.GetAsync("/api/runs/people").JsonAsync()).Items().Single(row => row.Text("person") == "analyst");
        Assert.True(person.Int("failed") > 0);
        Assert.Equal(accepted.Text("runId"), (await portal.Analyst.GetAsync($"/api/reports/{id}").JsonAsync()).GetProperty("lastRun").Text("runId"));
    }
}
