using System.Globalization;
using System.Text.RegularExpressions;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Web.Reports.Editor;

/// <summary>A report while it is being written.</summary>
public sealed record ReportDraft
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public string Sql { get; set; } = "";

    /// <summary>The version that was read; null for a new report.</summary>
    public int? Version { get; set; }

    public static ReportDraft Of(Report report) => new() { Name = report.Name, Description = report.Description, Sql = report.Sql ?? "", Version = report.Version };
}

internal static partial class SqlPlace
{
    /// <summary>The place that a refusal of the Api names, else the beginning.</summary>
    public static SqlProblem Read(string text) => Place().Match(text) is { Success: true } place
        ? new(int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(place.Groups[2].ValueSpan, CultureInfo.InvariantCulture), text[place.Length..])
        : new(1, 1, text);

    [GeneratedRegex(@"^Line (\d+), column (\d+): ")]
    private static partial Regex Place();
}
