namespace SakilaPortal.Web.Accounts;

internal static class RegisterText
{
    public const string Title = "Create an account";
    public const string Intro = "An administrator gives it its roles afterwards.";
    public const string UserName = "User name";
    public const string Names = "First names";
    public const string Surnames = "Last names";
    public const string BirthDate = "Date of birth";
    public const string Password = "Password";
    public const string Code = "One-time code";
    public const string CodeHint = "Only for the first administrator: printed when the portal was set up.";
    public const string Submit = "Create account";
    public const string ToSignIn = "I have an account";
}
