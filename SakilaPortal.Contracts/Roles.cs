namespace SakilaPortal.Contracts;

/// <summary>The four roles, as they stand in tokens and in <c>portal.user_role</c>.</summary>
public static class Roles
{
    public const string Clerk = "clerk";
    public const string Partner = "partner";
    public const string Analyst = "analyst";
    public const string Admin = "admin";
}
