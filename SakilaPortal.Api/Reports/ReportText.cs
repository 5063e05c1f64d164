using System.Text.RegularExpressions;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>
/// What the first comment of a report says: its description, then a line for each parameter, then how to draw it.
/// <code>
/// /* Streams of one kind over a period.
///    parameter period: date range = 2026-01-01..2026-12-31
///    parameter kind: list(rent, buy, trailer) = rent
///    parameter state: list(SELECT DISTINCT state FROM streaming_films ORDER BY state)
///    tags: streaming, partners
///    chart: bar */
/// </code>
/// Types are date, date range, number, text and list(…) of values or of a query's first column; the default may be left out. Charts are bar,
/// line, stacked, pie, bars (a table with bars), map and table. In the SQL a parameter is written <c>:kind</c>, the
/// two ends of a date range <c>:period_from</c> and <c>:period_to</c>.
/// </summary>
internal sealed partial record ReportText(string? Description, IReadOnlyList<ReportParameter> Parameters, string? Chart, IReadOnlyList<string> Tags)
{
    public static ReportText Parse(string sql)
    {
        var description = new List<string>();
        var parameters = new List<ReportParameter>();
        string? chart = null;
        string[] tags = [];
        foreach (var line in FirstComment(sql))
        {
            if (ParameterLine().Match(line) is { Success: true } declared)
                parameters.Add(ToParameter(declared));
            else if (line.StartsWith("chart:", StringComparison.OrdinalIgnoreCase))
                chart = line["chart:".Length..].Trim().ToLowerInvariant();
            else if (line.StartsWith("tags:", StringComparison.OrdinalIgnoreCase))
                tags = Words(line["tags:".Length..]);
            else if (line.Length > 0)
                description.Add(line);
        }
        return new(description.Count == 0 ? null : string.Join(' ', description), parameters, chart, tags);
    }

    private static string[] Words(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> FirstComment(string sql)
    {
        foreach (var token in SqlTokens.Read(sql).TakeWhile(token => token.Kind == SqlTokenKind.Comment))
        {
            var text = token.In(sql);
            if (text.StartsWith("--", StringComparison.Ordinal))
                yield return text[2..].Trim();
            else
                foreach (var line in text[2..].Replace("*/", "").Split('\n'))
                    yield return line.Trim().TrimStart('*').Trim();
        }
    }

    private static ReportParameter ToParameter(Match declared)
    {
        var list = declared.Groups["values"] is { Success: true } given ? given.Value.Trim() : null;
        var isQuery = list is not null && ReportSql.IsSelect(list);
        var type = declared.Groups["type"].Value.ToLowerInvariant().Replace(" ", "");
        return new(
            declared.Groups["name"].Value, type, declared.Groups["default"] is { Success: true } value ? value.Value.Trim() : null,
            list is null || isQuery ? null : Words(list), isQuery ? list : null);
    }

    // Brackets within the list are balanced, as a query's are.
    [GeneratedRegex(@"^parameter\s+(?<name>[A-Za-z_]\w*)\s*:\s*(?<type>date\s+range|date|number|text|list)\s*(\((?<values>(?>[^()]+|\((?<open>)|\)(?<-open>))*(?(open)(?!)))\))?\s*(=\s*(?<default>.+))?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex ParameterLine();
}
