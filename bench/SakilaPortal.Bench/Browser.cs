using Microsoft.Playwright;

namespace SakilaPortal.Bench;

/// <summary>Chromium, and a person signed in there.</summary>
internal static class Browser
{
    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });

    public static async Task<IPage> SignInAsync(IBrowserContext context, Uri web, string userName, string password)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(web, "/sign-in").ToString());
        await page.GetByLabel("User name").FillAsync(userName);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await IsInteractiveAsync(page);
        return page;
    }

    public static Task IsInteractiveAsync(IPage page) => page.Locator("html[data-interactive=yes]").WaitForAsync(new() { Timeout = 60_000 });
}
