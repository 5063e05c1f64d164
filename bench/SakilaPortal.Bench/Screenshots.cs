using Microsoft.Playwright;

namespace SakilaPortal.Bench;

/// <summary>Takes the pictures of docs/tour.md: every page of the list, in both themes, wide and on a phone.</summary>
internal static class Screenshots
{
    private static readonly (string Name, int Width, int Height)[] Sizes = [("", 1280, 860), ("-phone", 390, 844)];

    // Who is signed in never sees these; they are drawn without a circuit.
    private static readonly string[] Doors = ["/sign-in", "/register"];

    // Charts and live figures come a moment after the page.
    private const float SettleMilliseconds = 1200;

    /// <param name="web">The portal.</param>
    /// <param name="password">Of the user admin.</param>
    /// <param name="folder">Where the pictures go.</param>
    /// <param name="pages">Each as name=path, for instance <c>home=/</c>.</param>
    public static async Task<int> RunAsync(Uri web, string password, string folder, IReadOnlyList<string> pages)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        await using var first = await browser.NewContextAsync();
        await Browser.SignInAsync(first, web, "admin", password);
        var signedIn = await first.StorageStateAsync();
        var asked = pages.Select(pair => pair.Split('=', 2)).Select(pair => (Name: pair[0], Path: pair[1])).ToLookup(page => Doors.Contains(page.Path));
        foreach (var theme in new[] { "light", "dark" })
            foreach (var ((size, width, height), isDoor) in Sizes.SelectMany(size => new[] { (size, false), (size, true) }))
            {
                await using var context = await browser.NewContextAsync(new()
                {
                    StorageState = isDoor ? null : signedIn, ViewportSize = new() { Width = width, Height = height }, ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
                    ReducedMotion = ReducedMotion.Reduce, TimezoneId = "Europe/Berlin",
                });
                await context.AddCookiesAsync([new() { Name = "theme", Value = theme, Url = web.ToString() }]);
                var page = await context.NewPageAsync();
                page.Console += (_, message) => Complain(message.Type == "error", $"{page.Url}: {message.Text}");
                foreach (var (name, path) in asked[isDoor])
                    await TakeAsync(page, new Uri(web, path), isDoor, Path.Combine(folder, $"{name}{size}-{theme}.png"));
            }
        return 0;
    }

    private static async Task TakeAsync(IPage page, Uri address, bool isDoor, string file)
    {
        await page.GotoAsync(address.ToString());
        if (!isDoor)
            await Browser.IsInteractiveAsync(page);
        await page.Locator("main [aria-busy=true]").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.WaitForTimeoutAsync(SettleMilliseconds);
        Complain(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"), $"{file}: the page is wider than the window");
        await page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
    }

    private static void Complain(bool isWrong, string what)
    {
        if (isWrong)
            Console.Error.WriteLine(what);
    }
}
