using System.Net;
using System.Net.Http.Json;

namespace SakilaPortal.Api.Tests.Reports;

[Collection(ApiFixture.Collection)]
public sealed class DashboardTests(ApiFixture portal) : IAsyncLifetime
{
    public Task InitializeAsync() => TestLake.EnsureAsync(portal);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task ADashboardIsSavedChangedAndDeleted()
    {
        var (first, second) = ((await portal.CreateReportAsync("SELECT 1 one")).Text("id"), (await portal.CreateReportAsync("SELECT 2 two")).Text("id"));
        var name = $"Dashboard {portal.NextNumber()}";
        var made = await portal.Analyst.PostAsJsonAsync("/api/dashboards", new { name, tiles = new[] { new { reportId = first, view = "bar", wide = true } } })
            .JsonAsync(HttpStatusCode.Created);
        var path = $"/api/dashboards/{made.Int("id")}";
        var tiles = new object[] { new { reportId = second, title = "Two" }, new { reportId = first } };
        await portal.Admin.PutAsJsonAsync(path, new { name, description = "Both", tiles }).JsonAsync();

        var read = await portal.Analyst.GetAsync(path).JsonAsync();
        Assert.Equal((name, "Both", "analyst", "admin"), (read.Text("name"), read.Text("description"), read.Text("createdBy"), read.Text("changedBy")));
        Assert.Equal([(second, "Two"), (first, null)], read.GetProperty("tiles").EnumerateArray().Select(tile => (tile.Text("reportId"), tile.Text("title"))));
        Assert.Contains(name, (await portal.Analyst.GetAsync("/api/dashboards").JsonAsync()).Items().Select(item => item.Text("name")));
        await portal.Analyst.PostAsJsonAsync("/api/dashboards", new { name, tiles }).ProblemAsync(HttpStatusCode.Conflict);

        using var deleted = await portal.Analyst.DeleteAsync(path);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await portal.Analyst.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ADashboardIsOfReportsThatThereAre()
    {
        Assert.Equal(["name", "tiles"], await portal.Analyst.PostAsJsonAsync("/api/dashboards", new { }).FaultyFieldsAsync(HttpStatusCode.BadRequest));
        var unknown = new { name = "x", tiles = new[] { new { reportId = "none" } } };
        Assert.Equal(["tiles"], await portal.Analyst.PostAsJsonAsync("/api/dashboards", unknown).FaultyFieldsAsync(HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task AChangeOfADashboardByOthersIsNotOverwrittenUnseen()
    {
        var tiles = new[] { new { reportId = (await portal.CreateReportAsync("SELECT 1 one")).Text("id") } };
        var name = $"Dashboard {portal.NextNumber()}";
        var made = await portal.Analyst.PostAsJsonAsync("/api/dashboards", new { name, tiles }).JsonAsync(HttpStatusCode.Created);
        var (path, read) = ($"/api/dashboards/{made.Int("id")}", made.Text("changedAt"));
        var theirs = await portal.Admin.PutAsJsonAsync(path, new { name, description = "theirs", tiles, changedAt = read }).JsonAsync();

        Assert.Equal(["changedAt"], await portal.Analyst.PutAsJsonAsync(path, new { name, description = "mine", tiles, changedAt = read }).FaultyFieldsAsync(HttpStatusCode.Conflict));
        Assert.Equal("theirs", (await portal.Analyst.GetAsync(path).JsonAsync()).Text("description"));
        await portal.Analyst.PutAsJsonAsync(path, new { name, description = "mine", tiles, changedAt = theirs.Text("changedAt") }).JsonAsync();
    }
}
