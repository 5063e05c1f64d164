using System.Net;
using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Lake;
using SakilaPortal.Web.Platform.Tables;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Platform;

public sealed class TablesPageTests : PortalContext
{
    [Fact]
    public void TablesShowThatTheyLoad()
    {
        Api.Hold("GET lake/tables");

        Assert.NotEmpty(Open<TablesPage>().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void TablesTellTheirSizeAndWhatTheyWaitFor()
    {
        Api.Answer("GET lake/tables", new Page<LakeTable>([Sample.Payment, Sample.Films], 2));

        var page = Open<TablesPage>();

        page.WaitForText("16,044");
        page.WaitForText("up to date");
        page.WaitForText("waits for crawl, running 3 s, as of 22 s ago");
    }

    [Fact]
    public void TablesTeachWhileThereAreNone()
    {
        Api.Answer("GET lake/tables", new Page<LakeTable>([], 0));

        Open<TablesPage>().WaitForText("No tables yet");
    }

    [Fact]
    public void TablesSayWhatIsWrong()
    {
        Api.Refuse("GET lake/tables", HttpStatusCode.ServiceUnavailable, "Glue does not answer.");

        Open<TablesPage>().WaitForText("Glue does not answer.");
    }

    [Fact]
    public void TheZoneIsInTheAddressAndLettersNarrowTheList()
    {
        Api.Answer("GET lake/tables", new Page<LakeTable>([Sample.Payment, Sample.Films], 2));
        Navigation.NavigateTo("/platform/tables?zone=cleanzonedb");

        var page = Open<TablesPage>();

        page.WaitForText("payment");
        Assert.False(page.Says("streaming_films"));
        page.Find("input").Input("zzz");
        page.WaitForText("No table matches");
    }

    [Fact]
    public void ATableKeepsItsRowWhateverChangesInIt()
    {
        Api.Answer("GET lake/tables", new Page<LakeTable>([Sample.Payment], 1));
        var page = Open<TablesPage>();
        page.WaitForText("16,044");
        var row = page.FindComponent<FreshnessMark>().Instance;

        Api.Answer("GET lake/tables", new Page<LakeTable>([Sample.Payment with { Rows = 16_045 }], 1));
        Time.Advance(TimeSpan.FromSeconds(3));

        page.WaitForText("16,045");
        Assert.Same(row, page.FindComponent<FreshnessMark>().Instance);
    }
}

public sealed class TablePageTests : PortalContext
{
    private const string Route = "GET lake/tables/cleanzonedb/payment";

    [Fact]
    public void ATableShowsThatItLoads()
    {
        Api.Hold(Route);

        Assert.NotEmpty(OpenTable().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void ATableTellsItsColumnsWithTheirTypes()
    {
        Api.Answer(Route, Sample.Detail);

        var page = OpenTable();

        page.WaitForText("decimal(5,2)");
        page.WaitForText("version 7");
    }

    [Fact]
    public void AnUnknownTableIsSaidToBeSo()
    {
        Api.Refuse(Route, HttpStatusCode.NotFound, "There is no table cleanzonedb.payment; GET /api/lake/tables lists them.");

        var page = OpenTable();

        page.WaitForText("There is no such table");
        Assert.False(page.Says("GET /api"));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Try again");
        Assert.Equal("/platform/tables", page.Find(".empty-state a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("files", "sakila/payment/data/a.parquet")]
    [InlineData("versions", "16,044")]
    [InlineData("partitions", "This table has no partitions")]
    [InlineData("lineage", "fact_sales")]
    public void TheTabIsInTheAddress(string tab, string text)
    {
        Api.Answer(Route, Sample.Detail);
        Navigation.NavigateTo($"/platform/tables/cleanzonedb/payment?tab={tab}");

        OpenTable().WaitForText(text);
    }

    [Fact]
    public void SampleRowsTellNullFromEmpty()
    {
        Api.Answer(Route, Sample.Detail);
        Api.Answer($"{Route}/sample", new LakeSample([new("payment_id", "bigint"), new("note", "varchar")], [["1", null], ["2", ""]]));
        Navigation.NavigateTo("/platform/tables/cleanzonedb/payment?tab=sample");

        var page = OpenTable();

        page.WaitForText("NULL");
        Assert.Equal("Sample rows", page.Find("[role=region][tabindex='0']").GetAttribute("aria-label"));
        Assert.Equal(["1", "NULL", "2", ""], page.FindAll("tbody td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void LineageLeadsToTheTablesBesideIt()
    {
        Api.Answer(Route, Sample.Detail);
        Navigation.NavigateTo("/platform/tables/cleanzonedb/payment?tab=lineage");

        var page = OpenTable();

        page.WaitForText("dms/sakila/payment/");
        Assert.Equal(["/platform/tables/curatedzonedb/fact_sales"], page.FindAll("svg a").Select(link => link.GetAttribute("href")));
        Assert.Equal(3, page.FindAll("svg path.arrow").Count);
    }

    private IRenderedComponent<TablePage> OpenTable() => Open<TablePage>(page => page.Add(one => one.Database, "cleanzonedb").Add(one => one.Name, "payment"));
}
