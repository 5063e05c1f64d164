using MudBlazor;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Web.Reports;

internal static class ReportsText
{
    public const string Title = "Reports";
    public const string Intro = "Saved queries over the lake. Each run shows what it read and what it cost.";
    public const string Search = "Find a report";
    public const string EmptyTitle = "No reports yet";
    public const string Empty = "The pipeline saves the first queries when it has set up the lake. Look again in a moment.";
    public const string NoMatchTitle = "No report of this name";
    public const string NoMatch = "Try another word, or clear the search.";

    public const string Run = "Run";
    public const string RunAgain = "Run again";
    public const string Stop = "Stop";
    public const string Csv = "CSV";
    public const string Parameters = "Parameters";
    public const string Sql = "SQL";
    public const string NotRunTitle = "Not run yet";
    public const string NotRun = "Run it to see the newest figures. The link of a finished run can be shared.";
    public const string State = "State";
    public const string Time = "Time";
    public const string Scanned = "Data scanned";
    public const string Cost = "Cost";
    public const string RowCount = "Rows";
    public const string Result = "Result";
    public const string Chart = "Chart";
    public const string More = "Load more rows";
    public const string NoRowsTitle = "No rows";
    public const string NoRows = "The query ran and found nothing.";
    public const string Failed = "The run failed.";
    public const string Cancelled = "The run was stopped; it has no rows.";

    public static bool IsOver(Run run) => run.State is "SUCCEEDED" or "FAILED" or "CANCELLED";

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
}
