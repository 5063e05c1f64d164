namespace SakilaPortal.Web.Reports.Editor;

/// <summary>Writing reports, and their earlier texts.</summary>
internal static class EditorText
{
    public const string NewTitle = "New report";
    public const string EditTitle = "Edit report";
    public const string Intro = "One SELECT in Athena's SQL. The first comment says what it is, its parameters, tags and chart.";
    public const string Name = "Name";
    public const string Description = "Description";
    public const string Sql = "SQL";
    public const string Hint = "Ctrl+Space completes tables, columns and functions. Ctrl+Enter tries it.";
    public const string Offers = "Completions";
    public const string Format = "Format";
    public const string Try = "Try it";
    public const string Stop = "Stop";
    public const string Save = "Save";
    public const string Delete = "Delete";
    public const string DeleteTitle = "Delete this report?";
    public const string DeleteQuestion = "It goes from the gallery and from Athena. Its texts and its runs are kept: any text can be restored as a new report.";
    public const string Keep = "Keep it";
    public const string Conflict = "What your text changes in the one that is saved now";
    public const string TakeTheirs = "Go on with the saved text";
    public const string SaveOver = "Save mine over it";
    public const string Tables = "Tables";
    public const string Trial = "Trial run";
    public const string Problems = "What is wrong";
    public const string NoTables = "The lake has no tables yet.";

    public const string VersionsTitle = "Versions";
    public const string VersionsIntro = "Every text that this report had. Restoring one makes it the newest; nothing is lost.";
    public const string NoVersionsTitle = "Only the first text";
    public const string NoVersions = "This report has not been changed since it was made. Each change is kept here, to compare and to restore.";
    public const string Restore = "Restore this text";
    public const string Deleted = "This report has been deleted. Restoring one of its texts makes a new report of it.";
    public const string LastText = "as it was deleted";
    public const string Current = "as it is now";
    public const string First = "The first text; there is none before to compare with.";

    public const string Start = """
        /* What this report shows.
           tags: mine
           chart: bar */
        SELECT category_name,
            count(*) AS streams
        FROM streaming_films
        GROUP BY category_name
        ORDER BY streams DESC
        """;
}
