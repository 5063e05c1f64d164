using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using SakilaPortal.Contracts;
using SakilaPortal.Web.Accounts;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Tests.Support;

/// <summary>The portal's pages without a browser, over a fake Api and with time at hand.</summary>
public abstract class PortalContext : BunitContext
{
    // A busy machine takes its time; what is right does not wait for it.
    static PortalContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    private protected FakeApi Api { get; } = new();

    private protected ManualTime Time { get; } = new();

    private protected BunitAuthorizationContext Person { get; }

    protected PortalContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("/template-editor.js").Mode = JSRuntimeMode.Loose;
        JSInterop.Setup<bool>("portal.copy", _ => true).SetResult(true);
        Person = AddAuthorization();
        Person.SetAuthorized("ada");
        GiveRoles(Roles.Clerk, Roles.Partner, Roles.Analyst);
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddScoped<PersonClock>();
        Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        Services.AddScoped<ProtectedLocalStorage>();
        Services.AddScoped<ProtectedSessionStorage>();
        Services.AddSingleton<SealedTokens>();
        Services.AddScoped<Session>();
        Services.AddBackend();
        Services.AddHttpClient(ApiTransport.ClientName).ConfigurePrimaryHttpMessageHandler(() => Api);
    }

    private protected void GiveRoles(params string[] roles) => Person.SetRoles(roles).SetPolicies(roles);

    /// <summary>The page, beside what the library's popovers need.</summary>
    private protected IRenderedComponent<TPage> Open<TPage>(Action<ComponentParameterCollectionBuilder<TPage>>? parameters = null) where TPage : IComponent
    {
        Render<MudPopoverProvider>();
        return Render<TPage>(builder => parameters?.Invoke(builder));
    }

    private protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();
}

internal static class PageQueries
{
    extension<TPage>(IRenderedComponent<TPage> page) where TPage : IComponent
    {
        public IElement Button(string text) => page.FindAll("button").First(button => button.TextContent.Trim() == text);

        public bool Says(string text) => page.Markup.Contains(text, StringComparison.Ordinal) || page.Nodes.Any(node => node.TextContent.Contains(text, StringComparison.Ordinal));

        public void WaitForText(string text) => page.WaitForAssertion(() => Assert.True(page.Says(text), $"'{text}' is not on the page:\n{page.Markup}"));
    }
}
