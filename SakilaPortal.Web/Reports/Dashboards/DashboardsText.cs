using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Reports.Dashboards;

/// <summary>Pages of several reports.</summary>
internal static class DashboardsText
{
    public const string Title = "Dashboards";
    public const string Intro = "Several reports on one page, with parameters that they share.";
    public const string New = "New dashboard";
    public const string EmptyTitle = "No dashboards yet";
    public const string Empty = "Put the reports that you look at every day onto one page: they run together, with the same period and choices.";
    public const string Edit = "Edit";
    public const string Refresh = "Refresh";
    public const string Share = "Copy link";
    public const string Shared = "The link is copied; it holds the parameters too.";
    public const string Parameters = "Parameters for all reports";
    public const string Gone = "This report has been deleted. Edit the dashboard to take it off.";
    public const string Open = "Open the report";
    public const string NoRows = "The query found nothing.";

    public const string AllRows = "All rows";

    public static string FirstOf(int shown, long all) => $"The first {Figures.Count(shown)} of {Figures.Count(all)} rows.";

    public const string NewTitle = "New dashboard";
    public const string EditTitle = "Edit dashboard";
    public const string Name = "Name";
    public const string Description = "Description";
    public const string Reports = "Reports";
    public const string Add = "Add a report";
    public const string View = "Shown as";
    public const string AsReport = "as the report says";
    public const string Wide = "Whole width";
    public const string Up = "Up";
    public const string Down = "Down";
    public const string Remove = "Take off";
    public const string Save = "Save";
    public const string Delete = "Delete";
    public const string DeleteTitle = "Delete this dashboard?";
    public const string DeleteQuestion = "It goes for everybody, and cannot be brought back. Its reports stay.";
    public const string Keep = "Keep it";
    public const string SaveOver = "Save mine over it";
    public const string NoTiles = "Add the first report below.";
}
