using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Accounts;

/// <summary>Renews the tokens in the cookie before they end, when a page or its circuit asks; styles and scripts ask in parallel and need none.</summary>
internal static class SessionRenewal
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    public static async Task RenewAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var clock = services.GetRequiredService<TimeProvider>();
        if (context.Principal is not { RefreshToken: { } refreshToken } person || person.AccessTokenExpires - clock.GetUtcNow() > Ahead || !NeedsToken(context.Request))
            return;

        var accounts = services.GetRequiredService<AccountsClient>();
        try
        {
            var tokens = await accounts.RefreshAsync(refreshToken, context.HttpContext.RequestAborted);
            var user = await accounts.MeAsync(tokens.AccessToken, context.HttpContext.RequestAborted);
            context.ReplacePrincipal(SessionClaims.Create(tokens, user, clock.GetUtcNow()));
            context.ShouldRenew = true;
        }
        catch (ApiException e) when (e.Status is HttpStatusCode.Unauthorized)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
        catch (ApiException)
        {
            // The Api is away for the moment: the page says so itself, and the session is tried again with the next request.
        }
    }

    private static bool NeedsToken(HttpRequest request) =>
        request.Path.StartsWithSegments(SessionEndpoints.Path) || request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
