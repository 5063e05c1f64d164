using System.Net;
using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Web.Simulations;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Simulations;

public sealed class RejectedPageTests : PortalContext
{
    public RejectedPageTests()
    {
        Api.Answer("GET rejected-events", new Page<RejectedEvent>([Sample.Refused], 1));
        Api.Answer("GET rejected-events/summary", new RejectedSummary(1, 0, 4, 2));
    }

    [Fact]
    public void RejectedEventsShowThatTheyLoad()
    {
        Api.Hold("GET rejected-events");

        Assert.NotEmpty(Open<RejectedPage>().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void NoRejectedEventIsExplained()
    {
        Api.Answer("GET rejected-events", new Page<RejectedEvent>([], 0));

        Open<RejectedPage>().WaitForText("No event waits for a repair.");
    }

    [Fact]
    public void RejectedEventsSayWhatIsWrong()
    {
        Api.Refuse("GET rejected-events", HttpStatusCode.InternalServerError, "The database does not answer.");

        Open<RejectedPage>().WaitForText("The database does not answer.");
    }

    [Fact]
    public void EachHasItsReasonAndText()
    {
        var page = Open<RejectedPage>();

        page.WaitForText("none of the 50 US states");
        page.WaitForText("Replayed 4");
        Assert.Contains("Ontario", page.Find("pre").TextContent);
    }

    [Fact]
    public void SelectedOnesAreReplayedAndItCanBeUndone()
    {
        Api.Answer("POST rejected-events/replay", new RejectedChange([5], [], Sample.Now.AddSeconds(10)));
        Api.Answer("POST rejected-events/undo", new RejectedChange([5], []));
        var page = Open<RejectedPage>();
        page.WaitForText("none of the 50 US states");
        Assert.True(page.Button("Replay").HasAttribute("disabled"));

        page.Find("[aria-label^='Select event 5']").Change(true);
        page.WaitForText("1 event selected");
        page.Button("Replay").Click();
        page.WaitForText("1 event will be replayed at 14:30:10.");

        page.Button("Undo").Click();
        page.WaitForText("1 event open again.");
        Assert.Equal(["{\"ids\":[5]}"], Api.BodiesOf("POST rejected-events/undo"));
    }

    [Fact]
    public void ARepairIsCheckedSavedAndReplayed()
    {
        Api.Answer("POST rejected-events/check", new RepairCheck([new(2, 12, "\"Ontario\" is none of the 50 US states.")]));
        Api.Answer("PUT rejected-events/5", new RepairCheck([]));
        Api.Answer("POST rejected-events/replay", new RejectedChange([5], [], Sample.Now.AddSeconds(10)));
        var page = Open<RejectedPage>();
        page.WaitForText("none of the 50 US states");
        page.Find("[aria-label='Repair event 5']").Click();
        page.WaitForText("Line 2, column 12");
        Assert.True(page.Button("Save and replay").HasAttribute("disabled"));

        Api.Answer("POST rejected-events/check", new RepairCheck([]));
        page.Find("textarea").Input("{\"state\":\"Ohio\"}");
        Time.Advance(TimeSpan.FromMilliseconds(300));
        page.WaitForText("This is a valid event now.");
        page.Button("Save and replay").Click();

        page.WaitForText("1 event will be replayed at");
        Assert.Contains("Ohio", Api.BodiesOf("PUT rejected-events/5").Single());
    }

    [Fact]
    public void WhatIsBeingRepairedStaysWhenNewerOnesCome()
    {
        Api.Answer("POST rejected-events/check", new RepairCheck([]));
        var page = Open<RejectedPage>();
        page.WaitForText("none of the 50 US states");
        page.Find("[aria-label='Repair event 5']").Click();
        page.Find("textarea").Input("half a repair");

        var newer = Sample.Refused with { Id = 6, Reason = "There is no film 0." };
        Api.Answer("GET rejected-events", new Page<RejectedEvent>([newer], 21));
        Api.Answer("GET rejected-events/summary", new RejectedSummary(21, 0, 4, 2));
        Time.Advance(TimeSpan.FromSeconds(3));
        page.WaitForText("20 new, show");
        page.WaitForText("Open 21");
        Assert.False(page.Says("There is no film 0."));

        page.Button("20 new, show").Click();
        page.WaitForText("There is no film 0.");
        Assert.Equal("half a repair", page.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void ASelectionStaysWhenNewerOnesCome()
    {
        var page = Open<RejectedPage>();
        page.WaitForText("none of the 50 US states");
        page.Find("[aria-label^='Select event 5']").Change(true);

        Api.Answer("GET rejected-events", new Page<RejectedEvent>([Sample.Refused with { Id = 6 }], 2));
        Time.Advance(TimeSpan.FromSeconds(3));

        page.WaitForText("1 new, show");
        page.WaitForText("1 event selected");
    }

    [Fact]
    public void AnEventWithHalfACharacterCanBeRepaired()
    {
        Api.Answer("GET rejected-events", new Page<RejectedEvent>([Sample.Refused with { Body = "{\"state\":\"\\ud800\"}" }], 1));
        Api.Answer("POST rejected-events/check", new RepairCheck([]));
        var page = Open<RejectedPage>();
        page.WaitForText("ud800");

        page.Find("[aria-label='Repair event 5']").Click();

        page.WaitForAssertion(() => Assert.Contains("ud800", page.Find("textarea").GetAttribute("value")));
    }
}
