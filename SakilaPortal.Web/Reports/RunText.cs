using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Shared;
using SakilaPortal.Web.Shared.Charts;

namespace SakilaPortal.Web.Reports;

/// <summary>What the page of one report says.</summary>
internal static class RunText
{
    public const string Run = "Run";
    public const string Stop = "Stop";
    public const string Csv = "CSV";
    public const string CsvBuffered = "CSV with buffered events";
    public const string Include = "Include buffered events";
    public const string IncludeHelp = "Also counts events that were accepted and have not landed yet. The result is marked, and never taken over.";
    public const string MadeAnew = "Simulated ones are made anew: times that they took from the clock are estimated, mostly to a second.";
    public const string IncludeNotAsOf = "Only with the newest data: what is buffered now was not there then.";
    public const string Copy = "Copy";
    public const string Retry = "Try again";
    public const string Edit = "Edit";
    public const string Share = "Copy link";
    public const string Shared = "The link is copied; it holds this result and its values.";
    public const string Parameters = "Parameters";
    public const string Sql = "SQL";
    public const string AsOf = "As of";
    public const string Newest = "the newest data";
    public const string MaxAge = "Take over a result of";
    public const string MissingTitle = "No such report";
    public const string Missing = "It may have been deleted, or the address is not complete.";
    public const string NotRunTitle = "Not run yet";
    public const string NotRun = "Run it to see the newest figures. The link of a finished run can be shared.";
    public const string State = "State";
    public const string Time = "Time";
    public const string Queue = "Waited";
    public const string Scanned = "Data scanned";
    public const string Cost = "Cost";
    public const string RowCount = "Rows";
    public const string Result = "Result";
    public const string Rows = "Rows of the result";
    public const string Chart = "Chart";
    public const string Totals = "Totals";
    public const string NoRowsTitle = "No rows";
    public const string NoRows = "The query ran and found nothing. Widen the parameters, or ask for a longer period.";
    public const string Cancelled = "The run was stopped; it has no rows.";
    public const string Changes = "What changed since the previous run";
    public const string NoPreviousTitle = "Nothing to compare with";
    public const string NoPrevious = "This is the first run of this report. After the next one, what changed stands here.";
    public const string NoChoices = "The choices cannot be had at the moment; type a value.";

    /// <summary>Minutes, as they stand in the address; none for never.</summary>
    public static readonly IReadOnlyList<string> Ages = ["", "5", "60", "1440"];

    public static string AgeName(string? minutes) => minutes switch
    {
        null or "" => "no age: always compute",
        "60" => "at most an hour",
        "1440" => "at most a day",
        _ => $"at most {minutes} minutes",
    };

    public static string Estimated(Estimate estimate) =>
        $"Reads at most {Figures.Bytes(estimate.Bytes)}, costs at most {Figures.Cost(estimate.Cost)}."
        + (estimate.LimitBytes is { } limit ? $" {(estimate.WithinLimit ? "Within" : "Over")} the limit of {Figures.Bytes(limit)} a query." : "");

    public const string EstimateParts = "What counts";

    /// <summary>What of a table the estimate counts.</summary>
    public static string Counted(EstimatedTable table) =>
        (table switch
        {
            { Columns: { } columns } => $"{Figures.Count(columns.Counted)} of {Figures.Plural(columns.All, "column")}",
            { Partitions: { } partitions } => $"{Figures.Count(partitions.Counted)} of {Figures.Plural(partitions.All, "partition")}",
            _ => "the whole table",
        }) + (table.Times > 1 ? $", read {Figures.Count(table.Times)} times" : "");

    public static string Copied(long copied, long all) =>
        copied < all ? $"Copied the first {Figures.Count(copied)} of {Figures.Count(all)} rows; the CSV has all." : $"Copied {Figures.Plural(copied, "row")}.";

    public static string Reused(Run run, PersonClock clock) =>
        $"Taken over from a run of {clock.Ago(run.ComputedAt ?? run.StartedAt ?? clock.UtcNow)}: every table still has the version that it read, so it is as good as new.";

    public static string Buffered(BufferedEvents events) =>
        $"Not in this result yet: {Figures.Plural(events.InBuffer, "accepted event")} in the delivery buffer, and {Figures.Count(events.Landed)} that landed and wait for the workflow.";

    public static string Included(IncludedEvents events) => events.Included == 0
        ? "Buffered events were to be included, and there were none to count."
        : $"Includes {Figures.Plural(events.Included, "buffered event")}, which had been accepted and had not landed when this run began.";

    /// <summary>Why events are missing all the same, a sentence for each reason.</summary>
    public static IEnumerable<string> LeftOut(IncludedEvents events)
    {
        if (events.TooMany > 0)
            yield return $"{Figures.Plural(events.TooMany, "newer event")} left out: one query holds no more. Run again after the next delivery.";
        if (events.Unknown > 0)
            yield return $"{Figures.Plural(events.Unknown, "event")} left out: what they say is not at hand before they land.";
        if (events.Landed > 0)
            yield return $"{Figures.Plural(events.Landed, "event")} left out that had landed and waited for the workflow; a new run counts them in a few seconds.";
    }

    public static string Origin(Run run, PersonClock clock) =>
        run.StartedAt is { } at ? $"Started {clock.Moment(at)} ({clock.ZoneName}) by {run.StartedBy}." : "";

    public const string OtherValues = "Other values stand in the form: run to see theirs.";

    /// <summary>What the run was started with; null where the report asks for nothing.</summary>
    public static string? ValuesOf(Run run) => run.Parameters?.Where(value => !string.IsNullOrEmpty(value.Value)).ToList() is { Count: > 0 } values
        ? $"These are the figures for {string.Join(", ", values.Select(value => $"{value.Key.Replace('_', ' ')} {value.Value!.Replace("..", " to ")}"))}."
        : null;

    public static string Deleted(Run run) => $"The report “{run.ReportName}” has been deleted. What its run gave is kept.";

    public static string Versioned(RunTable table, PersonClock clock) => table.Version is { } version
        ? $"{table.Table} version {Figures.Count(version)}{(table.PublishedAt is { } at ? $" of {clock.Moment(at)}" : "")}"
        : table.Table;

    public static string Name(ChartKind kind) => kind switch
    {
        ChartKind.Bars => "Table with bars",
        ChartKind.Stacked => "Stacked bars",
        ChartKind.Bar => "Bars",
        _ => $"{kind}",
    };

    public static string ChartTitle(ChartData data, ChartKind kind) =>
        $"{(kind is ChartKind.Line or ChartKind.Stacked ? data.Measure : data.OneMeasure)} by {data.Category}";

    public static string TypeHint(string type) => type switch
    {
        "number" => "A number.",
        "text" => "Any text.",
        _ => "",
    };
}
