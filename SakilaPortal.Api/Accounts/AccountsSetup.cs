using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SakilaPortal.Contracts;

namespace SakilaPortal.Api.Accounts;

internal static class AccountsSetup
{
    /// <summary>Bearer tokens that any instance can read, since the key ring is in MySQL, and a policy for each role, named like it.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("SakilaPortal.Api");
        services.AddSingleton<IXmlRepository, MySqlKeyRing>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((options, keys) => options.XmlRepository = keys);

        services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken(
            options => options.Events.OnMessageReceived = CallerVerification.VerifyAsync);
        services.AddOptions<AccountsOptions>().BindConfiguration(AccountsOptions.Section)
            .Validate(options => options.AccessTokenLife > TimeSpan.Zero, "Accounts:AccessTokenLife must be a time above zero, such as 00:15:00.")
            .ValidateOnStart();
        services.AddOptions<BearerTokenOptions>(BearerTokenDefaults.AuthenticationScheme)
            .Configure<IOptions<AccountsOptions>>((options, accounts) => options.BearerTokenExpiration = accounts.Value.AccessTokenLife);
        services.AddAuthorization(options =>
        {
            foreach (var role in RolesOf.All)
                options.AddPolicy(role, policy => policy.RequireRole(role, Roles.Admin));
        });

        services.AddSingleton<IPasswordHasher<string>, PasswordHasher<string>>();
        services.AddSingleton<LoginThrottle>();
        services.AddSingleton<Sessions>();
    }
}
