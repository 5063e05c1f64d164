using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Web.Platform.Ledger;

internal static class LedgerText
{
    public const string Title = "Ledger";
    public const string Intro = "What must be equal if nothing was lost or counted twice. What is missing has a name.";
    public const string CheckAll = "Count everything anew";
    public const string Checking = "Counting…";
    public const string QuickNote = "This look takes what was verified before as it is. Counting anew reads every side again, in MySQL and through Athena.";
    public const string FullNote = "Every side was counted anew, in MySQL and through Athena.";
    public const string CheckedAt = "Checked";
    public const string Missing = "missing";
    public const string Extra = "too many";
    public const string UnderWay = "under way";
    public const string Copy = "Copy";
    public const string Copied = "Copied";
    public const string Left = "Left";
    public const string Right = "Right";
    public const string Unknown = "not known yet";
    public const string Outside = "Outside the equalities";
    public const string External = "External events";
    public const string ExternalNote = "put past the portal; in the reports";
    public const string Repeated = "Repeated lines";
    public const string RepeatedNote = "landed before, counted once";
    public const string Repeats = "Events that landed more than once";
    public const string EventId = "Event";
    public const string Times = "Times";
    public const string EmptyTitle = "Nothing to compare yet";
    public const string Empty = "As soon as the lake is built, both sides of every equality stand here.";

    // What each equality says, for whom meets it for the first time.
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["attempted = accepted + rejected"] = "Every event that was tried was either taken or refused.",
        ["accepted = landed + buffered + error prefix"] = "Every event that was taken is in the landing zone, still in the buffer, or set aside with an error.",
        ["landed = enriched + malformed"] = "Every distinct event that landed is a row in streaming_films, or was set aside as malformed.",
        ["payments: mysql = clean"] = "Every payment at the counter is in the clean table, with its amount.",
        ["payments: clean = fact_sales"] = "Every clean payment is one row of the facts that sales reports add up.",
        ["rentals: mysql = clean"] = "Every rental at the counter is in the clean table.",
    };

    public static string? Meaning(string name) => Meanings.GetValueOrDefault(name);

    public static (string Look, string Text) Verdict(LedgerEquality equality) => equality switch
    {
        { Holds: true } => ("good", "equal"),
        { Holds: false } => ("bad", "not equal"),
        { Left: not null, Right: not null } => ("busy", UnderWay),
        _ => ("idle", Unknown),
    };

    public static string Summary(Contracts.Lake.Ledger ledger) => ledger.Equalities.Count(one => one.Holds == false) switch
    {
        0 when ledger.Equalities.All(one => one.Holds == true) => "Everything is equal.",
        0 => "Nothing is lost; some of it is still under way.",
        1 => "One equality does not hold.",
        var broken => $"{broken} equalities do not hold.",
    };

    public static string SummaryLook(Contracts.Lake.Ledger ledger) =>
        ledger.Equalities.Any(one => one.Holds == false) ? "bad" : ledger.Equalities.All(one => one.Holds == true) ? "good" : "busy";
}
