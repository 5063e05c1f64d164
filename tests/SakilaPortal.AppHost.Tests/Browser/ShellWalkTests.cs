using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SakilaPortal.AppHost.Tests.Browser;

/// <summary>What is around every page: the command palette, the navigation of a phone, and the door.</summary>
[Collection(PortalCollection.Name)]
public sealed class ShellWalkTests(PortalFixture portal)
{
    [Fact]
    public async Task ThePaletteOpensAndClosesByKeyButtonAndPress()
    {
        var page = await portal.SignInAsync("analyst");
        var palette = page.GetByRole(AriaRole.Dialog, new() { Name = "Go to" });
        var field = palette.GetByRole(AriaRole.Combobox);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Go to" });

        await button.ClickAsync();
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(palette).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("Control+K");
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("tables");
        await page.Keyboard.PressAsync("Control+K");
        await Expect(palette).ToBeHiddenAsync();

        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(field).ToBeFocusedAsync();
        await Expect(field).ToHaveValueAsync("");
        await palette.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(palette).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("Control+K");
        await Expect(field).ToBeFocusedAsync();
        await page.Mouse.ClickAsync(4, 300);
        await Expect(palette).ToBeHiddenAsync();

        await button.ClickAsync();
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("tables");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/platform/tables$"));
    }

    [Fact]
    public async Task OnAPhoneTheNavigationTakesTheFocusAndGivesItBack()
    {
        var page = await portal.SignInAsync("analyst");
        await page.SetViewportSizeAsync(390, 844);
        await page.OpenAsync("/");
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Navigation" });

        await button.ClickAsync();
        var first = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link).First;
        await Expect(first).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToHaveJSPropertyAsync("inert", true);
        await page.Keyboard.PressAsync("Escape");
        await Expect(button).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToHaveJSPropertyAsync("inert", false);

        await button.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ledger", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Ledger" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task APageOfAnotherRoleSaysSoAtItsOwnAddress()
    {
        var page = await portal.SignInAsync("partner");

        var answer = await page.GotoAsync("/platform/workflow");

        Assert.Equal(403, answer?.Status);
        await page.IsInteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Not for your role" })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/platform/workflow$"));
    }
}
