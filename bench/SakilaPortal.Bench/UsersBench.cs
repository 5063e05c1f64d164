using System.Globalization;
using Microsoft.Playwright;

namespace SakilaPortal.Bench;

/// <summary>What the portal's server holds in memory while many people have a page open.</summary>
internal static class UsersBench
{
    private const int Users = 200, AtOnce = 4;
    private static readonly string[] Paths = ["/", "/rentals/new", "/rentals", "/simulator", "/reports"];

    public static async Task<int> RunAsync(Uri web, string password, int processId, string[] paths)
    {
        paths = paths is [] ? Paths : paths;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        await using var context = await browser.NewContextAsync();
        await Browser.SignInAsync(context, web, "admin", password);
        Console.WriteLine($"before: {Resident(processId):F0} MB");
        for (var opened = 0; opened < Users; opened += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(opened, AtOnce).Select(user => OpenAsync(context, new Uri(web, paths[user % paths.Length]))));
            if ((opened + AtOnce) % 40 == 0)
                Console.WriteLine($"{opened + AtOnce,3} pages open: {Resident(processId):F0} MB resident");
        }
        await Task.Delay(TimeSpan.FromSeconds(30));
        Console.WriteLine($"30 s later: {Resident(processId):F0} MB resident");
        return 0;
    }

    private static async Task OpenAsync(IBrowserContext context, Uri address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        await Browser.IsInteractiveAsync(page);
    }

    private static double Resident(int processId)
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024d;
    }
}
