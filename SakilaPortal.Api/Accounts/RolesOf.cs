using SakilaPortal.Contracts;

namespace SakilaPortal.Api.Accounts;

internal static class RolesOf
{
    public static readonly IReadOnlyList<string> All = [Roles.Clerk, Roles.Partner, Roles.Analyst, Roles.Admin];

    /// <summary>The roles of a user, as MySQL's GROUP_CONCAT gives them.</summary>
    public static IReadOnlyList<string> Split(string? roles) => roles?.Split(',') ?? [];
}
