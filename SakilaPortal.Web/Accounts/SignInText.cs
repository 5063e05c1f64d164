namespace SakilaPortal.Web.Accounts;

internal static class SignInText
{
    public const string Title = "Sign in";
    public const string Welcome = "Welcome to SakilaPortal";
    public const string Intro = "Rentals, partner events and reports, in one place.";
    public const string UserName = "User name";
    public const string Password = "Password";
    public const string UserNameMissing = "Enter your user name.";
    public const string PasswordMissing = "Enter your password.";
    public const string Submit = "Sign in";
    public const string Register = "Create an account";

    public static string Welcomed(string userName) => $"The account {userName} is made. Sign in; an administrator gives it its roles.";
}
