using MudBlazor;
using SakilaPortal.Contracts;
using SakilaPortal.Web.Simulations;
using Text = SakilaPortal.Web.Shell.ShellText;

namespace SakilaPortal.Web.Shell;

/// <summary>A page that one can go to, from the navigation and from the command palette alike.</summary>
/// <param name="Role">Who may; null for everybody.</param>
/// <param name="HasMore">Whether pages below its address belong to it.</param>
/// <param name="InNavigation">False for what only the palette offers.</param>
internal sealed record Destination(
    string Group, string? Role, string Text, string Href, string Icon, bool HasMore = false, bool InNavigation = true)
{
    public bool Holds(string path) => path == Href || (HasMore && path.StartsWith($"{Href}/", StringComparison.Ordinal));
}

internal static class Destinations
{
    public static IReadOnlyList<Destination> All { get; } =
    [
        new("", null, Text.Home, "/", Icons.Material.Outlined.Home),
        new(Text.Counter, Roles.Clerk, Text.NewRental, "/rentals/new", Icons.Material.Outlined.PointOfSale),
        new(Text.Counter, Roles.Clerk, Text.Returns, "/returns", Icons.Material.Outlined.KeyboardReturn),
        new(Text.Counter, Roles.Clerk, Text.Rentals, "/rentals", Icons.Material.Outlined.ReceiptLong),
        new(Text.Counter, Roles.Clerk, Text.Overdue, "/rentals?state=overdue&sort=dueDate", Icons.Material.Outlined.Schedule, InNavigation: false),
        new(Text.Counter, Roles.Clerk, Text.Customers, "/customers", Icons.Material.Outlined.Group, HasMore: true),
        new(Text.Counter, Roles.Clerk, Text.Films, "/films", Icons.Material.Outlined.LocalMovies, HasMore: true),
        new(Text.Counter, Roles.Clerk, Text.Payments, "/payments", Icons.Material.Outlined.Paid),
        new(Text.Streaming, Roles.Partner, Text.Simulator, "/simulator", Icons.Material.Outlined.Sensors, HasMore: true),
        new(Text.Streaming, Roles.Partner, TemplatesText.Title, "/simulator/templates", Icons.Material.Outlined.TableRows, InNavigation: false),
        new(Text.Streaming, Roles.Partner, RejectedText.Title, "/rejected-events", Icons.Material.Outlined.ReportProblem),
        new(Text.Streaming, Roles.Partner, PartnerApiText.Title, "/partner-api", Icons.Material.Outlined.Info),
        new(Text.Insight, Roles.Analyst, Text.Reports, "/reports", Icons.Material.Outlined.BarChart, HasMore: true),
        new(Text.Insight, Roles.Analyst, Text.Dashboards, "/dashboards", Icons.Material.Outlined.Dashboard, HasMore: true),
        new(Text.Insight, Roles.Analyst, Text.NewReport, "/reports/new", Icons.Material.Outlined.Add, InNavigation: false),
        new(Text.Insight, Roles.Analyst, Text.RunHistory, "/reports/runs", Icons.Material.Outlined.History, InNavigation: false),
        new(Text.Platform, Roles.Analyst, Text.Workflow, "/platform/workflow", Icons.Material.Outlined.Bolt, HasMore: true),
        new(Text.Platform, Roles.Analyst, Text.Tables, "/platform/tables", Icons.Material.Outlined.TableRows, HasMore: true),
        new(Text.Platform, Roles.Analyst, Text.Crawler, "/platform/crawler", Icons.Material.Outlined.Visibility, InNavigation: false),
        new(Text.Platform, Roles.Analyst, Text.Ledger, "/platform/ledger", Icons.Material.Outlined.CheckCircle, HasMore: true),
        new(Text.Platform, Roles.Analyst, Text.Trace, "/platform/trace", Icons.Material.Outlined.History, HasMore: true),
        new(Text.Platform, Roles.Analyst, Text.Health, "/platform/health", Icons.Material.Outlined.Visibility, HasMore: true),
        new(Text.Administration, Roles.Admin, Text.Users, "/users", Icons.Material.Outlined.Group),
        new(Text.Account, null, Text.ChangePassword, "/account", Icons.Material.Outlined.Person, InNavigation: false),
    ];
}
