using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using MySqlConnector;
using SakilaPortal.Api.Data;

namespace SakilaPortal.Api.Accounts;

/// <summary>
/// Accepts an access token while its session lives: signing out, a changed password, a disabled account and given or taken roles count from the
/// next request on. The price is one look-up by primary key a request.
/// </summary>
internal static class CallerVerification
{
    private sealed record Account(int UserId, string UserName, int? StaffId, string? Roles);

    public static async Task VerifyAsync(MessageReceivedContext context)
    {
        if (!AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var header)
            || !header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return;

        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        var ticket = context.Options.BearerTokenProtector.Unprotect(header.Parameter);
        if (ticket?.Properties.ExpiresUtc is not { } expires || expires <= clock.GetUtcNow())
            context.Fail("The access token is not valid or has expired.");
        else if (await FindAsync(context.HttpContext, ticket.Principal.SessionId, clock) is { } account)
            Accept(context, ticket.Principal.SessionId, account);
        else
            context.Fail("The session has ended.");
    }

    private static async Task<Account?> FindAsync(HttpContext context, string sessionId, TimeProvider clock)
    {
        const string sql = """
            SELECT u.user_id, u.user_name, u.staff_id,
                   (SELECT GROUP_CONCAT(r.role) FROM portal.user_role r WHERE r.user_id = u.user_id) roles
            FROM portal.session s
            JOIN portal.user u ON u.user_id = s.user_id AND u.security_stamp = s.security_stamp AND NOT u.disabled
            WHERE s.session_id = @sessionId AND s.expires_at > @now
            """;
        var database = context.RequestServices.GetRequiredService<MySqlDataSource>();
        return await database.FirstAsync<Account>(sql, new { sessionId, now = clock.GetUtcNow().UtcDateTime }, context.RequestAborted);
    }

    private static void Accept(MessageReceivedContext context, string sessionId, Account account)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, $"{account.UserId}"),
            new(ClaimTypes.Name, account.UserName),
            new(Caller.SessionClaim, sessionId),
            .. RolesOf.Split(account.Roles).Select(role => new Claim(ClaimTypes.Role, role)),
        ];
        if (account.StaffId is { } staff)
            claims.Add(new(Caller.StaffClaim, $"{staff}"));
        context.Principal = new(new ClaimsIdentity(claims, context.Scheme.Name));
        context.Success();
    }
}
