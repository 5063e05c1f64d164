using System.Net;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Reports;

[Collection(ApiFixture.Collection)]
public sealed class ResultTests(ApiFixture portal) : IAsyncLifetime
{
    public Task InitializeAsync() => TestLake.EnsureAsync(portal);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("offset=0&limit=3", "1 2 3")]
    [InlineData("offset=2498", "2499 2500")]
    [InlineData("offset=2500", "")]
    [InlineData("offset=127&limit=3", "128 129 130")]
    [InlineData("sort=n&desc=true&limit=3", "2500 2499 2498")]
    [InlineData("sort=n&desc=true&offset=2499", "1")]
    [InlineData("sort=amount&limit=2", "1 2")]
    [InlineData("sort=amount&desc=true&limit=2", "2500 2499")]
    [InlineData("sort=kind&limit=3", "2 4 6")]
    [InlineData("sort=note&limit=3", "4 8 2")]
    [InlineData("sort=note&desc=true&limit=8&offset=7", "3 9 10 11 12 13 14 15")]
    public async Task RowsComeFromAnyPlaceInAnyOrderWithNullsLast(string query, string numbers)
    {
        var rows = Reporting.Rows(await portal.Analyst.GetAsync($"/api/runs/{await RunAsync()}/rows?{query}").JsonAsync());
        Assert.Equal(numbers, string.Join(' ', rows.Select(row => row[0])));
    }

    [Fact]
    public async Task SumsAreOverAllRows()
    {
        var totals = await portal.Analyst.GetAsync($"/api/runs/{await RunAsync()}/totals").JsonAsync();
        Assert.Equal(2500, totals.Int("rows"));
        Assert.Equal(["3126250", null, "31262.50", null], totals.GetProperty("sums").EnumerateArray().Select(sum => sum.GetString()));
    }

    [Fact]
    public async Task AnUnknownColumnIsNoOrder() =>
        Assert.Equal(["sort"], await portal.Analyst.GetAsync($"/api/runs/{await RunAsync()}/rows?sort=other").FaultyFieldsAsync(HttpStatusCode.BadRequest));

    [Fact]
    public async Task TextWithQuotesLinesAndNullsStaysAsItIs()
    {
        var run = await portal.EndOfAsync(await portal.StartAsync("SELECT 1 n, 'a \"b\",\nc' t, '' e, cast(null as varchar) x"));
        var row = Assert.Single(Reporting.Rows(await portal.Analyst.GetAsync($"/api/runs/{run.Text("runId")}/rows?offset=0").JsonAsync()));
        Assert.Equal(new string?[] { "1", "a \"b\",\nc", "", null }, row);
    }

    [Fact]
    public async Task WhatChangedSinceThePreviousRunIsCountedAndShown()
    {
        var report = await portal.CreateReportAsync("""
            -- parameter shift: number = 0
            SELECT kind, n, CASE WHEN n > 6 THEN n + :shift ELSE n END + 0 value FROM probe WHERE n BETWEEN 5 + :shift AND 8 + :shift ORDER BY n
            """);
        var first = await RunAsync(report, new { });
        Assert.Equal("0", (await portal.Analyst.GetAsync($"/api/runs/{first}").JsonAsync()).GetProperty("parameters").Text("shift"));
        Assert.Equal(HttpStatusCode.NoContent, (await portal.Analyst.GetAsync($"/api/runs/{first}/changes")).StatusCode);

        var second = await RunAsync(report, new { shift = "2" });
        var changes = await portal.Analyst.GetAsync($"/api/runs/{second}/changes").JsonAsync();
        Assert.Equal(first, changes.GetProperty("against").Text("runId"));
        Assert.Equal((false, "shift", "kind"), (changes.GetProperty("sqlChanged").GetBoolean(),
            Assert.Single(changes.GetProperty("parametersChanged").EnumerateArray()).GetString(), Assert.Single(changes.GetProperty("keys").EnumerateArray()).GetString()));
        Assert.Equal((0, 0, 4, 0), (changes.Int("added"), changes.Int("removed"), changes.Int("changed"), changes.Int("unchanged")));
        Assert.Equal(["odd", "5", "5"], Cells(changes.GetProperty("rows")[0].GetProperty("before")));
        Assert.Equal(["odd", "7", "9"], Cells(changes.GetProperty("rows")[0].GetProperty("after")));
    }

    [Fact]
    public async Task RowsAreRecognisedByWhatNamesThemNumbersIncluded()
    {
        var report = await portal.CreateReportAsync("""
            -- parameter shift: number = 0
            SELECT n film_id, kind, n * 10 value FROM probe WHERE n BETWEEN 1 + :shift AND 4 + :shift ORDER BY n
            """);
        await RunAsync(report, new { });
        var changes = await portal.Analyst.GetAsync($"/api/runs/{await RunAsync(report, new { shift = "2" })}/changes").JsonAsync();
        Assert.Equal(["film_id", "kind"], Cells(changes.GetProperty("keys")));
        Assert.Equal((2, 2, 0, 2), (changes.Int("added"), changes.Int("removed"), changes.Int("changed"), changes.Int("unchanged")));
    }

    [Fact]
    public async Task NumbersThatAreOneAsADoubleAreInOrder()
    {
        var run = await portal.EndOfAsync(await portal.StartAsync("SELECT * FROM (VALUES (9007199254740993), (9007199254740992), (9007199254740994), (-1)) t (n)"));
        var rows = Reporting.Rows(await portal.Analyst.GetAsync($"/api/runs/{run.Text("runId")}/rows?sort=n").JsonAsync());
        Assert.Equal(["-1", "9007199254740992", "9007199254740993", "9007199254740994"], rows.Select(row => row[0]));
    }

    [Fact]
    public async Task ANumberTooLargeForADecimalIsANumberInTheCsv()
    {
        var run = await portal.EndOfAsync(await portal.StartAsync("SELECT -1.0E300 x, -infinity() y"));
        Assert.Equal("x,y\r\n-1.0E300,'-Infinity\r\n", await portal.Analyst.GetStringAsync($"/api/runs/{run.Text("runId")}/csv"));
    }

    private static IEnumerable<string?> Cells(JsonElement row) => row.EnumerateArray().Select(cell => cell.GetString());

    private async Task<string> RunAsync()
    {
        var run = await portal.EndOfAsync(await portal.StartAsync("SELECT n, kind, amount, note FROM probe ORDER BY n"));
        Assert.True(run.Text("state") == "SUCCEEDED", run.ToString());
        return run.Text("runId")!;
    }

    private Task<string> RunAsync(JsonElement report, object parameters) => portal.RunAsync(report, new { parameters });
}
