using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace SakilaPortal.Web.Accounts;

internal sealed record AccessToken(string Token, DateTimeOffset Expires);

/// <summary>Carries a renewed access token from the cookie's request to the circuit, through the browser, which cannot read it.</summary>
internal sealed class SealedTokens(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("SakilaPortal.Web.AccessToken").ToTimeLimitedDataProtector();

    public string Close(AccessToken token) => protector.Protect($"{token.Expires:O} {token.Token}", Life);

    public AccessToken? Open(string? text) =>
        text is null || protector.Unprotect(text).Split(' ', 2) is not [var expires, var token]
            ? null
            : new(token, DateTimeOffset.Parse(expires, CultureInfo.InvariantCulture));
}
