namespace SakilaPortal.Web.Reports;

/// <summary>The history of runs.</summary>
internal static class RunsText
{
    public const string Title = "Run history";
    public const string Intro = "Who ran what, what it read and cost, and why it failed.";
    public const string EmptyTitle = "No runs yet";
    public const string Empty = "Run a report, and it stands here with its cost.";
    public const string NoMatch = "No run of this kind.";
    public const string Report = "Report";
    public const string State = "State";
    public const string Order = "Order";
    public const string Person = "Person";
    public const string Started = "Started";
    public const string Time = "Time";
    public const string Scanned = "Scanned";
    public const string Cost = "Cost";
    public const string Rows = "Rows";
    public const string Reused = "taken over";

    public static string Buffered(long included) => $"with {Shared.Figures.Plural(included, "buffered event")}";

    public static readonly IReadOnlyList<(string Value, string Text)> States = [("", "All"), ("SUCCEEDED", "Succeeded"), ("FAILED", "Failed"), ("CANCELLED", "Stopped")];

    public static readonly IReadOnlyList<(string Value, string Text)> Orders = [("startedAt", "Newest"), ("cost", "Dearest"), ("time", "Longest"), ("person", "By person")];
}
