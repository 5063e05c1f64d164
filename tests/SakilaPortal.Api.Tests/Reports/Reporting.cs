using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Reports;

internal static class Reporting
{
    public static Task<JsonElement> CreateReportAsync(this ApiFixture portal, string sql, string? name = null) =>
        portal.Analyst.PostAsJsonAsync("/api/reports", new { name = name ?? $"Report {portal.NextNumber()}", sql }).JsonAsync(HttpStatusCode.Created);

    public static async Task<string> StartAsync(this ApiFixture portal, string sql, object? parameters = null)
    {
        var report = await portal.CreateReportAsync(sql);
        var accepted = await portal.Analyst.PostAsJsonAsync($"/api/reports/{report.Text("id")}/runs", new { parameters }).JsonAsync(HttpStatusCode.Accepted);
        return accepted.Text("runId")!;
    }

    /// <summary>A run of a report that must succeed.</summary>
    public static async Task<string> RunAsync(this ApiFixture portal, JsonElement report, object request)
    {
        var accepted = await portal.Analyst.PostAsJsonAsync($"/api/reports/{report.Text("id")}/runs", request).JsonAsync(HttpStatusCode.Accepted);
        var run = await portal.EndOfAsync(accepted.Text("runId")!);
        Assert.True(run.Text("state") == "SUCCEEDED", run.ToString());
        return run.Text("runId")!;
    }

    /// <summary>The run once it has ended, however it did.</summary>
    public static async Task<JsonElement> EndOfAsync(this ApiFixture portal, string runId)
    {
        JsonElement run = default;
        await Eventually.IsAsync(async () =>
        {
            run = await portal.Analyst.GetAsync($"/api/runs/{runId}").JsonAsync();
            return run.Text("state") is not ("QUEUED" or "RUNNING");
        }, $"the run {runId} ends");
        return run;
    }

    /// <summary>The rows of a run that must succeed.</summary>
    public static async Task<string?[][]> RowsAsync(this ApiFixture portal, string sql, object? parameters = null)
    {
        var run = await portal.EndOfAsync(await portal.StartAsync(sql, parameters));
        Assert.True(run.Text("state") == "SUCCEEDED", run.ToString());
        return Rows(await portal.Analyst.GetAsync($"/api/runs/{run.Text("runId")}/rows").JsonAsync());
    }

    public static string?[][] Rows(JsonElement page) =>
        [.. page.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetString()).ToArray())];
}
