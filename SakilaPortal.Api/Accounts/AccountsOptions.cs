namespace SakilaPortal.Api.Accounts;

/// <summary>The configuration section <c>Accounts</c>.</summary>
internal sealed class AccountsOptions
{
    public const string Section = "Accounts";

    /// <summary>How long an access token counts; roles, disabling and passwords are looked at with every request in any case.</summary>
    public TimeSpan AccessTokenLife { get; set; } = TimeSpan.FromMinutes(15);
}
