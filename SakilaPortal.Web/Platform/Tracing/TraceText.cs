namespace SakilaPortal.Web.Platform.Tracing;

internal static class TraceText
{
    public const string Title = "Trace";
    public const string Intro = "Follow one rental or one event, hop by hop, to the reports that count it.";
    public const string What = "Rental number or event id";
    public const string Example = "For instance 16050, or an event's id as POST partner-events answered it, or <simulation>-<number>.";
    public const string Follow = "Follow";
    public const string Hops = "The way";
    public const string EmptyTitle = "What shall be followed?";
    public const string Empty = "Enter a rental's number or an event's id. Every place that it passed is listed with its time; what is still to come says what it waits for.";
    public const string Reports = "reports";
    public const string OnItsWay = "It is on its way.";
    public const string Lost = "It did not arrive.";
    public const string Zone = "Times are in the zone";

    public const string MissingRental = "Look at the number again: it stands on the receipt, and in the list of rentals.";
    public const string MissingEvent = "No event with this id was posted, simulated or landed in the last 30 days. Look at it again; simulated events are <simulation>-<number>.";

    private static readonly Dictionary<string, string> Stages = new()
    {
        ["row"] = "Row in MySQL",
        ["change file"] = "Change file in the landing zone",
        ["Parquet object"] = "Clean Parquet file",
        ["table version"] = "Published version",
        ["report"] = "Reports that count it",
        ["accepted"] = "Accepted",
        ["delivery stream"] = "Delivery stream",
        ["landed object"] = "Object in the landing zone",
        ["batch"] = "Batch of new events",
    };

    public static string MissingTitle(string id) => $"Nothing is known of {id}";

    public static string Arrived(string after) => $"It is in the reports, {after} after it was entered.";

    public static string Stage(string stage) => Stages.GetValueOrDefault(stage, stage);

    public static string Look(string state) => state switch
    {
        "done" => "good",
        "waiting" => "busy",
        _ => "bad",
    };
}
