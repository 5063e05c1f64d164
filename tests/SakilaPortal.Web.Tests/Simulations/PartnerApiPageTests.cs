using System.Net;
using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Web.Simulations;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Simulations;

public sealed class PartnerApiPageTests : PortalContext
{
    public PartnerApiPageTests() => Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());

    [Fact]
    public void ThePageHasALineToCopyAndExplainsTheAnswer()
    {
        var page = Open<PartnerApiPage>();

        Assert.Contains("/api/partner-events", page.Find("#send-line").TextContent);
        Assert.Contains("Authorization: Bearer $TOKEN", page.Find("#send-line").TextContent);
        page.WaitForText("Retry-After");
        page.Find("[aria-label^='Copy: 2.']").Click();
        page.WaitForText("Copied");
    }

    [Fact]
    public void WhatIsSentIsAnsweredOnThePage()
    {
        Api.Answer("POST partner-events", new PartnerEventsResponse(1, 0, [new("my-system-000001", "r1", null)]));
        var page = Open<PartnerApiPage>();

        page.Button("Send").Click();

        page.WaitForText("\"accepted\": 1");
    }

    [Theory]
    [InlineData("[{\"extra\":  \"\\ud800\"}]")]
    [InlineData("[{\"extra\": 1, \"extra\": 2}]")]
    public void AListIsSentAsItIsWritten(string body)
    {
        Api.Answer("POST partner-events", new PartnerEventsResponse(0, 1, [new(null, null, "half of a surrogate pair")]));
        var page = Open<PartnerApiPage>();
        page.Find("textarea").Input(body);

        page.Button("Send").Click();

        page.WaitForText("half of a surrogate pair");
        Assert.Equal([body], Api.BodiesOf("POST partner-events"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{")]
    public void ABodyThatIsNoListIsNotSent(string body)
    {
        var page = Open<PartnerApiPage>();
        page.Find("textarea").Input(body);

        page.Button("Send").Click();

        page.WaitForText("must be a JSON list");
        Assert.Empty(Api.Asked);
    }

    [Fact]
    public void ARefusalIsShownInItsWords()
    {
        Api.Refuse("POST partner-events", HttpStatusCode.ServiceUnavailable, "No event was accepted.");
        var page = Open<PartnerApiPage>();

        page.Button("Send").Click();

        page.WaitForText("No event was accepted.");
    }
}
