using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Web.Shell;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Shell;

public sealed class CommandPaletteTests : PortalContext
{
    [Fact]
    public async Task LettersOfAPagesNameFindItAndEnterGoesThere()
    {
        var palette = await OpenPaletteAsync();

        palette.Find("input").Input("reports");
        Assert.Equal("Reports", Assert.Single(palette.FindAll("[role=option]")).QuerySelector("span")!.TextContent);
        palette.Find("input").KeyDown("Enter");

        Assert.EndsWith("/reports", Navigation.Uri, StringComparison.Ordinal);
        Assert.Empty(palette.FindAll("input"));
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
    public async Task OnlyWhatARoleAllowsIsOffered()
    {
        Person.SetPolicies(Roles.Partner);

        var palette = await OpenPaletteAsync();

        Assert.Contains(palette.FindAll("[role=option]"), option => option.TextContent.Contains("Simulator", StringComparison.Ordinal));
        Assert.DoesNotContain(palette.FindAll("[role=option]"), option => option.TextContent.Contains("New rental", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ANameThatNoPageHasIsSaidSo()
    {
        var palette = await OpenPaletteAsync();

        palette.Find("input").Input("zzz");

        Assert.Equal("No page has this name.", palette.Find("[role=status]").TextContent);
    }

    private async Task<IRenderedComponent<CommandPalette>> OpenPaletteAsync()
    {
        var palette = Render<CommandPalette>();
        await palette.InvokeAsync(palette.Instance.OpenAsync);
        return palette;
    }
}
