using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Accounts;

namespace SakilaPortal.Api.Accounts;

internal static class SigningIn
{
    // Verified in place of an unknown user's, so that the answer takes as long as for a known one.
    private static readonly string NobodysHash = new PasswordHasher<string>().HashPassword("", $"{Guid.NewGuid()}");

    private sealed record Credentials(int UserId, string PasswordHash, string SecurityStamp, bool Disabled);

    public static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> LoginAsync(
        LoginRequest request, HttpContext context, MySqlDataSource database, IPasswordHasher<string> hasher,
        LoginThrottle throttle, Sessions sessions, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Require("userName", request.UserName, 64);
        errors.Require("password", request.Password, 1024);
        if (errors.Any)
            return errors.AsInvalid();
        var (userName, address) = (request.UserName!.Trim(), $"{context.Connection.RemoteIpAddress}");
        if (throttle.Enter(userName, address) is { } wait)
            return TooMany(context, wait);

        const string sql = "SELECT user_id, password_hash, security_stamp, disabled FROM portal.user WHERE user_name = @userName";
        var user = await database.FirstAsync<Credentials>(sql, new { userName }, cancellationToken);
        var verdict = hasher.VerifyHashedPassword(userName, user?.PasswordHash ?? NobodysHash, request.Password!);
        if (user is null || verdict == PasswordVerificationResult.Failed)
            return Refused("User name or password is wrong.");
        throttle.Forget(userName, address);
        return user.Disabled
            ? Refused("This account is disabled; ask an administrator to enable it.")
            : TypedResults.Ok(await sessions.StartAsync(user.UserId, user.SecurityStamp, cancellationToken));
    }

    public static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> RefreshAsync(
        RefreshRequest request, Sessions sessions, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.RefreshToken))
            return Problems.Invalid("refreshToken", "This is required.");
        return await sessions.RefreshAsync(request.RefreshToken.Trim(), cancellationToken) is { } tokens
            ? TypedResults.Ok(tokens)
            : Refused("The refresh token is unknown, was used already, or its session has ended; sign in again.");
    }

    public static async Task<NoContent> LogoutAsync(ClaimsPrincipal caller, Sessions sessions, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(caller.SessionId, cancellationToken);
        return TypedResults.NoContent();
    }

    public static ProblemHttpResult TooMany(HttpContext context, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        context.Response.Headers.RetryAfter = $"{seconds}";
        return TypedResults.Problem(
            $"Too many wrong passwords for this user; try again in {seconds} seconds.", statusCode: StatusCodes.Status429TooManyRequests);
    }

    private static ProblemHttpResult Refused(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status401Unauthorized, title: "Not signed in");
}
