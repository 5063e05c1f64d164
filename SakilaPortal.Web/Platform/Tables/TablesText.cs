using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Web.Platform.Tables;

internal static class TablesText
{
    public const string Title = "Tables";
    public const string Intro = "Everything that queries can read: what landed, what was cleaned, and what is ready for reports.";
    public const string Crawler = "Crawler preview";
    public const string Zone = "Zone";
    public const string All = "All zones";
    public const string Search = "Search tables";
    public const string Table = "Table";
    public const string Rows = "Rows";
    public const string Files = "Files";
    public const string Size = "Size";
    public const string Version = "Version";
    public const string Updated = "Last changed";
    public const string Freshness = "Freshness";
    public const string Current = "up to date";
    public const string Unknown = "not watched";
    public const string Since = "as of";
    public const string Figures = "The table in figures";
    public const string Columns = "Columns";
    public const string Partitions = "Partitions";
    public const string Versions = "Versions";
    public const string Sample = "Sample rows";
    public const string Lineage = "Lineage";
    public const string Column = "Column";
    public const string Type = "Type";
    public const string Partition = "partition";
    public const string Location = "Location";
    public const string File = "File";
    public const string Keys = "Keys";
    public const string Added = "Added";
    public const string AddedWith = "With version";
    public const string Published = "Published";
    public const string MadeFrom = "Made from";
    public const string RunNumber = "Run";
    public const string ZoneOfTimes = "Times are in the zone";
    public const string EmptyTitle = "No tables yet";
    public const string Empty = "The pipeline catalogues tables when it builds the lake for the first time. Look at Workflow to see how far it is.";
    public const string MissingTitle = "There is no such table";
    public const string Missing = "It may have another name, or has been dropped since.";
    public const string ToTables = "To all tables";
    public const string NoMatchTitle = "No table matches";
    public const string NoMatch = "Try fewer letters, or another zone.";
    public const string NoPartitions = "This table has no partitions: its versions name their files one by one.";
    public const string NoFilesTitle = "No files yet";
    public const string NoFiles = "Files appear as soon as something is published.";
    public const string NoVersionsTitle = "No versions";
    public const string NoVersions = "Landed objects are read where they lie; only cleaned and curated tables are published in versions.";
    public const string NoRowsTitle = "No rows yet";
    public const string NoRows = "The table is there, and empty.";
    public const string LineageHint = "On the left what the table is made of, on the right what is made of it. Choose a box to go there.";
    public const string FirstFiles = "The table has more files; these are 200 of them, by their keys.";
    public const string Null = "NULL";
    public const string Unreported = "–";

    public static readonly (string Value, string Name)[] Zones = [("landingzonedb", "Landing"), ("cleanzonedb", "Clean"), ("curatedzonedb", "Curated")];

    public static readonly (string Value, string Name)[] Tabs =
        [("columns", Columns), ("sample", Sample), ("lineage", Lineage), ("files", Files), ("versions", Versions), ("partitions", Partitions)];

    public static string Look(Freshness? freshness) => freshness?.State switch
    {
        "current" => "good",
        "waiting" => "late",
        "failed" => "bad",
        _ => "idle",
    };
}
