using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SakilaPortal.AppHost.Tests.Browser;

/// <summary>What a partner engineer does on a day, through the whole system.</summary>
public sealed class SimulatorWalkTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly LocatorAssertionsToBeVisibleOptions WhenDelivered = new() { Timeout = 120_000 };

    [Fact]
    public async Task APartnerBuildsATemplateSavesItRunsItWithFaultsAndReplaysWhatWasRejected()
    {
        var page = await portal.SignInAsync("partner");
        await page.OpenAsync("/simulator");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Builder" }).ClickAsync();
        await page.GetByLabel("vudo").UncheckAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Text" }).ClickAsync();
        var text = page.GetByLabel("Template text");
        await Expect(text).Not.ToHaveValueAsync(new Regex("vudo"));

        await text.FillAsync((await text.InputValueAsync()) + "}");
        await Expect(page.GetByText("stands after its end")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Line 9, column 1" }).ClickAsync();
        await Expect(text).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.GetByText("stands after its end")).Not.ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Save as…" }).ClickAsync();
        await page.GetByLabel("Name of the new template").FillAsync("Without vudo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Saved “Without vudo” as version 1.")).ToBeVisibleAsync();

        await page.GetByText("Faults on purpose").ClickAsync();
        await page.GetByLabel("Extra malformed records, %").FillAsync("100");
        await page.GetByLabel("Records a second").FillAsync("100");
        await page.GetByLabel("Records", new() { Exact = true }).FillAsync("4");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Every accepted event is in the reports.")).ToBeVisibleAsync(WhenDelivered);
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Of 4 accepted events, 4 are in reports" })).ToBeVisibleAsync();

        await page.OpenAsync("/rejected-events?search=Atlantis");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Repair event") }).ClickAsync();
        var repair = page.GetByLabel("The event");
        await repair.FillAsync((await repair.InputValueAsync()).Replace("Atlantis", "Alaska", StringComparison.Ordinal));
        await Expect(page.GetByText("This is a valid event now.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and replay" }).ClickAsync();
        await Expect(page.GetByText("1 event will be replayed at")).ToBeVisibleAsync();
        await page.OpenAsync("/rejected-events?state=replayed");
        await Expect(page.GetByText("-malformed-4").First).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await page.OpenAsync("/simulator/templates");
        await page.GetByRole(AriaRole.Link, new() { Name = "Without vudo", Exact = true }).ClickAsync();
        await Expect(text).ToHaveValueAsync(new Regex("^(?!.*vudo).*youtube", RegexOptions.Singleline));
        await text.FillAsync((await text.InputValueAsync()).Replace("youtube", "vimeo", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Saved “Without vudo” as version 2.")).ToBeVisibleAsync();
        await page.OpenAsync("/simulator/templates");
        await page.GetByRole(AriaRole.Link, new() { Name = "History: Without vudo" }).ClickAsync();
        await Expect(page.GetByLabel("Version 2 compared with version 1")).ToContainTextAsync("vimeo");
        await Expect(page.GetByText("1 line added (+), 1 removed (−).")).ToBeVisibleAsync();
    }
}
