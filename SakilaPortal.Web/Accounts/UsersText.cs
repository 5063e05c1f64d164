namespace SakilaPortal.Web.Accounts;

internal static class UsersText
{
    public const string Title = "Users";
    public const string Intro = "Who may use the portal, and for what. A change counts from that person's next click.";
    public const string EmptyTitle = "No users";
    public const string Empty = "People make their accounts themselves; here they get their roles.";
    public const string UserName = "User name";
    public const string Name = "Name";
    public const string Roles = "Roles";
    public const string Access = "Access";
    public const string Enabled = "may sign in";
    public const string Disabled = "locked out";

    public static IReadOnlyList<string> AllRoles { get; } = [Contracts.Roles.Clerk, Contracts.Roles.Partner, Contracts.Roles.Analyst, Contracts.Roles.Admin];

    public static string RolesOf(string userName) => $"Roles of {userName}";

    public static string AccessOf(string userName) => $"{userName} may sign in";
}
