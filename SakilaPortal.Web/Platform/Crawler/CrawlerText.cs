using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Platform.Crawler;

internal static class CrawlerText
{
    public const string Title = "Crawler preview";
    public const string Intro = "What the next crawl would do to the tables over landed files, and to the reports that read them. Looking changes nothing.";
    public const string Back = "Tables";
    public const string Again = "Look again";
    public const string LookedAt = "Looked";
    public const string NewColumns = "New columns";
    public const string MissingColumns = "In none of the newest files; read as NULL";
    public const string ChangedTypes = "Of another type than the table's";
    public const string NewPartitions = "New partitions";
    public const string BrokenQueries = "Reports that would fail or answer something else";
    public const string EmptyTitle = "Nothing to crawl yet";
    public const string Empty = "As soon as events land or a vendor's file is downloaded, the crawler compares it with the tables here.";

    public static string SetAside(long lines) =>
        $"{Figures.Plural(lines, "line")} would be set aside: not valid as events, so left out of this preview. Rejected events lists every such line with its reason.";

    public static string Look(string state, bool breaks) => breaks ? "bad" : state switch
    {
        "same" => "good",
        "changes" => "late",
        "new" => "busy",
        _ => "idle",
    };

    public static string Word(string state) => state switch
    {
        "same" => "nothing to change",
        "changes" => "would change",
        "new" => "would be made",
        _ => "no file to look at",
    };
}
