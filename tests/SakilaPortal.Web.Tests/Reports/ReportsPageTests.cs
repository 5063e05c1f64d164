using System.Net;
using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Reports;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Reports;

public sealed class ReportsPageTests : PortalContext
{
    [Fact]
    public void TheGalleryShowsThatItLoads()
    {
        Api.Hold("GET reports");

        Assert.NotEmpty(Open<ReportsPage>().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void TheGalleryTeachesWhenThereAreNoReports()
    {
        Api.Answer("GET reports", new Page<Report>([], 0));

        Open<ReportsPage>().WaitForText("No reports yet");
    }

    [Fact]
    public void TheGallerySaysWhatIsWrong()
    {
        Api.Refuse("GET reports", HttpStatusCode.ServiceUnavailable, "Athena does not answer.");

        Open<ReportsPage>().WaitForText("Athena does not answer.");
    }

    [Fact]
    public void AReportShowsItsOwnerTagsAndLastRun()
    {
        Api.Answer("GET reports", new Page<Report>([Sample.Top, Sample.Mine], 2));

        var page = Open<ReportsPage>();

        page.WaitForText("Top categories");
        page.WaitForText("succeeded 5 min ago by ada");
        page.WaitForText("not run yet");
        Assert.Equal(["Late rentals", "Top categories"], page.FindAll("article a").Select(link => link.TextContent));
    }

    [Theory]
    [InlineData("q=CATEGORIES most", "Top categories")]
    [InlineData("q=rentals", "Late rentals")]
    [InlineData("tag=streaming", "Top categories")]
    [InlineData("marked=true", "Late rentals")]
    [InlineData("q=nothing", "")]
    public void SearchTagAndMarkAreInTheAddress(string query, string found)
    {
        Api.Answer("GET reports", new Page<Report>([Sample.Top, Sample.Mine], 2));
        Navigation.NavigateTo($"/reports?{query}");

        var page = Open<ReportsPage>();

        page.WaitForText(found.Length == 0 ? "No report of this kind" : found);
        Assert.Equal(found, string.Join(',', page.FindAll("article a").Select(link => link.TextContent)));
    }

    [Fact]
    public void AReportIsMarkedFromTheGallery()
    {
        Api.Answer("GET reports", new Page<Report>([Sample.Top], 1));
        Api.Answer("PUT reports/top/favourite", null, HttpStatusCode.NoContent);
        var page = Open<ReportsPage>();
        page.WaitForText("Top categories");

        page.Find("button[aria-label='Mark as favourite: Top categories']").Click();

        page.WaitForAssertion(() => Assert.Equal("true", page.Find("button[aria-label='No longer a favourite: Top categories']").GetAttribute("aria-pressed")));
    }
}
