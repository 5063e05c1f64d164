using System.Net;
using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts.Lake;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Shell;
using SakilaPortal.Web.Tests.Rentals;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Shell;

public sealed class CommandPaletteTests : PortalContext
{
    public CommandPaletteTests()
    {
        Api.Answer("GET customers", new Page<Customer>([]));
        Api.Answer("GET films", new Page<Film>([]));
        Api.Answer("GET reports", new Page<Report>([new("r1", "Sales by month", "Money", "curatedzonedb", [], null), new("r2", "Streams by state", null, "curatedzonedb", [], null)]));
        Api.Answer("GET dashboards", new Page<Dashboard>([new(3, "Sales at a glance", null, [], "ada", "ada", default)]));
        Api.Answer("GET templates", new Page<Template>([new(5, "Standard event", "{}", true, 1, default)]));
        Api.Answer("GET lake/tables", new Page<LakeTable>([new("curatedzonedb", "fact_sales", null, 1, null)]));
    }

    [Fact]
    public async Task LettersOfAPagesNameFindItAndEnterGoesThereWithoutWaiting()
    {
        var palette = await OpenPaletteAsync();
        Api.Hold("GET customers");

        Type(palette, "payments");
        Assert.Equal(["Payments"], Options(palette));
        palette.Find("input").KeyDown("Enter");

        palette.WaitForAssertion(() => Assert.EndsWith("/payments", Navigation.Uri, StringComparison.Ordinal));
        palette.WaitForAssertion(() => Assert.Empty(palette.FindAll("input")));
    }

    [Fact]
    public async Task TheArrowsMoveTheChoiceAround()
    {
        var palette = await OpenPaletteAsync();
        var last = $"palette-{palette.FindAll("[role=option]").Count - 1}";

        palette.Find("input").KeyDown("ArrowUp");

        Assert.Equal(last, palette.Find("input").GetAttribute("aria-activedescendant"));
        Assert.Equal(last, palette.Find("[aria-selected=true]").Id);
    }

    [Fact]
    public async Task EscapeAndTheCloseButtonLeaveIt()
    {
        var palette = await OpenPaletteAsync();
        palette.Find("input").KeyDown("Escape");
        palette.WaitForAssertion(() => Assert.Empty(palette.FindAll("input")));

        await palette.InvokeAsync(palette.Instance.OpenAsync);
        palette.Find("button[aria-label=Close]").Click();
        palette.WaitForAssertion(() => Assert.Empty(palette.FindAll("input")));
        Assert.Equal(2, JSInterop.Invocations["portal.closeDialog"].Count);
    }

