using SakilaPortal.Contracts;

namespace SakilaPortal.Api.Accounts;

internal static class AccountsApi
{
    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Accounts");

        group.MapPost("login", SigningIn.LoginAsync).AllowAnonymous()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithSummary("Signs in: a short-lived access token and a refresh token for 14 days");
        group.MapPost("refresh", SigningIn.RefreshAsync).AllowAnonymous().ProducesProblem(StatusCodes.Status401Unauthorized)
            .WithSummary("New tokens for a refresh token, which can be used once");
        group.MapPost("logout", SigningIn.LogoutAsync).WithSummary("Ends the session: both its tokens are worth nothing from now on");
        group.MapPost("password", Registration.ChangePasswordAsync).WithSummary("Changes the caller's password and ends all of the caller's sessions");
        group.MapPost("register", Registration.RegisterAsync).AllowAnonymous().ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("A new user without roles; the bootstrap code makes the first administrator");

        group.MapGet("me", UserAdministration.MeAsync).WithSummary("The caller, with name and roles");
        group.MapGet("users", UserAdministration.ListAsync).RequireAuthorization(Roles.Admin).WithSummary("All users with their roles");
        group.MapPut("users/{id:int}", UserAdministration.UpdateAsync).RequireAuthorization(Roles.Admin)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Gives and takes roles; disables and enables");
        group.MapGet("check_db", DatabaseCheck.CheckAsync).AllowAnonymous()
            .Produces<Contracts.Accounts.DatabaseStatus>().Produces<Contracts.Accounts.DatabaseStatus>(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Whether the database answers, and how fast");
    }
}
