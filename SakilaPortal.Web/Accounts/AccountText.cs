namespace SakilaPortal.Web.Accounts;

internal static class AccountText
{
    public const string Title = "Change password";
    public const string Intro = "A new password ends every session of yours, on every device.";
    public const string Old = "Present password";
    public const string New = "New password";
    public const string NewHint = "8 to 128 characters, and not one that anyone would guess first.";
    public const string Again = "New password again";
    public const string NotTheSame = "This is not the same as above.";
    public const string Change = "Change password";
    public const string Changed = "Your password is changed.";
    public const string SignIn = "Sign in with it.";
}
