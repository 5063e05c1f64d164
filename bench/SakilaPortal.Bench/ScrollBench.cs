using System.Text.Json;
using Microsoft.Playwright;

namespace SakilaPortal.Bench;

/// <summary>Frames while a result of 100,000 rows scrolls by for ten seconds.</summary>
internal static class ScrollBench
{
    private const string Sql = """
        SELECT a.n * 1000 + b.n AS item, 'row ' || cast(a.n AS varchar) AS title, b.n AS amount, cast(a.n AS double) / b.n AS share
        FROM UNNEST(sequence(1, 100)) AS a (n) CROSS JOIN UNNEST(sequence(1, 1000)) AS b (n)
        """;

    private const string Scroll = """
        () => new Promise(resolve => {
          const rows = document.querySelector('[data-testid=result-rows]');
          const frames = [], started = performance.now();
          let last = started;
          const step = now => {
            frames.push(now - last);
            last = now;
            rows.scrollTop += 90;
            now - started < 10000 ? requestAnimationFrame(step) : resolve(JSON.stringify({ frames: frames.slice(2), top: rows.scrollTop, rows: rows.querySelectorAll('tbody tr').length }));
          };
          requestAnimationFrame(step);
        })
        """;

    public static async Task<int> RunAsync(Uri web, string password)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        await using var context = await browser.NewContextAsync();
        await Browser.SignInAsync(context, web, "admin", password);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(web, "/reports/new").ToString());
        await Browser.IsInteractiveAsync(page);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "SQL" }).FillAsync(Sql);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await page.GetByTestId("totals").WaitForAsync();

        using var measured = JsonDocument.Parse(await page.EvaluateAsync<string>(Scroll));
        var result = measured.RootElement;
        Figures.Print("a frame while scrolling", [.. result.GetProperty("frames").EnumerateArray().Select(frame => frame.GetDouble())]);
        Console.WriteLine($"scrolled {result.GetProperty("top").GetDouble():N0} pixels, {result.GetProperty("rows").GetInt32()} rows on the page");
        return 0;
    }
}
