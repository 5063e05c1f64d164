using Microsoft.Playwright;

namespace SakilaPortal.Bench;

internal static class PagesBench
{
    private const int Rounds = 10;

    // Clicks a link of the navigation and answers how long the next page's heading took to stand there.
    private const string ClickAndWait = """
        name => new Promise((resolve, reject) => {
          const link = [...document.querySelectorAll('nav a')].find(a => a.textContent.trim() === name);
          if (!link) return reject(new Error('There is no link ' + name));
          const heading = () => document.querySelector('h1')?.textContent;
          const before = heading(), started = performance.now();
          const look = () => heading() && heading() !== before && location.pathname === new URL(link.href).pathname
            ? resolve(performance.now() - started)
            : performance.now() - started > 10000 ? reject(new Error(name + ' did not come')) : requestAnimationFrame(look);
          link.click();
          look();
        })
        """;

    public static async Task<int> RunAsync(Uri web, string password)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        await using var context = await browser.NewContextAsync();
        var page = await Browser.SignInAsync(context, web, "admin", password);
        await page.GetByRole(AriaRole.Navigation).First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var names = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('nav a')].map(a => a.textContent.trim())");
        names = [.. names.Skip(1), names[0]]; // The sign-in leads to the first page, so the round begins at the second.
        var times = names.ToDictionary(name => name, _ => new List<double>());
        for (var round = 0; round <= Rounds; round++)
            foreach (var name in names)
                if (await page.EvaluateAsync<double>(ClickAndWait, name) is var time && round > 0)
                    times[name].Add(time);
        foreach (var (name, measured) in times)
            Figures.Print($"to {name}", measured);
        return 0;
    }
}
