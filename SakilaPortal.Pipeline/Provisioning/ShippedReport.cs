using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Provisioning;

/// <summary>A report that comes with the portal: a file of <c>Provisioning/Reports</c>, which its name and text are of.</summary>
internal sealed record ShippedReport(string Name, string Description, string Sql)
{
    private const string Folder = "Provisioning/Reports/";

    // These two are known outside by their exact text, which has no comment.
    private static readonly Dictionary<string, string> Descriptions = new()
    {
        ["Overall-Top-Streaming-Categories"] = "Which film categories are streamed most, over all partners and all time.",
        ["Overall-Top-Streaming-States"] = "Which states stream most, over all partners and all time.",
    };

    public static IReadOnlyList<ShippedReport> All { get; } =
        [.. EmbeddedSql.Names(Folder).Select(name => Of(name, EmbeddedSql.Read($"{Folder}{name}.sql"))).OrderBy(report => report.Name, StringComparer.Ordinal)];

    private static ShippedReport Of(string name, string sql) => new(name, Descriptions.GetValueOrDefault(name) ?? DescriptionIn(name, sql), sql);

    /// <summary>The lines of the first comment before it declares anything.</summary>
    private static string DescriptionIn(string name, string sql)
    {
        if (!sql.StartsWith("/*", StringComparison.Ordinal))
            throw new InvalidOperationException($"{Folder}{name}.sql must begin with a comment /* … */ that describes the report.");
        var lines = sql[2..sql.IndexOf("*/", StringComparison.Ordinal)].Split('\n', StringSplitOptions.TrimEntries);
        return string.Join(' ', lines.TakeWhile(line => !IsDeclaration(line)));
    }

    private static bool IsDeclaration(string line) =>
        line.StartsWith("parameter ", StringComparison.Ordinal) || line.StartsWith("chart:", StringComparison.Ordinal) || line.StartsWith("tags:", StringComparison.Ordinal);
}
