using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SakilaPortal.AppHost.Tests.Browser;

/// <summary>The automated part of WCAG 2.2 AA (https://www.w3.org/TR/WCAG22/), by axe, on every page that links lead to.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class AccessibilityTests(PortalFixture portal)
{
    private const int Depth = 2, FewestPages = 6;

    // The page's ground is nearer to black in the dark theme, to white in the light one.
    private const string IsDrawn = "dark => (getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).slice(0, 3).reduce((sum, c) => sum + +c, 0) < 384) === dark";

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    [Fact]
    public async Task NoPageHasAViolationInEitherTheme()
    {
        var page = await portal.SignInAsync("admin");
        var (found, looked, complaints) = (new Queue<(string Address, int Depth)>([("/", 0)]), new HashSet<string>(), new List<string>());
        while (found.TryDequeue(out var next))
        {
            if (!looked.Add(KindOf(next.Address)))
                continue;
            await page.OpenAsync(next.Address);
            complaints.AddRange(await LookAsync(page, next.Address));
            complaints.AddRange(await LookBehindTabsAsync(page, next.Address));
            if (next.Depth < Depth)
                foreach (var address in await LinksAsync(page))
                    found.Enqueue((address, next.Depth + 1));
        }
        Assert.True(looked.Count >= FewestPages, $"Only these pages were found: {string.Join(", ", looked)}");
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [Fact]
    public async Task SigningInHasNoViolation()
    {
        var page = await portal.SignInAsync("clerk");
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.Context.ClearCookiesAsync();
            await page.Context.AddCookiesAsync([new() { Name = "theme", Value = $"{theme}".ToLowerInvariant(), Url = page.Url }]);
            await page.GotoAsync("/sign-in");
            Assert.Empty(await ComplaintsAsync(page, $"/sign-in ({theme})"));
        }
    }

    private static async Task<List<string>> LookAsync(IPage page, string address)
    {
        var complaints = new List<string>();
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            await page.WaitForFunctionAsync(IsDrawn, theme == ColorScheme.Dark);
            await page.Locator("main [aria-busy=true]").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
            complaints.AddRange(await ComplaintsAsync(page, $"{address} ({theme})"));
        }
        return complaints;
    }

    private static async Task<List<string>> LookBehindTabsAsync(IPage page, string address)
    {
        var complaints = new List<string>();
        foreach (var tab in (await page.GetByRole(AriaRole.Tab).AllAsync()).Skip(1))
        {
            await tab.ClickAsync();
            await Assertions.Expect(tab).ToHaveAttributeAsync("aria-selected", "true");
            await page.Locator("main [aria-busy=true]").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
            complaints.AddRange(await ComplaintsAsync(page, $"{address}, {await tab.InnerTextAsync()}"));
        }
        return complaints;
    }

    private static async Task<IEnumerable<string>> ComplaintsAsync(IPage page, string where)
    {
        var result = await page.RunAxe(Rules);
        return result.Violations.Select(violation =>
            $"{where}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
    }

    private static Task<string[]> LinksAsync(IPage page) => page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hash && !a.hasAttribute('download')).map(a => a.pathname)");

    // Of pages that differ only in what they show, one is enough.
    private static string KindOf(string address) => Identifier().Replace(address, "/#");

    [GeneratedRegex("/([0-9]+|[a-z]+zonedb/[a-z_]+|[0-9a-f-]{32,36}|[A-Z][A-Za-z]+(-[A-Za-z0-9]+)+)(?=/|$)")]
    private static partial Regex Identifier();
}
