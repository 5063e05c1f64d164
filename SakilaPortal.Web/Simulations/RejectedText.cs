using SakilaPortal.Contracts.Partners;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Simulations;

internal static class RejectedText
{
    public const string Title = "Rejected events";
    public const string Intro = "Events that broke a rule when they were posted, and landed lines that are no event. Repair one in place and replay it: it is then accepted as any other.";
    public const string Filter = "State";
    public const string Search = "Search text, reason or place";
    public const string SelectAll = "Select all on this page";
    public const string Replay = "Replay";
    public const string Dismiss = "Dismiss";
    public const string Undo = "Undo";
    public const string Source = "Came from";
    public const string Posted = "posted";
    public const string Landed = "landed";
    public const string Body = "The event";
    public const string Repair = "Repair";
    public const string Save = "Save the repair";
    public const string SaveAndReplay = "Save and replay";
    public const string Valid = "This is a valid event now.";
    public const string Saved = "The repair is saved.";
    public const string Repaired = "repaired";
    public const string EmptyTitle = "Nothing here";
    public const string EmptyOpen = "No event waits for a repair. What a partner posts wrongly, and what lands as no event, appears here with its reason.";
    public const string Empty = "No rejected event is in this state.";
    public const string NoneValid = "None of the selected events can be replayed as they are; repair them first.";

    public static readonly (string State, string Name)[] States = [("open", "Open"), ("waiting", "To be replayed"), ("replayed", "Replayed"), ("dismissed", "Dismissed")];

    public static string Selected(int count) => $"{Figures.Plural(count, "event")} selected";

    public static string Show(long newcomers) => $"{Figures.Count(newcomers)} new, show";

    public static string Select(RejectedEvent one) => $"Select event {one.Id}: {one.Reason}";

    public static string Done(string what, RejectedChange change, string? when) => what switch
    {
        "replay" when change.Changed.Count == 0 => NoneValid,
        "replay" => $"{Figures.Plural(change.Changed.Count, "event")} will be replayed at {when}.{Left(change)}",
        "dismiss" => $"{Figures.Plural(change.Changed.Count, "event")} dismissed.{Left(change)}",
        _ => $"{Figures.Plural(change.Changed.Count, "event")} open again.{Left(change)}",
    };

    private static string Left(RejectedChange change) => change.Refused.Count == 0 ? ""
        : $" {Figures.Plural(change.Refused.Count, "event")} left as they are, the first because: {change.Refused[0].Reason}";
}
