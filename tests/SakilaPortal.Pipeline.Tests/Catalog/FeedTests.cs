using SakilaPortal.Pipeline.Catalog;

namespace SakilaPortal.Pipeline.Tests.Catalog;

public sealed class FeedTests
{
    private const string Event = "streaming/2026/07/partner-events-1-2026-07-04-10-11-12-0f9b";

    [Theory]
    [InlineData("dms/sakila/payment/LOAD00000001.csv", "dms/sakila/payment/")]
    [InlineData("dms/sakila/payment/20260704-101112123.csv", "dms/sakila/payment/")]
    [InlineData("dms/sakila/payment/0000000012.csv", "dms/sakila/payment/")]
    [InlineData(Event, "streaming/2026/07/partner-events-1-")]
    [InlineData("streaming/2026/07/by-hand.json", "streaming/2026/07/")]
    [InlineData("viewing/2026/07/viewing-sessions-1-2026-07-04-10-11-12-0f9b", "viewing/2026/07/viewing-sessions-1-")]
    [InlineData("vendor/books/2026-07-04 10:11:12.json", "vendor/books/")]
    [InlineData("vendor/movies/of-december/movies.csv", "vendor/movies/")]
    [InlineData("vendor/movies.csv", null)]
    [InlineData("vendor/books/readme.txt", null)]
    [InlineData("dms/other/payment/LOAD00000001.csv", null)]
    [InlineData("malformed/2026/07/partner-events-1-2026-07-04-10-11-12-0f9b", null)]
    [InlineData("streaming/readme.txt", null)]
    public void AKeySaysWhereItBelongs(string key, string? feed) => Assert.Equal(feed, Feed.Of(key));

    [Fact]
    public void AListingStartsShortlyBeforeTheLastKnownObject() =>
        Assert.Equal("streaming/2026/07/partner-events-1-2026-07-04-10-06-12", Feed.StartAfter(Event, TimeSpan.FromMinutes(5)));

    [Fact]
    public void AKeyWithoutTimeIsListedFromTheBeginning() =>
        Assert.Null(Feed.StartAfter("streaming/2026/07/by-hand.json", TimeSpan.FromMinutes(5)));
}
