using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Accounts;

namespace SakilaPortal.Api.Accounts;

/// <summary>
/// A sign-in and what follows from it. The refresh token is its id and a secret, of which only the hash is kept; each use replaces the secret.
/// A secret that comes back later was stolen, or its thief was faster: the session ends.
/// </summary>
internal sealed class Sessions(MySqlDataSource database, IOptionsMonitor<BearerTokenOptions> tokens, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(14);

    // Two tabs, or a retry after a lost answer, may use the same refresh token within this time; the second gets a session of its own.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private sealed record Row(int UserId, string SecurityStamp, string SecretHash, string? PreviousHash, DateTime RotatedAt);

    public async Task<TokenResponse> StartAsync(int userId, string securityStamp, CancellationToken cancellationToken)
    {
        const string sql = """
            DELETE FROM portal.session WHERE expires_at < @now LIMIT 100;
            INSERT INTO portal.session (session_id, user_id, security_stamp, secret_hash, rotated_at, expires_at)
            VALUES (@sessionId, @userId, @securityStamp, @hash, @now, @expires)
            """;
        var now = clock.GetUtcNow().UtcDateTime;
        var (sessionId, secret) = ($"{Guid.CreateVersion7():N}", NewSecret());
        await database.ExecuteAsync(
            sql, new { sessionId, userId, securityStamp, hash = Hash(secret), now, expires = now + Life }, cancellationToken);
        return Answer(sessionId, secret);
    }

    /// <summary>New tokens for old, or null when the refresh token is not, or no longer, good.</summary>
    public async Task<TokenResponse?> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        if (refreshToken.Split('.') is not [{ Length: 32 } sessionId, var secret])
            return null;

        var (row, answer) = await database.InTransactionAsync(transaction => RotateAsync(transaction, sessionId, Hash(secret), cancellationToken), cancellationToken);
        return row is null ? answer : await StartAsync(row.UserId, row.SecurityStamp, cancellationToken);
    }

    public Task EndAsync(string sessionId, CancellationToken cancellationToken) =>
        database.ExecuteAsync("DELETE FROM portal.session WHERE session_id = @sessionId", new { sessionId }, cancellationToken);

    // Answers with the row alone when its owner should get another session instead.
    private async Task<(Row? Fork, TokenResponse? Answer)> RotateAsync(
        MySqlTransaction transaction, string sessionId, string hash, CancellationToken cancellationToken)
    {
        const string find = """
            SELECT s.user_id, s.security_stamp, s.secret_hash, s.previous_hash, s.rotated_at
            FROM portal.session s
            JOIN portal.user u ON u.user_id = s.user_id AND u.security_stamp = s.security_stamp AND NOT u.disabled
            WHERE s.session_id = @sessionId AND s.expires_at > @now
            FOR UPDATE
            """;
        const string rotate = """
            UPDATE portal.session SET previous_hash = secret_hash, secret_hash = @newHash, rotated_at = @now, expires_at = @expires
            WHERE session_id = @sessionId
            """;
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await transaction.FirstAsync<Row>(find, new { sessionId, now }, cancellationToken);
        if (row is null)
            return default;
        if (row.PreviousHash == hash && now - row.RotatedAt <= Grace)
            return (row, null);

        var secret = NewSecret();
        if (row.SecretHash == hash)
            await transaction.ExecuteAsync(rotate, new { sessionId, newHash = Hash(secret), now, expires = now + Life }, cancellationToken);
        else
            await transaction.ExecuteAsync("DELETE FROM portal.session WHERE session_id = @sessionId", new { sessionId }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (null, row.SecretHash == hash ? Answer(sessionId, secret) : null);
    }

    private TokenResponse Answer(string sessionId, string secret)
    {
        var options = tokens.Get(BearerTokenDefaults.AuthenticationScheme);
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new(Caller.SessionClaim, sessionId)], BearerTokenDefaults.AuthenticationScheme));
        var properties = new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + options.BearerTokenExpiration };
        var accessToken = options.BearerTokenProtector.Protect(new(principal, properties, BearerTokenDefaults.AuthenticationScheme));
        return new("Bearer", accessToken, (long)options.BearerTokenExpiration.TotalSeconds, $"{sessionId}.{secret}");
    }

    private static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
