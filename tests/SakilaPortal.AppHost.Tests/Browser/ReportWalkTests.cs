using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SakilaPortal.AppHost.Tests.Browser;

/// <summary>An analyst's way from an idea to a page that is shared: written, tried, saved, run, looked through, changed, put on a dashboard.</summary>
[Collection(PortalCollection.Name)]
public sealed class ReportWalkTests(PortalFixture portal)
{
    private const string Sql = """
        /* Numbers and their halves.
           parameter least: number = 1
           tags: walked */
        SELECT n AS item, n * 2 AS twice FROM UNNEST(sequence(1, 5000)) AS t (n) WHERE n >= :least
        """;

    [Fact]
    public async Task AReportIsWrittenRunLookedThroughAndShared()
    {
        var page = await portal.SignInAsync("analyst");
        var faults = new List<string>();
        page.Console += (_, message) => faults.AddRange(message.Type == "error" ? [message.Text] : []);

        await page.OpenAsync("/reports/new");
        await page.GetByLabel("Name").FillAsync("Numbers walked");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "SQL" }).FillAsync(Sql.Replace("twice FROM", "twice FORM"));
        // The press lasts until the text has been read and its parameter stands on the page: nothing may move from under the pointer.
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it" }).HoverAsync();
        await page.Mouse.DownAsync();
        await Expect(page.GetByLabel("Least")).ToBeVisibleAsync();
        await page.Mouse.UpAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Line 4");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "SQL" }).FillAsync(Sql);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await Expect(page.GetByTestId("totals")).ToContainTextAsync("25,005,000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Numbers walked" })).ToBeVisibleAsync();
        await page.GetByLabel("Least").FillAsync("4001");
        await page.GetByLabel("Least").PressAsync("Tab");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Expect(page.GetByTestId("totals")).ToContainTextAsync("9,001,000");
        var rows = page.GetByTestId("result-rows");
        await rows.EvaluateAsync("element => element.scrollTop = element.scrollHeight");
        await Expect(rows.GetByRole(AriaRole.Cell, new() { Name = "10,000", Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "twice" }).ClickAsync();
        await rows.EvaluateAsync("element => element.scrollTop = 0");
        await Expect(rows.Locator("tbody").GetByRole(AriaRole.Cell).Nth(1)).ToHaveTextAsync("10,000");

        await page.ReloadAsync();
        await Expect(page.GetByTestId("totals")).ToContainTextAsync("9,001,000");
        await Expect(page.GetByLabel("Least")).ToHaveValueAsync("4001");
        await Expect(rows.Locator("tbody").GetByRole(AriaRole.Cell).Nth(1)).ToHaveTextAsync("10,000");

        await page.OpenAsync("/dashboards/new");
        await page.GetByLabel("Name").FillAsync("Walked");
        await page.GetByLabel("Add a report").ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Numbers walked" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Numbers walked" }).GetByText("The first 50 of 5,000 rows")).ToBeVisibleAsync();

        await page.OpenAsync("/reports?q=Overall-Top-Streaming-States");
        await page.GetByRole(AriaRole.Link, new() { Name = "Overall-Top-Streaming-States" }).ClickAsync();
        var include = await page.GetByLabel("Include buffered events").ElementHandleAsync();
        var run = await page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ElementHandleAsync();
        // Pressed at once, before the address can have changed.
        await page.EvaluateAsync("([include, run]) => { include.click(); run.click(); }", new[] { include, run });
        await Expect(page.GetByTestId("buffered-mark")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Include buffered events")).ToBeCheckedAsync();
        Assert.Contains("buffered=true", page.Url, StringComparison.Ordinal);

        await page.OpenAsync("/reports?tag=walked");
        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
        await page.OpenAsync("/reports/runs?by=analyst&state=FAILED");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Run history" })).ToBeVisibleAsync();
        Assert.Empty(faults);
    }
}
