using System.Net;
using Bunit;
using SakilaPortal.Contracts.Simulations;
using SakilaPortal.Web.Simulations;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Simulations;

public sealed class SimulationPageTests : PortalContext
{
    public SimulationPageTests()
    {
        Api.Answer("GET simulations/abc", Sample.Running);
        Api.Answer("GET simulations/abc/history", Sample.History);
        Api.Answer("GET simulations/abc/delivery", Sample.Delivery);
    }

    [Fact]
    public void ASimulationShowsThatItLoads()
    {
        Api.Hold("GET simulations/abc");

        Assert.NotEmpty(OpenPage().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void ASimulationThatIsNotThereIsSaid()
    {
        Api.Refuse("GET simulations/abc", HttpStatusCode.NotFound, "There is no simulation abc; GET /api/simulations lists them.");

        OpenPage().WaitForText("There is no simulation at this link.");
    }

    [Fact]
    public void AllCountersAreShownAndTheWayIsTold()
    {
        var page = OpenPage();

        foreach (var (label, figure) in new[] { ("Attempted", "600"), ("Accepted", "590"), ("Rejected", "3"), ("Buffered", "90"), ("Landed", "500"), ("In reports", "450") })
            Assert.Equal(figure, page.FindAll("dt").First(term => term.TextContent == label).NextElementSibling!.TextContent.Trim());
        page.WaitForText("put again: 12");
        Assert.NotEmpty(page.FindAll("[role=img][aria-label^='Of 590 accepted events, 450 are in reports']"));
    }

    [Fact]
    public void TheBufferTheNextDeliveryAndTheObjectsAreShown()
    {
        var page = OpenPage();

        page.WaitForText("about 18 KB of 1.05 MB");
        page.WaitForText("in about 41 seconds");
        page.WaitForText("2 (100 KB)");
        page.WaitForText("waits");
    }

    [Fact]
    public void TheChartHasATextAlternative()
    {
        var page = OpenPage();

        page.WaitForAssertion(() => Assert.Contains("190 accepted a second at last, 190 at most, 145 on average", page.Find("svg[role=img]").GetAttribute("aria-label")));
    }

    [Fact]
    public void InjectedFaultsStandBesideTheCounters()
    {
        Api.Answer("GET simulations/abc", Sample.Running with { Faults = new(Duplicates: 0.1), Injected = new(Duplicates: 57) });

        OpenPage().WaitForText("57");
    }

    [Fact]
    public void CountersGoOnByThemselvesAndStayWhenTheApiIsAway()
    {
        var page = OpenPage();
        page.WaitForText("in about 41 seconds");

        Api.Answer("GET simulations/abc", Sample.Running with { Accepted = 777 });
        Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForText("777");

        Api.Break("GET simulations/abc");
        Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForText("does not answer");
        Assert.True(page.Says("777"));
    }

    [Fact]
    public void AStoppedSimulationSaysSo()
    {
        Api.Answer("DELETE simulations/abc", Sample.Running);
        var page = OpenPage();
        page.WaitForText("running");

        Api.Answer("GET simulations/abc", Sample.Running with { State = SimulationState.Stopped, EndedAt = Sample.Now });
        page.Button("Stop").Click();

        page.WaitForText("stopped");
    }

    private IRenderedComponent<SimulationPage> OpenPage() => Open<SimulationPage>(parameters => parameters.Add(page => page.Id, "abc"));
}
