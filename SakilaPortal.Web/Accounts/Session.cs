using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace SakilaPortal.Web.Accounts;

/// <summary>The access token of the person on this page or circuit, renewed through the browser, whose cookie holds what renews it.</summary>
internal sealed class Session(AuthenticationStateProvider people, IJSRuntime script, NavigationManager navigation, SealedTokens seal, TimeProvider clock)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    private AccessToken? current;

    public async ValueTask<string?> AccessTokenAsync()
    {
        if (current is null)
        {
            var person = (await people.GetAuthenticationStateAsync()).User;
            current = person.AccessToken is { } token ? new(token, person.AccessTokenExpires) : null;
        }
        if (current is { } known && known.Expires - clock.GetUtcNow() < Ahead)
            current = await RenewAsync() ?? known;
        return current?.Token;
    }

    /// <summary>To the sign-in page, and back here afterwards.</summary>
    public void SignInAgain() =>
        navigation.NavigateTo($"{SessionSetup.SignInPath}?returnUrl={Uri.EscapeDataString($"/{navigation.ToBaseRelativePath(navigation.Uri)}")}", forceLoad: true);

    private async Task<AccessToken?> RenewAsync()
    {
        try
        {
            return seal.Open(await script.InvokeAsync<string?>("portal.renewSession", SessionEndpoints.TokenPath));
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or InvalidOperationException or CryptographicException or TaskCanceledException)
        {
            // No browser to ask (prerendering, or it has gone) or no session in it: the Api's answer to the old token decides.
            return null;
        }
    }
}
