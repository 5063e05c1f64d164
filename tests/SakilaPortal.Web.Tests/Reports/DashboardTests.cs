using System.Net;
using System.Text.Json;
using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Reports.Dashboards;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Reports;

public sealed class DashboardTests : PortalContext
{
    private static readonly Dashboard Daily = new(7, "Every day", "What matters", [new("top"), new("gone")], "ada", "ada", Sample.Then);

    [Fact]
    public void DashboardsShowThatTheyLoad()
    {
        Api.Hold("GET dashboards");

        Assert.NotEmpty(Open<DashboardsPage>().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void DashboardsTeachWhenThereAreNone()
    {
        Api.Answer("GET dashboards", new Page<Dashboard>([], 0));

        Open<DashboardsPage>().WaitForText("No dashboards yet");
    }

    [Fact]
    public void DashboardsSayWhatIsWrong()
    {
        Api.Refuse("GET dashboards", HttpStatusCode.InternalServerError, "The database does not answer.");

        Open<DashboardsPage>().WaitForText("The database does not answer.");
    }

    [Fact]
    public void DashboardsAreListed()
    {
        Api.Answer("GET dashboards", new Page<Dashboard>([Daily], 1));

        Open<DashboardsPage>().WaitForText("2 reports · changed 5 min ago by ada");
    }

    [Fact]
    public void ADashboardRunsItsReportsWithTheParametersTheyShare()
    {
        Api.AnswerRun(Sample.Done);
        Api.Answer("GET dashboards/7", Daily);
        Api.Answer("GET reports", new Page<Report>([Sample.Top], 1));
        Api.Answer("POST reports/top/runs", new RunAccepted("run-1"), HttpStatusCode.Accepted);
        Navigation.NavigateTo("/dashboards/7?p.kind=buy");

        var page = Open<DashboardPage>(parameters => parameters.Add(one => one.Id, 7));

        page.WaitForText("This report has been deleted.");
        page.WaitForAssertion(() => Assert.Contains("Sports 1,184", page.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal));
        var sent = JsonSerializer.Deserialize<RunRequest>(Api.BodiesOf("POST reports/top/runs").Single(), JsonSerializerOptions.Web)!;
        Assert.Equal(("buy", 1440), (sent.Parameters!["kind"], sent.MaxAgeMinutes));

        page.Button("Refresh").Click();
        page.WaitForAssertion(() => Assert.Equal(2, Api.BodiesOf("POST reports/top/runs").Count()));
    }

    [Fact]
    public void ATableOfADashboardHasItsBarsAndSaysWhatItLeavesOut()
    {
        Api.AnswerRun(Sample.Done with { RowCount = 959 });
        Api.Answer("GET runs/run-1/rows", new RunRows([.. Enumerable.Range(1, 100).Select(n => new[] { $"Kind {n}", $"{n}" })], null));
        Api.Answer("GET dashboards/7", Daily with { Tiles = [new("top", View: "bars")] });
        Api.Answer("GET reports", new Page<Report>([Sample.Top], 1));
        Api.Answer("POST reports/top/runs", new RunAccepted("run-1"), HttpStatusCode.Accepted);
        Navigation.NavigateTo("/dashboards/7?p.kind=buy");

        var page = Open<DashboardPage>(parameters => parameters.Add(one => one.Id, 7));

        page.WaitForText("The first 50 of 959 rows.");
        Assert.Equal(50, page.FindAll("tbody tr").Count);
        Assert.Equal("width:50%", page.FindAll(".cell-bar")[^1].GetAttribute("style"));
        Assert.Contains("p.kind=buy", page.FindAll("a").Single(link => link.TextContent == "All rows").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void ADashboardIsPutTogether()
    {
        Api.Answer("GET reports", new Page<Report>([Sample.Top, Sample.Mine], 2));
        Api.Answer("GET dashboards/7", Daily);
        Api.Answer("PUT dashboards/7", Daily);
        var page = Open<DashboardEditorPage>(parameters => parameters.Add(one => one.Id, 7));
        page.WaitForText("Top categories");

        page.Find("button[aria-label='Down: Top categories']").Click();
        page.Button("Save").Click();

        page.WaitForAssertion(() => Assert.EndsWith("/dashboards/7", Navigation.Uri, StringComparison.Ordinal));
        var sent = JsonSerializer.Deserialize<DashboardRequest>(Api.BodiesOf("PUT dashboards/7").Single(), JsonSerializerOptions.Web)!;
        Assert.Equal(["gone", "top"], sent.Tiles!.Select(tile => tile.ReportId));
    }
}
