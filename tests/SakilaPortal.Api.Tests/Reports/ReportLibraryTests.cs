using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Reports;

[Collection(ApiFixture.Collection)]
public sealed class ReportLibraryTests(ApiFixture portal) : IAsyncLifetime
{
    private const string Sql = """
        /* Numbers of one kind up to a day.
           parameter kind: list(even, odd) = odd
           parameter until: date = 2026-12-31
           chart: bar */
        SELECT kind, count(*) numbers FROM probe WHERE kind = :kind AND day <= :until GROUP BY kind
        """;

    public Task InitializeAsync() => TestLake.EnsureAsync(portal);

    [Fact]
    public async Task TheListIsSortedAndPaged()
    {
        await portal.CreateReportAsync(Sql);
        await portal.CreateReportAsync(Sql);
        var all = (await portal.Analyst.GetAsync("/api/reports?sort=name&desc=true").JsonAsync()).Items().Select(item => item.Text("name")!).ToArray();
        Assert.Equal(all.OrderDescending(), all);
        var second = await portal.Analyst.GetAsync("/api/reports?sort=name&desc=true&pageSize=1&page=2").JsonAsync();
        Assert.Equal((all[1], all.Length), (Assert.Single(second.Items()).Text("name"), second.Int("total")));
        var last = await portal.Analyst.GetAsync($"/api/reports?pageSize=1&page={all.Length}").JsonAsync();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, last.GetProperty("nextPage").ValueKind);
    }

    [Theory]
    [InlineData("reports")]
    [InlineData("reports/any/moments")]
    [InlineData("lake/tables")]
    [InlineData("dashboards")]
    [InlineData("runs/people")]
    public async Task PageSizeAndOrderOfEveryListAreChecked(string path)
    {
        var id = (await portal.CreateReportAsync(Sql)).Text("id")!;
        var list = path.Replace("any", id, StringComparison.Ordinal);
        Assert.Equal(["pageSize", "sort"], await portal.Analyst.GetAsync($"/api/{list}?pageSize=501&sort=secret").FaultyFieldsAsync(HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task AReportTellsItsParametersChartAndDescription()
    {
        var created = await CreateAsync(Sql);
        var report = await portal.Analyst.GetAsync($"/api/reports/{created.Text("id")}").JsonAsync();
        Assert.Equal(("Numbers of one kind up to a day.", "curatedzonedb", "bar", Sql),
            (report.Text("description"), report.Text("database"), report.Text("chart"), report.Text("sql")));
        var parameters = report.GetProperty("parameters").EnumerateArray().ToArray();
        Assert.Equal([("kind", "list", "odd"), ("until", "date", "2026-12-31")],
            parameters.Select(parameter => (parameter.Text("name"), parameter.Text("type"), parameter.Text("default"))));
        Assert.Equal(["even", "odd"], parameters[0].GetProperty("values").EnumerateArray().Select(value => value.GetString()));
    }

    [Fact]
    public async Task ReportsAreListedByNameWithoutTheirSql()
    {
        var name = $"Zulu {portal.NextNumber()}";
        await CreateAsync(Sql, name);
        await CreateAsync(Sql, $"Alpha {portal.NextNumber()}");
        var items = (await portal.Analyst.GetAsync("/api/reports").JsonAsync()).Items();
        var names = items.Select(item => item.Text("name")!).ToList();
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
        Assert.Equal(JsonValueKind.Null, items.Single(item => item.Text("name") == name).GetProperty("sql").ValueKind);
    }

    [Theory]
    [InlineData("INSERT INTO probe SELECT * FROM probe")]
    [InlineData("-- a comment\nDROP TABLE probe")]
    [InlineData("SELECT 1; DROP TABLE probe")]
    [InlineData("UNLOAD (SELECT 1) TO 's3://elsewhere/' WITH (format = 'PARQUET')")]
    [InlineData("/* only a comment */")]
    [InlineData("SELECT :undeclared")]
    [InlineData("-- parameter unused: date\nSELECT 1")]
    [InlineData("-- parameter twice: text = a\n-- parameter twice: text = b\nSELECT :twice")]
    public async Task OnlyASelectWithDeclaredAndUsedParametersIsSaved(string sql) =>
        Assert.Equal(["sql"], await portal.Analyst.PostAsJsonAsync("/api/reports", new { name = "bad", sql }).FaultyFieldsAsync(HttpStatusCode.BadRequest));

    [Fact]
    public async Task NameAndSqlAreRequired() =>
        Assert.Equal(["name", "sql"], await portal.Analyst.PostAsJsonAsync("/api/reports", new { }).FaultyFieldsAsync(HttpStatusCode.BadRequest));

    [Fact]
    public async Task ANameIsTakenOnlyOnce()
    {
        var name = (await CreateAsync(Sql)).Text("name")!;
        await portal.Analyst.PostAsJsonAsync("/api/reports", new { name = name.ToUpperInvariant(), sql = Sql }).ProblemAsync(HttpStatusCode.Conflict);
        var other = await CreateAsync(Sql);
        await portal.Analyst.PutAsJsonAsync($"/api/reports/{other.Text("id")}", new { name, sql = Sql }).ProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task AChangedReportKeepsItsEarlierTexts()
    {
        var report = await CreateAsync("SELECT 1 one");
        var id = report.Text("id");
        var changed = await portal.Analyst.PutAsJsonAsync($"/api/reports/{id}", new { name = report.Text("name"), description = "Two", sql = "SELECT 2 two" }).JsonAsync();
        Assert.Equal((id, "SELECT 2 two", "Two"), (changed.Text("id"), changed.Text("sql"), changed.Text("description")));
        var versions = (await portal.Analyst.GetAsync($"/api/reports/{id}/versions").JsonAsync()).Items();
        Assert.Equal([(2, "SELECT 2 two", "analyst"), (1, "SELECT 1 one", "analyst")],
            versions.Select(version => (version.Int("version"), version.Text("sql"), version.Text("changedBy"))));
    }

    [Fact]
    public async Task AChangeByOthersIsNotOverwrittenUnseen()
    {
        var report = await CreateAsync("SELECT 1 one");
        var (path, name) = ($"/api/reports/{report.Text("id")}", report.Text("name"));
        var read = (await portal.Analyst.GetAsync(path).JsonAsync()).Int("version");
        var theirs = await portal.Admin.PutAsJsonAsync(path, new { name, sql = "SELECT 2 theirs", version = read }).JsonAsync();

        var refused = await portal.Analyst.PutAsJsonAsync(path, new { name, sql = "SELECT 3 mine", version = read }).ProblemAsync(HttpStatusCode.Conflict);
        Assert.StartsWith("admin has changed it since", refused.GetProperty("errors").GetProperty("version")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("SELECT 2 theirs", (await portal.Analyst.GetAsync(path).JsonAsync()).Text("sql"));

        var mine = await portal.Analyst.PutAsJsonAsync(path, new { name, sql = "SELECT 3 mine", version = theirs.Int("version") }).JsonAsync();
        Assert.Equal((read + 1, read + 2), (theirs.Int("version"), mine.Int("version")));
    }

    [Fact]
    public async Task ChangesAtTheSameTimeAreAllKept()
    {
        var report = await CreateAsync("SELECT 0 n");
        var path = $"/api/reports/{report.Text("id")}";
        await Task.WhenAll(Enumerable.Range(1, 6).Select(n => portal.Analyst.PutAsJsonAsync(path, new { name = report.Text("name"), sql = $"SELECT {n} n" }).JsonAsync()));

        var versions = (await portal.Analyst.GetAsync($"{path}/versions").JsonAsync()).Items();
        Assert.Equal(Enumerable.Range(0, 7).Select(n => $"SELECT {n} n"), versions.Select(version => version.Text("sql")).Order());
        Assert.Equal((await portal.Analyst.GetAsync(path).JsonAsync()).Text("sql"), versions[0].Text("sql"));
    }

    [Fact]
    public async Task OfReportsMadeAtTheSameTimeOneHasTheName()
    {
        var name = $"Report {portal.NextNumber()}";
        var answers = await Task.WhenAll(Enumerable.Range(1, 4).Select(_ => portal.Analyst.PostAsJsonAsync("/api/reports", new { name, sql = "SELECT 1" })));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task ADeletedReportIsGoneButItsTextsAreNot()
    {
        var id = (await CreateAsync("SELECT 1 one")).Text("id");
        using var deleted = await portal.Analyst.DeleteAsync($"/api/reports/{id}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await portal.Analyst.GetAsync($"/api/reports/{id}").ProblemAsync(HttpStatusCode.NotFound);
        Assert.Single((await portal.Analyst.GetAsync($"/api/reports/{id}/versions").JsonAsync()).Items());
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("PUT", "")]
    [InlineData("DELETE", "")]
    [InlineData("GET", "/versions")]
    [InlineData("POST", "/runs")]
    [InlineData("POST", "/estimate")]
    public async Task AnUnknownReportIsNotFound(string method, string suffix) => await portal.Analyst.SendAsync(
        new(new HttpMethod(method), $"/api/reports/{Guid.NewGuid()}{suffix}") { Content = method == "PUT" ? JsonContent.Create(new { name = "x", sql = "SELECT 1" }) : null })
        .ProblemAsync(HttpStatusCode.NotFound);

    [Fact]
    public async Task AListOffersWhatItsQueryGives()
    {
        var report = await CreateAsync("""
            /* parameter kind: list(SELECT DISTINCT kind FROM probe ORDER BY kind)
               tags: probes, small */
            SELECT n FROM probe WHERE kind = :kind
            """);
        Assert.Equal(["probes", "small"], report.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        var values = await portal.Analyst.GetAsync($"/api/reports/{report.Text("id")}/parameters/kind/values").JsonAsync();
        Assert.Equal(["even", "odd"], values.GetProperty("values").EnumerateArray().Select(value => value.GetString()));
        await portal.Analyst.GetAsync($"/api/reports/{report.Text("id")}/parameters/other/values").ProblemAsync(HttpStatusCode.NotFound);

        var parameter = Assert.Single((await portal.Analyst.GetAsync($"/api/reports/{report.Text("id")}").JsonAsync()).GetProperty("parameters").EnumerateArray());
        Assert.Equal(["even", "odd"], parameter.GetProperty("values").EnumerateArray().Select(value => value.GetString()));
        var run = portal.Analyst.PostAsJsonAsync($"/api/reports/{report.Text("id")}/runs", new { parameters = new { kind = "neither" } });
        Assert.Equal(["parameters.kind"], await run.FaultyFieldsAsync(HttpStatusCode.BadRequest));
        await portal.RunAsync(report, new { parameters = new { kind = "odd" } });
    }

    [Fact]
    public async Task AReportIsMarkedForOnePersonAlone()
    {
        var id = (await CreateAsync(Sql)).Text("id");
        (await portal.Analyst.PutAsync($"/api/reports/{id}/favourite", null)).Dispose();
        (await portal.Analyst.PutAsync($"/api/reports/{id}/favourite", null)).Dispose();
        var report = await portal.Analyst.GetAsync($"/api/reports/{id}").JsonAsync();
        Assert.Equal((true, "analyst"), (report.GetProperty("favourite").GetBoolean(), report.Text("owner")));
        Assert.False((await portal.Admin.GetAsync($"/api/reports/{id}").JsonAsync()).GetProperty("favourite").GetBoolean());
        (await portal.Analyst.DeleteAsync($"/api/reports/{id}/favourite")).Dispose();
        Assert.False((await portal.Analyst.GetAsync($"/api/reports/{id}").JsonAsync()).GetProperty("favourite").GetBoolean());
    }

    [Fact]
    public async Task AnEditorLearnsTablesColumnsAndFunctions()
    {
        var completions = await portal.Analyst.GetAsync("/api/reports/completions").JsonAsync();
        var probe = completions.GetProperty("tables").EnumerateArray().Single(table => table.Text("name") == "probe");
        Assert.Contains("amount", probe.GetProperty("columns").EnumerateArray().Select(column => column.Text("name")));
        Assert.Contains("date_trunc", completions.GetProperty("functions").EnumerateArray().Select(function => function.Text("name")));
    }

    [Fact]
    public async Task AnEstimateIsTheSizeOfTheTablesThatAreNamed()
    {
        var estimate = await portal.Analyst.PostAsync($"/api/reports/{(await CreateAsync("SELECT n FROM probe")).Text("id")}/estimate", null).JsonAsync();
        Assert.InRange(estimate.GetProperty("bytes").GetInt64(), 100_000, 1_000_000);
        Assert.True(estimate.GetProperty("withinLimit").GetBoolean());
        Assert.Equal(5m * 10 / 1024 / 1024, estimate.GetProperty("cost").GetDecimal(), 8);
    }

    [Fact]
    public async Task ATextThatIsNotSavedIsEstimatedAsAReportIs()
    {
        const string sql = "SELECT n FROM probe";
        var saved = await portal.Analyst.PostAsync($"/api/reports/{(await CreateAsync(sql)).Text("id")}/estimate", null).JsonAsync();
        var draft = await portal.Analyst.PostAsJsonAsync("/api/reports/drafts/estimate", new { sql }).JsonAsync();
        Assert.Equal(saved.ToString(), draft.ToString());
        Assert.Equal(["sql"], await portal.Analyst.PostAsJsonAsync("/api/reports/drafts/estimate", new { sql = "SELECT :a" }).FaultyFieldsAsync(HttpStatusCode.BadRequest));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private Task<JsonElement> CreateAsync(string sql, string? name = null) => portal.CreateReportAsync(sql, name);
}
