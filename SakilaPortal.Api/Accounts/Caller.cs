using System.Security.Claims;

namespace SakilaPortal.Api.Accounts;

/// <summary>Who calls, out of the verified token.</summary>
internal static class Caller
{
    public const string SessionClaim = "session";
    public const string StaffClaim = "staff";

    extension(ClaimsPrincipal caller)
    {
        public int UserId => int.Parse(caller.FindFirstValue(ClaimTypes.NameIdentifier)!);

        public string UserName => caller.FindFirstValue(ClaimTypes.Name)!;

        public string SessionId => caller.FindFirstValue(SessionClaim)!;

        /// <summary>The member of Sakila's staff that this user is, if any.</summary>
        public int? StaffId => caller.FindFirstValue(StaffClaim) is { } staff ? int.Parse(staff) : null;
    }
}
