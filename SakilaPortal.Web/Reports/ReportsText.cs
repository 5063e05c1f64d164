using MudBlazor;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Web.Reports;

/// <summary>The gallery, and what all pages of reports say.</summary>
internal static class ReportsText
{
    public const string Title = "Reports";
    public const string Intro = "Saved queries over the lake. Each run shows what it read and what it cost.";
    public const string Search = "Find a report";
    public const string Tags = "Tags";
    public const string Favourites = "Favourites";
    public const string History = "Run history";
    public const string Dashboards = "Dashboards";
    public const string New = "New report";
    public const string EmptyTitle = "No reports yet";
    public const string Empty = "The pipeline saves the first queries when it has set up the lake. Look again in a moment.";
    public const string NoMatchTitle = "No report of this kind";
    public const string NoMatch = "Try another word, or clear the search and the tags.";
    public const string Shipped = "SakilaPortal";
    public const string NeverRun = "not run yet";
    public const string Mark = "Mark as favourite";
    public const string Unmark = "No longer a favourite";

    public static bool IsOver(string state) => state is "SUCCEEDED" or "FAILED" or "CANCELLED";

    public static string Name(string state) => state switch
    {
        "QUEUED" => "waiting",
        "RUNNING" => "running",
        "SUCCEEDED" => "succeeded",
        "CANCELLED" => "stopped",
        "FAILED" => "failed",
        _ => state.ToLowerInvariant(),
    };

    public static Color ColorOf(string state) => state switch
    {
        "SUCCEEDED" => Color.Success,
        "FAILED" => Color.Error,
        "CANCELLED" => Color.Default,
        _ => Color.Info,
    };

    public static string LastRun(RunSummary? run, Shared.PersonClock clock) =>
        run is null ? NeverRun : $"{Name(run.State)} {clock.Ago(run.StartedAt)} by {run.StartedBy}";
}
