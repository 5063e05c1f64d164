using Microsoft.Playwright;

namespace SakilaPortal.Bench;

/// <summary>A page opened by a browser that has nothing of the portal in its cache.</summary>
internal static class ColdBench
{
    private const int Rounds = 10;

    // When the browser first drew something, in milliseconds from the start of the navigation: https://www.w3.org/TR/paint-timing/
    private const string FirstPaint = """
        () => new Promise(done => new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint').forEach(entry => done(entry.startTime)))
          .observe({ type: 'paint', buffered: true }))
        """;

    public static async Task<int> RunAsync(Uri web, string password)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        await using var first = await browser.NewContextAsync();
        await Browser.SignInAsync(first, web, "admin", password);
        var signedIn = await first.StorageStateAsync();
        foreach (var path in new[] { "/", "/rentals/new", "/simulator", "/reports" })
        {
            var (paints, interactives) = (new List<double>(), new List<double>());
            for (var round = 0; round <= Rounds; round++)
            {
                await using var cold = await browser.NewContextAsync(new() { StorageState = signedIn });
                var page = await cold.NewPageAsync();
                await page.GotoAsync(new Uri(web, path).ToString(), new() { WaitUntil = WaitUntilState.Commit });
                var interactive = await page.EvaluateAsync<double>("() => new Promise(done => { const look = () => document.documentElement.dataset.interactive ? done(performance.now()) : setTimeout(look, 1); look(); })");
                var paint = await page.EvaluateAsync<double>(FirstPaint);
                if (round == 0)
                    continue;
                paints.Add(paint);
                interactives.Add(interactive);
            }
            Figures.Print($"{path} first contentful paint", paints);
            Figures.Print($"{path} interactive", interactives);
        }
        return 0;
    }
}
