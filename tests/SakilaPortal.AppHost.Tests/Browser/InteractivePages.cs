using Microsoft.Playwright;

namespace SakilaPortal.AppHost.Tests.Browser;

internal static class InteractivePages
{
    /// <summary>Opens a page and waits until its server listens: what is typed before that, nobody hears.</summary>
    public static async Task OpenAsync(this IPage page, string path)
    {
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        await page.IsInteractiveAsync();
    }

    public static Task IsInteractiveAsync(this IPage page) => page.Locator("html[data-interactive=yes]").WaitForAsync();
}
