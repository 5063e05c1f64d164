using System.Net;
using Bunit;
using SakilaPortal.Web.Platform.Tracing;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Platform;

public sealed class TracePageTests : PortalContext
{
    [Fact]
    public void WithoutASubjectThePageTeaches() => Open<TracePage>().WaitForText("What shall be followed?");

    [Fact]
    public void ATraceShowsThatItLoads()
    {
        Api.Hold("GET rentals/16050/trace");
        Navigation.NavigateTo("/platform/trace?rental=16050");

        Assert.NotEmpty(Open<TracePage>().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void EachHopTellsWhereAndWhenOrWhatItWaitsFor()
    {
        Api.Answer("GET rentals/16050/trace", Sample.Trace);
        Navigation.NavigateTo("/platform/trace?rental=16050");

        var page = Open<TracePage>();

        page.WaitForText("5 Jan 2026, 14:29:51.000");
        page.WaitForText("+1.0 s");
        page.WaitForText("waits for clean, running 3 s");
        page.WaitForText("It is on its way.");
    }

    [Fact]
    public void WhatIsStillToComeAppearsByItself()
    {
        Api.Answer("GET rentals/16050/trace", Sample.Trace);
        Navigation.NavigateTo("/platform/trace?rental=16050");
        var page = Open<TracePage>();
        page.WaitForText("It is on its way.");

        Api.Answer("GET rentals/16050/trace", new Contracts.Lake.Trace([.. Sample.Trace.Hops.Select(hop => hop with { State = "done", At = Sample.Now.AddSeconds(4) })]));
        Time.Advance(TimeSpan.FromSeconds(1));

        page.WaitForText("It is in the reports");
    }

    [Fact]
    public void AnUnknownEventIsSaidToBeSo()
    {
        Api.Refuse("GET partner-events/nobody/trace", HttpStatusCode.NotFound, "No event 'nobody' was posted.");
        Navigation.NavigateTo("/platform/trace?event=nobody");

        var page = Open<TracePage>();

        page.WaitForText("Nothing is known of nobody");
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Try again");
    }

    [Theory]
    [InlineData("16050", "/platform/trace?rental=16050")]
    [InlineData("#16050", "/platform/trace?rental=16050")]
    [InlineData("rental 16050", "/platform/trace?rental=16050")]
    [InlineData("16,050", "/platform/trace?rental=16050")]
    [InlineData(" 0199-e ", "/platform/trace?event=0199-e")]
    public void ANumberIsARentalAndAnythingElseAnEvent(string text, string address)
    {
        var page = Open<TracePage>();

        page.Find("input").Input(text);
        page.Find("form").Submit();

        Assert.EndsWith(address, Navigation.Uri, StringComparison.Ordinal);
    }
}
