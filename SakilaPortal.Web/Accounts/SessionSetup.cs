using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using SakilaPortal.Contracts;

namespace SakilaPortal.Web.Accounts;

internal static class SessionSetup
{
    public const string SignInPath = "/sign-in";

    private static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>A cookie that holds the Api's tokens, under keys that all instances share, and a policy for each role, named like it.</summary>
    public static void AddSession(this IHostApplicationBuilder builder)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName("SakilaPortal.Web");
        if (builder.Configuration["DataProtection:KeysPath"] is { Length: > 0 } path)
            protection.PersistKeysToFileSystem(new(path));

        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "sakila-portal";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = SignInPath;
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = Life;
            // Who is signed in needs another role, not another signing in.
            options.Events.OnRedirectToAccessDenied = refused =>
            {
                refused.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            options.Events.OnValidatePrincipal = SessionRenewal.RenewAsync;
        });
        builder.Services.AddAuthorization(options =>
        {
            foreach (var role in (string[])[Roles.Clerk, Roles.Partner, Roles.Analyst, Roles.Admin])
                options.AddPolicy(role, policy => policy.RequireAssertion(asked => asked.User.May(role)));
        });
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddSingleton<SealedTokens>();
        builder.Services.AddScoped<Session>();
    }
}
