using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Accounts;

namespace SakilaPortal.Api.Accounts;

internal static partial class Registration
{
    public static async Task<Results<Created<User>, ProblemHttpResult>> RegisterAsync(
        RegisterRequest request, MySqlDataSource database, IPasswordHasher<string> hasher, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = Check(request);
        if (errors.Any)
            return errors.AsInvalid();
        if (request.BirthDate > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
            return Problems.Impossible("birthDate", "This lies in the future.");

        const string insert = """
            INSERT INTO portal.user (user_name, password_hash, names, surnames, birth_date, disabled, security_stamp, created_at)
            VALUES (@userName, @passwordHash, @names, @surnames, @birthDate, FALSE, @securityStamp, @now)
            """;
        var userName = request.UserName!.Trim();
        var user = new
        {
            userName,
            passwordHash = hasher.HashPassword(userName, request.Password!),
            names = request.Names!.Trim(),
            surnames = request.Surnames!.Trim(),
            birthDate = request.BirthDate,
            securityStamp = $"{Guid.NewGuid():N}",
            now = clock.GetUtcNow().UtcDateTime,
        };
        return await database.InTransactionAsync<Results<Created<User>, ProblemHttpResult>>(async transaction =>
        {
            try
            {
                await transaction.ExecuteAsync(insert, user, cancellationToken);
            }
            catch (MySqlException taken) when (taken.ErrorCode == MySqlErrorCode.DuplicateKeyEntry)
            {
                return Problems.Conflict($"The user name '{userName}' is taken; choose another.");
            }
            var id = await transaction.FirstAsync<int>("SELECT LAST_INSERT_ID()", null, cancellationToken);
            var isFirstAdmin = !string.IsNullOrWhiteSpace(request.BootstrapCode);
            if (isFirstAdmin && !await Bootstrap.RedeemAsync(transaction, id, request.BootstrapCode!.Trim(), cancellationToken))
                return Problems.Impossible("bootstrapCode", "This code is wrong or was used already.");
            await transaction.CommitAsync(cancellationToken);
            return TypedResults.Created($"/api/users/{id}",
                new User(id, userName, user.names, user.surnames, user.birthDate, isFirstAdmin ? [Roles.Admin] : []));
        }, cancellationToken);
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> ChangePasswordAsync(
        PasswordRequest request, ClaimsPrincipal caller, HttpContext context, MySqlDataSource database, IPasswordHasher<string> hasher,
        LoginThrottle throttle, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Require("oldPassword", request.OldPassword, 1024);
        PasswordRules.Check(errors, "newPassword", request.NewPassword, caller.UserName);
        if (errors.Any)
            return errors.AsInvalid();
        var address = $"{context.Connection.RemoteIpAddress}";
        if (throttle.Enter(caller.UserName, address) is { } wait)
            return SigningIn.TooMany(context, wait);

        const string find = "SELECT password_hash FROM portal.user WHERE user_id = @id";
        var hash = await database.FirstAsync<string>(find, new { id = caller.UserId }, cancellationToken);
        if (hasher.VerifyHashedPassword(caller.UserName, hash!, request.OldPassword!) == PasswordVerificationResult.Failed)
            return Problems.Impossible("oldPassword", "This is not your password.");
        throttle.Forget(caller.UserName, address);
        if (request.NewPassword == request.OldPassword)
            return Problems.Impossible("newPassword", "This is your password already; choose another.");

        // The new stamp ends every session that was opened under the old one.
        const string change = "UPDATE portal.user SET password_hash = @hash, security_stamp = @stamp WHERE user_id = @id";
        await database.ExecuteAsync(change, new
        {
            id = caller.UserId, hash = hasher.HashPassword(caller.UserName, request.NewPassword!), stamp = $"{Guid.NewGuid():N}",
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    private static FieldErrors Check(RegisterRequest request)
    {
        var errors = new FieldErrors();
        if (!UserName().IsMatch(request.UserName?.Trim() ?? ""))
            errors.Add("userName", "A user name has 3 to 64 letters, digits, dots, hyphens or underscores.");
        errors.Require("names", request.Names, 100);
        errors.Require("surnames", request.Surnames, 100);
        errors.Require("birthDate", request.BirthDate);
        PasswordRules.Check(errors, "password", request.Password, request.UserName);
        return errors;
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}._-]{3,64}$")]
    private static partial Regex UserName();
}
