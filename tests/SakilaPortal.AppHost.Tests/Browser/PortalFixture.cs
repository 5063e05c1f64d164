using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Microsoft.Playwright;
using SakilaPortal.AppHost.Tests.Composition;
using SakilaPortal.TestSupport;

namespace SakilaPortal.AppHost.Tests.Browser;

/// <summary>One portal for all that is tried in the browser, since starting it is the dearest part.</summary>
[CollectionDefinition(Name)]
public sealed class PortalCollection : ICollectionFixture<PortalFixture>
{
    public const string Name = "portal";
}

/// <summary>The whole portal on free ports and a folder of its own, delivering at once, and a browser to use it with.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(4);

    // Two cores start a portal, fill its lake and draw its pages at the same time.
    private const float PageMilliseconds = 60_000;
    private const float ExpectedMilliseconds = 20_000;

    private static readonly string[] FreePorts =
        ["--Ports:Web=0", "--Ports:Api=0", "--Ports:Pipeline=0", "--Ports:LocalAws=0", "--Ports:MySql=0", "--Delivery:IntervalSeconds=0"];

    private readonly TemporaryFolder data = new();
    private FileStream? turn;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public DistributedApplication App { get; private set; } = null!;

    public string DemoPassword => File.ReadAllText(Path.Combine(data.Path, "keys", "demo-password")).Trim();

    public async Task InitializeAsync()
    {
        turn = await MachineTurn.TakeAsync();
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.SakilaPortal_AppHost>([.. FreePorts, "--data", data.Path]);
        App = await builder.BuildAsync();
        await App.StartAsync();
        using var patience = new CancellationTokenSource(StartPatience);
        foreach (var part in new[] { "localaws", "api", "pipeline", "web" })
            await App.ResourceNotifications.WaitForResourceHealthyAsync(part, patience.Token);
    }

    /// <summary>A page of a browser of its own, signed in.</summary>
    public async Task<IPage> SignInAsync(string userName)
    {
        Assertions.SetDefaultExpectTimeout(ExpectedMilliseconds);
        playwright ??= await Playwright.CreateAsync();
        browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = await Chromium.FindOrInstallAsync(), Args = ["--no-sandbox"] });
        var context = await browser.NewContextAsync(new() { BaseURL = App.GetEndpoint("web").ToString(), TimezoneId = "UTC", Locale = "en-GB" });
        context.SetDefaultTimeout(PageMilliseconds);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("User name").FillAsync(userName);
        await page.GetByLabel("Password").FillAsync(DemoPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        // The page for signing in has no circuit; the first one after it has.
        await page.IsInteractiveAsync();
        return page;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
        if (App is not null)
            await App.DisposeAsync();
        data.Dispose();
        turn?.Dispose();
    }
}
