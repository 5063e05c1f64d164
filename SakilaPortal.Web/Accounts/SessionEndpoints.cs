using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Accounts;

internal static class SessionEndpoints
{
    public const string Path = "/session";
    public const string TokenPath = $"{Path}/token";
    public const string SignOutPath = $"{Path}/sign-out";

    public static void MapSession(this IEndpointRouteBuilder app)
    {
        app.MapPost(TokenPath, RenewToken);
        app.MapPost(SignOutPath, SignOutAsync);
    }

    // Authentication has renewed the cookie's tokens by now, if they were about to end.
    private static Results<ContentHttpResult, UnauthorizedHttpResult> RenewToken(ClaimsPrincipal person, SealedTokens seal) =>
        person.AccessToken is { } token ? TypedResults.Text(seal.Close(new(token, person.AccessTokenExpires))) : TypedResults.Unauthorized();

    private static async Task<Results<RedirectHttpResult, BadRequest>> SignOutAsync(HttpContext context, IAntiforgery antiforgery, AccountsClient accounts)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest();
        try
        {
            if (context.User.AccessToken is { } token)
                await accounts.LogoutAsync(token, context.RequestAborted);
        }
        catch (ApiException)
        {
            // Without the Api its session ends by itself; this browser's ends now.
        }
        await context.SignOutAsync();
        return TypedResults.LocalRedirect(SessionSetup.SignInPath);
    }
}
