using MudBlazor;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Contracts.Simulations;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Simulations;

internal static class SimulatorText
{
    public const string Title = "Simulator";
    public const string Intro = "Sends partner events as a streaming partner would. It runs on the server and goes on when you leave this page.";
    public const string NewSimulation = "New simulation";
    public const string Template = "Template";
    public const string Edited = "Edited here; the saved template stays as it is.";
    public const string OwnTemplate = "Edited template";
    public const string Body = "Template text";
    public const string BodyHint = "Templates of the Kinesis Data Generator run unchanged: text with {{functions}} in double braces.";
    public const string AsText = "Text";
    public const string AsBuilder = "Builder";
    public const string Functions = "Functions to put in";
    public const string FindFunction = "Find a function";
    public const string Samples = "Five samples";
    public const string NoSamples = "Samples appear once the template has no problems.";
    public const string Problems = "Problems";
    public const string Run = "Run";
    public const string Rate = "Records a second";
    public const string StopWhen = "Stop after";
    public const string StopByCount = "a number of records";
    public const string StopByTime = "a time";
    public const string StopRecords = "Records";
    public const string StopSeconds = "Seconds";
    public const string Seed = "Seed";
    public const string SeedHint = "The same seed sends the same records. Empty takes a new one.";
    public const string Start = "Start";
    public const string Starting = "Starting…";
    public const string RateMissing = "Enter how many records a second, 0.1 to 50,000.";
    public const string CountMissing = "Enter after how many records to stop.";
    public const string TimeMissing = "Enter after how many seconds to stop.";
    public const string NoSimulatedTime = "This template tells the present time, so that none of its events would be of the period. Nothing was sent.";
    public const string UseSimulatedTime = "Use simulated time";
    public const string Undo = "Undo";
    public const string FixFirst = "Mend the template first; nothing was sent.";

    public const string Past = "Simulations";
    public const string EmptyTitle = "No simulation yet";
    public const string Empty = "Start the first one above. It stays in this list with its counters, and everyone with its link can follow it.";
    public const string Started = "Started";
    public const string By = "By";
    public const string State = "State";
    public const string RateShort = "Rate";
    public const string Periodic = "periodic";
    public const string Open = "Open";

    public const string DetailTitle = "Simulation";
    public const string Stop = "Stop";
    public const string Again = "New simulation";
    public const string Attempted = "Attempted";
    public const string Accepted = "Accepted";
    public const string Rejected = "Rejected";
    public const string Retried = "Retried";
    public const string Buffered = "Buffered";
    public const string Landed = "Landed";
    public const string InReports = "In reports";
    public const string Counters = "Counters";
    public const string AttemptedNote = "made, to be sent";
    public const string AcceptedNote = "durable at the delivery stream";
    public const string BufferedNote = "accepted, not yet in the lake";
    public const string LandedNote = "in the landing zone";
    public const string InReportsNote = "counted by every report";
    public const string Progress = "Progress";
    public const string Way = "On the way from partner to report";
    public const string Complete = "Every accepted event is in the reports.";
    public const string NotFound = "There is no simulation at this link. It may have been mistyped.";

    public static string Name(SimulationState state) => state switch
    {
        SimulationState.Running => "running",
        SimulationState.Completed => "completed",
        SimulationState.Stopped => "stopped",
        _ => "failed",
    };

    public static Color ColorOf(SimulationState state) => state switch
    {
        SimulationState.Running => Color.Info,
        SimulationState.Completed => Color.Success,
        SimulationState.Stopped => Color.Default,
        _ => Color.Error,
    };

    public static string Replaced(Template? before) => $"The edited text{(before is null ? "" : $" of “{before.Name}”")} was replaced.";

    public static string Where(TemplateProblem problem) => $"Line {problem.Line}, column {problem.Column}";

    public static string PerSecond(Simulation simulation) => $"{simulation.Rate.ToString("#,##0.##", System.Globalization.CultureInfo.InvariantCulture)}/s";

    public static string RetriedOf(Simulation simulation) => $"put again: {Figures.Count(simulation.Retried)}";

    public static string RateOf(Simulation simulation) => simulation.Periodic switch
    {
        null => $"at {PerSecond(simulation)}",
        { Speed: { } speed } => speed == 1 ? "by hour and weekday" : $"by hour and weekday, {speed:0.###} times as fast as the clock",
        _ => $"filling a past period at {PerSecond(simulation)}",
    };

    public static string Limit(Simulation simulation) => simulation switch
    {
        { StopAfterRecords: { } records } => $"until {Figures.Plural(records, "record")}",
        { StopAfterSeconds: { } seconds } => $"for {Figures.Duration((long)(seconds * 1000))}",
        { Periodic: not null } => "until the end of the period",
        _ => "until stopped",
    };
}
