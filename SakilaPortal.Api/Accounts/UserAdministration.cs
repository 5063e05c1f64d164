using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Accounts;

namespace SakilaPortal.Api.Accounts;

internal static class UserAdministration
{
    private const string Columns = """
        u.user_id, u.user_name, u.names, u.surnames, u.birth_date, u.disabled,
        (SELECT GROUP_CONCAT(r.role ORDER BY r.role) FROM portal.user_role r WHERE r.user_id = u.user_id) roles
        """;

    private sealed record Row(int UserId, string UserName, string Names, string Surnames, DateOnly? BirthDate, bool Disabled, string? Roles)
    {
        public User ToUser() => new(UserId, UserName, Names, Surnames, BirthDate, RolesOf.Split(Roles), Disabled);
    }

    public static async Task<Results<Ok<Page<User>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ListQuery query, MySqlDataSource database, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var paging = query.Read(errors, ("userName", "u.user_name"), ("id", "u.user_id"), ("names", "u.names"), ("surnames", "u.surnames"));
        if (errors.Any)
            return errors.AsInvalid();

        var sql = $"SELECT {Columns} FROM portal.user u ORDER BY {paging.OrderBy}, u.user_id LIMIT @Take OFFSET @Offset";
        var rows = await database.ListAsync<Row>(sql, new { paging.Take, paging.Offset }, cancellationToken);
        var total = await database.FirstAsync<long>("SELECT COUNT(*) FROM portal.user", null, cancellationToken);
        return TypedResults.Ok(paging.ToPage([.. rows.Select(row => row.ToUser())], total));
    }

    public static async Task<Results<Ok<User>, NotFound>> MeAsync(ClaimsPrincipal caller, MySqlDataSource database, CancellationToken cancellationToken)
    {
        var row = await database.FirstAsync<Row>($"SELECT {Columns} FROM portal.user u WHERE u.user_id = @UserId", new { caller.UserId }, cancellationToken);
        return row is null ? TypedResults.NotFound() : TypedResults.Ok(row.ToUser());
    }

    public static async Task<Results<Ok<User>, ProblemHttpResult>> UpdateAsync(
        int id, UserUpdate update, ClaimsPrincipal caller, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (update.Roles?.FirstOrDefault(role => !RolesOf.All.Contains(role)) is { } unknown)
            return Problems.Invalid("roles", $"'{unknown}' is no role; the roles are {string.Join(", ", RolesOf.All)}.");

        return await database.InTransactionAsync<Results<Ok<User>, ProblemHttpResult>>(async transaction =>
        {
            // All users are locked, so that two administrators cannot disable each other at the same time.
            var admins = await transaction.ListAsync<int>("""
                SELECT u.user_id FROM portal.user u JOIN portal.user_role r ON r.user_id = u.user_id AND r.role = 'admin'
                WHERE NOT u.disabled FOR UPDATE
                """, null, cancellationToken);
            var before = await transaction.FirstAsync<Row>(
                $"SELECT {Columns} FROM portal.user u WHERE u.user_id = @id FOR UPDATE", new { id }, cancellationToken);
            if (before is null)
                return Problems.NotFound($"There is no user {id}; GET /api/users lists them.");
            if (admins is [var last] && last == id && (update.Disabled == true || update.Roles?.Contains(Roles.Admin) == false))
                return Problems.Conflict("This is the last administrator; make another one first.");

            await ApplyAsync(transaction, id, update, cancellationToken);
            await Audit.WriteAsync(transaction, clock, caller.UserName, "user.update", $"user {id}",
                new { before.Roles, before.Disabled, update }, cancellationToken);
            var after = await transaction.FirstAsync<Row>($"SELECT {Columns} FROM portal.user u WHERE u.user_id = @id", new { id }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return TypedResults.Ok(after!.ToUser());
        }, cancellationToken);
    }

    private static async Task ApplyAsync(MySqlTransaction transaction, int id, UserUpdate update, CancellationToken cancellationToken)
    {
        if (update.Disabled is { } disabled)
            await transaction.ExecuteAsync("UPDATE portal.user SET disabled = @disabled WHERE user_id = @id", new { id, disabled }, cancellationToken);
        if (update.Roles is not { } roles)
            return;
        await transaction.ExecuteAsync("DELETE FROM portal.user_role WHERE user_id = @id", new { id }, cancellationToken);
        foreach (var role in roles.Distinct())
            await transaction.ExecuteAsync("INSERT INTO portal.user_role (user_id, role) VALUES (@id, @role)", new { id, role }, cancellationToken);
    }
}
