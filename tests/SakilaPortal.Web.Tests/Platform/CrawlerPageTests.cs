using System.Net;
using Bunit;
using SakilaPortal.Contracts.Lake;
using SakilaPortal.Web.Platform.Crawler;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Platform;

public sealed class CrawlerPageTests : PortalContext
{
    private const string Route = "GET lake/crawl-preview";

    private static readonly CrawledTable Streaming = new(
        "landingzonedb", "streaming", "s3://landing/streaming/", "changes", 3, 1200, [new("campaign", "string")], [], [new("film_id", "int", "string")], ["2026/02"],
        [new("r1", "Streams by film", "It reads film_id, which the newest files hold as string.")]);

    [Fact]
    public void TheCrawlerShowsThatItLoads()
    {
        Api.Hold(Route);

        Assert.NotEmpty(Open<CrawlerPage>().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void EachTableTellsWhatWouldChangeAndWhichReportsWouldBreak()
    {
        Api.Answer(Route, new CrawlPreview(Sample.Now, [Streaming]));

        var page = Open<CrawlerPage>();

        page.WaitForText("would change");
        page.WaitForText("campaign string");
        page.WaitForText("film_id: int → string");
        page.WaitForText("It reads film_id, which the newest files hold as string.");
        Assert.Contains("/reports/r1", page.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void LinesThatWouldBeSetAsideAreCountedInWords()
    {
        Api.Answer(Route, new CrawlPreview(Sample.Now, [Streaming with { SetAside = 1200 }, Streaming with { Location = "s3://landing/vendor/", SetAside = 0 }]));

        var page = Open<CrawlerPage>();

        page.WaitForText("1,200 lines would be set aside");
        Assert.DoesNotContain("0 lines would", page.Markup.Replace("1,200 lines would", ""));
    }

    [Fact]
    public void TheCrawlerTeachesWhileNothingHasLanded()
    {
        Api.Answer(Route, new CrawlPreview(Sample.Now, []));

        Open<CrawlerPage>().WaitForText("Nothing to crawl yet");
    }

    [Fact]
    public void TheCrawlerSaysWhatIsWrongAndLooksAgain()
    {
        Api.Refuse(Route, HttpStatusCode.BadGateway, "The pipeline does not answer.");
        var page = Open<CrawlerPage>();
        page.WaitForText("The pipeline does not answer.");

        Api.Answer(Route, new CrawlPreview(Sample.Now, [Streaming with { State = "same", BrokenQueries = [] }]));
        page.Button("Look again").Click();

        page.WaitForText("nothing to change");
    }
}
