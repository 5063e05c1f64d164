using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Accounts;

namespace SakilaPortal.Web.Accounts;

/// <summary>The person and the Api's tokens, as they travel in the encrypted cookie; no script and no circuit client ever sees them.</summary>
internal static class SessionClaims
{
    private const string AccessTokenType = "access_token";
    private const string RefreshTokenType = "refresh_token";
    private const string ExpiresType = "expires_at";
    private const string FullNameType = "full_name";

    public static ClaimsPrincipal Create(TokenResponse tokens, User user, DateTimeOffset now)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.Name, user.UserName),
            new(FullNameType, $"{user.Names} {user.Surnames}".Trim()),
            new(AccessTokenType, tokens.AccessToken),
            new(RefreshTokenType, tokens.RefreshToken),
            new(ExpiresType, now.AddSeconds(tokens.ExpiresIn).ToString("O", CultureInfo.InvariantCulture)),
            .. user.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ];
        return new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    extension(ClaimsPrincipal person)
    {
        /// <summary>What the policies of <see cref="SessionSetup"/> ask; an admin has every role, and null asks for none.</summary>
        public bool May(string? role) => role is null || person.IsInRole(role) || person.IsInRole(Roles.Admin);

        public string? AccessToken => person.FindFirstValue(AccessTokenType);

        public string? RefreshToken => person.FindFirstValue(RefreshTokenType);

        public string FullName => person.FindFirstValue(FullNameType) is { Length: > 0 } name ? name : person.Identity?.Name ?? "";

        public DateTimeOffset AccessTokenExpires =>
            DateTimeOffset.TryParse(person.FindFirstValue(ExpiresType), CultureInfo.InvariantCulture, out var at) ? at : DateTimeOffset.MinValue;
    }
}
