namespace SakilaPortal.Web.Shell;

internal static class ShellText
{
    public const string Product = "SakilaPortal";
    public const string SkipToContent = "Skip to content";
    public const string OpenNavigation = "Navigation";
    public const string MainNavigation = "Main";

    public const string GoTo = "Go to";
    public const string GoToHint = "A page, or the name or number of what you look for";
    public const string Places = "Places";
    public const string Pages = "Pages";
    public const string Close = "Close";
    public const string NoPlace = "Nothing has this name.";

    public const string Home = "Home";
    public const string Counter = "Counter";
    public const string NewRental = "New rental";
    public const string Rentals = "Rentals";
    public const string Returns = "Returns";
    public const string Overdue = "Overdue rentals";
    public const string Customers = "Customers";
    public const string Films = "Films";
    public const string Payments = "Payments";
    public const string Streaming = "Streaming";
    public const string Simulator = "Simulator";
    public const string Insight = "Insight";
    public const string Reports = "Reports";
    public const string Dashboards = "Dashboards";
    public const string NewReport = "New report";
    public const string RunHistory = "Run history";
    public const string Platform = "Platform";
    public const string Workflow = "Workflow";
    public const string Tables = "Tables";
    public const string Crawler = "Crawler preview";
    public const string Ledger = "Ledger";
    public const string Trace = "Trace";
    public const string Health = "Health";

    public const string Appearance = "Appearance";
    public const string LikeDevice = "Like the device";
    public const string Light = "Light";
    public const string Dark = "Dark";
    public const string Account = "Account";
    public const string SignOut = "Sign out";
    public const string ChangePassword = "Change password";
    public const string Administration = "Administration";
    public const string Users = "Users";

    public const string NoAccessTitle = "Not for your role";
    public const string NoAccess = "Your account has no role for this page. An administrator can give it to you.";
    public const string NotFoundTitle = "Page not found";
    public const string NotFound = "There is no page at this address. Choose one in the navigation.";
    public const string ToHome = "To the home page";
    public const string CrashTitle = "Something broke";
    public const string Crash = "This page met an error that it did not expect. It is in the portal's log; nothing you saved is lost.";
    public const string Again = "Try again";

    public const string Reconnecting = "Connection lost. Reconnecting…";
    public const string ReconnectFailed = "The portal cannot be reached.";
    public const string Retry = "Try now";

    public static string Results(int count) => Shared.Figures.Plural(count, "result");

    public static string NotLookedUp(string names) => $"Not looked up, since no answer came: {names}.";
}
