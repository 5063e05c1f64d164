using System.Net;
using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Reports;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Reports;

public sealed class RunsPageTests : PortalContext
{
    [Fact]
    public void TheHistoryShowsThatItLoads()
    {
        Api.Hold("GET runs");

        Assert.NotEmpty(Open<RunsPage>().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void TheHistoryTeachesWhenNothingWasRun()
    {
        Api.Answer("GET runs", new Page<RunSummary>([], 0));
        Api.Answer("GET runs/people", new Page<PersonRuns>([], 0));

        Open<RunsPage>().WaitForText("No runs yet");
    }

    [Fact]
    public void TheHistorySaysWhatIsWrong()
    {
        Api.Refuse("GET runs", HttpStatusCode.Forbidden, "Your account has no role for this.");

        Open<RunsPage>().WaitForText("Your account has no role for this.");
    }

    [Fact]
    public void RunsShowPersonCostAndWhyTheyFailed()
    {
        Api.Answer("GET runs", new Page<RunSummary>([Sample.LastRun with { Buffered = 1_240 }, Sample.LastRun with { RunId = "run-2", State = "FAILED", Failure = "A column is missing." }], 2));
        Api.Answer("GET runs/people", new Page<PersonRuns>([new("ada", 2, 1, 2_400_000, 0.0001m, Sample.Then)], 1));

        var page = Open<RunsPage>();

        page.WaitForText("2 runs, 1 failed");
        page.WaitForText("A column is missing.");
        page.WaitForText("$0.00005");
        page.WaitForText("with 1,240 buffered events");
        Assert.Contains("/reports/top?run=run-1", page.FindAll("a").Select(link => link.GetAttribute("href")));
    }
}