    [Fact]
    public async Task WhateverHasTheNameIsFoundInGroupsAndTheirNumberSaid()
    {
        Api.Answer("GET customers", new Page<Customer>([Sample.Mary]));
        // The second is found by its cast.
        Api.Answer("GET films", new Page<Film>([Sample.Dinosaur with { Title = "SALES RUSH" }, Sample.Alien]));
        var palette = await OpenPaletteAsync();

        Type(palette, "sales");

        palette.WaitForAssertion(() => Assert.Equal("5 results", palette.Find("[role=status]").TextContent));
        Assert.Equal(["Customers", "Dashboards", "Films", "Reports", "Tables"],
            palette.FindAll("[role=group]").Select(group => palette.Find($"#{group.GetAttribute("aria-labelledby")}").TextContent).Order());
        Assert.Equal(["MARY SMITH", "SALES RUSH", "Sales at a glance", "Sales by month", "fact_sales"], Options(palette).Order(StringComparer.Ordinal));

        Assert.Equal("?search=sales&pageSize=10", Api.Queries.Single(query => query.Contains("pageSize=10", StringComparison.Ordinal)));
        for (var steps = 0; !palette.Find("[aria-selected=true]").TextContent.Contains("fact_sales", StringComparison.Ordinal); steps++)
        {
            Assert.True(steps < 5, "The arrows do not lead through all groups.");
            palette.Find("input").KeyDown("ArrowDown");
        }
        palette.Find("input").KeyDown("Enter");
        Assert.EndsWith("/platform/tables/curatedzonedb/fact_sales", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKindShowsFiveAtMost()
    {
        Api.Answer("GET films", new Page<Film>([.. Enumerable.Range(1, 10).Select(id => Sample.Dinosaur with { FilmId = id })]));
        var palette = await OpenPaletteAsync();
        Type(palette, "dinosaur");
        palette.WaitForAssertion(() => Assert.Equal("5 results", palette.Find("[role=status]").TextContent));
    }

    [Theory]
    [InlineData("16050")]
    [InlineData("#16050")]
    [InlineData("rental 16050")]
    public async Task ARentalIsFoundByItsNumber(string text)
    {
        Api.Answer("GET rentals/16050", Sample.Rental);
        var palette = await OpenPaletteAsync();
        Type(palette, text);
        palette.WaitForAssertion(() => Assert.Equal(["Rental 16050"], Options(palette)));
    }

    [Fact]
    public async Task OfTwoTextsOnlyTheLaterOneIsAskedForOrShown()
    {
        var palette = await OpenPaletteAsync();
        palette.Find("input").Input("al");
        Type(palette, "ali");
        palette.WaitForAssertion(() => Assert.Contains("?search=ali&limit=10", Api.Queries));
        Assert.DoesNotContain("?search=al&limit=10", Api.Queries);

        var slow = Api.Hold("GET films");
        Type(palette, "alie");
        palette.WaitForAssertion(() => Assert.Contains("?search=alie&limit=10", Api.Queries));
        Api.Answer("GET films", new Page<Film>([Sample.Alien]));
        Type(palette, "alien");
        palette.WaitForAssertion(() => Assert.Equal(["ALIEN CENTER"], Options(palette)));
        slow.SetResult(new Page<Film>([Sample.Dinosaur]));
        Assert.Equal(["ALIEN CENTER"], Options(palette));
    }

    [Fact]
    public async Task EnterTakesWhatWasTypedLastHoweverSlowTheAnswer()
    {
        var palette = await OpenPaletteAsync();
        Api.Answer("GET films", new Page<Film>([Sample.Dinosaur]));
        Type(palette, "acad");
        palette.WaitForAssertion(() => Assert.Equal(["ACADEMY DINOSAUR"], Options(palette)));

        var slow = Api.Hold("GET films");
        palette.Find("input").Input("alien");
        palette.Find("input").KeyDown("Enter");
        Time.Advance(TimeSpan.FromMilliseconds(20));
        slow.SetResult(new Page<Film>([Sample.Alien]));

        palette.WaitForAssertion(() => Assert.EndsWith("/films/4", Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OnlyWhatARoleAllowsIsOfferedAndAskedFor()
    {
        GiveRoles(Roles.Partner);

        var palette = await OpenPaletteAsync();

        Assert.Contains("Simulator", Options(palette));
        Assert.DoesNotContain("New rental", Options(palette));
        Type(palette, "standard");
        palette.WaitForAssertion(() => Assert.Equal(["Standard event"], Options(palette)));
        Assert.Equal(["GET templates"], Api.Asked.Select(asked => asked.Route));
    }

    [Fact]
    public async Task ANameThatNothingHasIsSaidSo()
    {
        var palette = await OpenPaletteAsync();
        Type(palette, "zzz");
        palette.WaitForAssertion(() => Assert.Equal("Nothing has this name.", palette.Find("[role=status]").TextContent));
    }

    [Fact]
    public async Task WithoutTheApiPagesAreFoundAndTheRestIsSaidQuietly()
    {
        Api.Break("GET customers");
        Api.Refuse("GET films", HttpStatusCode.ServiceUnavailable, "The database does not answer.");
        var palette = await OpenPaletteAsync();
        Type(palette, "customers");
        palette.WaitForAssertion(() => Assert.Equal("Not looked up, since no answer came: Customers, Films.", palette.Find("[role=status]").TextContent));
        Assert.Equal(["Customers"], Options(palette));
        Assert.Empty(palette.FindAll("[role=alert]"));
    }

    private async Task<IRenderedComponent<CommandPalette>> OpenPaletteAsync()
    {
        var palette = Render<CommandPalette>();
        await palette.InvokeAsync(palette.Instance.OpenAsync);
        return palette;
    }

    private void Type(IRenderedComponent<CommandPalette> palette, string text)
    {
        palette.Find("input").Input(text);
        Time.Advance(TimeSpan.FromMilliseconds(20));
    }

    private static string[] Options(IRenderedComponent<CommandPalette> palette) =>
        [.. palette.FindAll("[role=option]").Select(option => option.QuerySelector("span")!.TextContent)];
}
