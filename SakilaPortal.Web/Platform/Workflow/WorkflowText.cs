using MudBlazor;
using SakilaPortal.Contracts.Lake;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Platform.Workflow;

internal static class WorkflowText
{
    public const string Title = "Workflow";
    public const string Intro = "How rentals and events become tables that reports read. It runs by itself: every second, and whenever something lands.";
    public const string Run = "Run now";
    public const string Resume = "Resume";
    public const string Cancel = "Cancel";
    public const string Graph = "The steps, and what each does now";
    public const string GraphHint = "Choose a step to see its tables and its last run.";
    public const string History = "Runs";
    public const string HistoryHint = "Runs that found nothing to do leave no entry.";
    public const string Number = "Run";
    public const string Trigger = "Started by";
    public const string State = "State";
    public const string Started = "Started";
    public const string Time = "Time";
    public const string Rows = "Rows";
    public const string Bytes = "Written";
    public const string Files = "Files";
    public const string Step = "Step";
    public const string Attempts = "Attempts";
    public const string Reason = "Reason";
    public const string Steps = "Steps of run";
    public const string Tables = "Makes";
    public const string FreshAsOf = "Complete as of";
    public const string LastRun = "Last run";
    public const string ChosenId = "chosen-step";
    public const string Never = "never yet";
    public const string Close = "Close";
    public const string Zone = "Times are in the zone";
    public const string EmptyTitle = "No steps yet";
    public const string Empty = "The pipeline writes its steps down when it starts. Start SakilaPortal.Pipeline, and they appear here by themselves.";
    public const string NoRunsTitle = "Nothing has run yet";
    public const string NoRuns = "As soon as a rental is entered or an event lands, the run that takes it along appears here.";
    public const string NoSuchPageTitle = "The list ends before this page";
    public const string ToNewest = "To the newest runs";
    public const string WorkerGone = "No pipeline is running, so nothing moves on. Start SakilaPortal.Pipeline; it goes on where the last one stopped.";

    public static string Asked(long? resumeOf) => resumeOf is null ? "A run was asked for; it appears here within a second." : $"Run {resumeOf} is going to be resumed.";

    public static string NoSuchPage(long? runs) => $"There are {Figures.Plural(runs ?? 0, "run")}; older ones are forgotten after 14 days.";

    public static string Cancelling(long runId) => $"Run {runId} ends as soon as the step at work can stop.";

    public static string OpenRun(long runId) => $"{Number} {runId}, its steps";

    /// <summary>The element that stands for a step in a drawing.</summary>
    public static string BoxId(string step, bool down) => $"step-{(down ? "down" : "across")}-{step}";

    public static string Look(string? state) => state switch
    {
        "succeeded" => "good",
        "running" => "busy",
        "retrying" => "late",
        "failed" => "bad",
        _ => "idle",
    };

    public static Color ColorOf(string state) => state switch
    {
        "succeeded" => Color.Success,
        "running" => Color.Info,
        "retrying" => Color.Warning,
        "failed" => Color.Error,
        _ => Color.Default,
    };

    /// <summary>What a step does now, in few words.</summary>
    public static string Doing(WorkflowNodeRun? run, DateTime now) => run switch
    {
        null => "has not run yet",
        { State: "running" } => $"running {Figures.Duration(Milliseconds(run.StartedAt, now))}",
        { State: "retrying" } => $"trying again ({run.Attempts})",
        { State: "succeeded", StartedAt: null } => "nothing to do",
        { State: "succeeded" } => $"{Figures.Plural(run.Rows, "row")}, {Took(run)}",
        _ => run.State,
    };

    public static string Took(WorkflowNodeRun run) => run is { StartedAt: { } from, EndedAt: { } to } ? Figures.Duration(Milliseconds(from, to)) : "–";

    public static long Milliseconds(DateTime? from, DateTime to) => from is null ? 0 : Math.Max(0, (long)(to - from.Value).TotalMilliseconds);
}
