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
        var parameters = Declared(sql).Where(declared => declared.Rival is null).Select(declared => declared.Parameter).ToList();
        string? chart = null;
        string[] tags = [];
        foreach (var (_, line) in FirstComment(sql))
        {
            if (ParameterLine().IsMatch(line))
                continue;
            if (line.StartsWith("chart:", StringComparison.OrdinalIgnoreCase))
                chart = line["chart:".Length..].Trim().ToLowerInvariant();
            else if (line.StartsWith("tags:", StringComparison.OrdinalIgnoreCase))
                tags = Words(line["tags:".Length..]);
            else if (line.Length > 0)
                description.Add(line);
        }
        return new(description.Count == 0 ? null : string.Join(' ', description), parameters, chart, tags);
    }

    /// <summary>Every parameter in the order of the text. One whose name an earlier one has does not count; that one is its rival.</summary>
    public static IEnumerable<(int At, ReportParameter Parameter, ReportParameter? Rival)> Declared(string sql)
    {
        // The address of a page does not tell capitals from small letters.
        var taken = new Dictionary<string, ReportParameter>(StringComparer.OrdinalIgnoreCase);
        foreach (var (at, line) in FirstComment(sql))
        {
            if (ParameterLine().Match(line) is not { Success: true } declared)
                continue;
            var parameter = ToParameter(declared);
            string[] names = [parameter.Name, .. ReportSql.Names(parameter)];
            var rival = names.Select(taken.GetValueOrDefault).FirstOrDefault(other => other is not null);
            foreach (var name in rival is null ? names : [])
                taken[name] = parameter;
            yield return (at, parameter, rival);
        }
    }

    private static string[] Words(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<(int At, string Line)> FirstComment(string sql)
    {
        foreach (var token in SqlTokens.Read(sql).TakeWhile(token => token.Kind == SqlTokenKind.Comment))
        {
            var at = token.Start;
            foreach (var line in token.In(sql).Split('\n'))
            {
                var text = CommentMarks().Replace(line, "").Trim();
                yield return (at + Math.Max(0, line.IndexOf(text, StringComparison.Ordinal)), text);
                at += line.Length + 1;
            }
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

    [GeneratedRegex(@"\*/|^\s*(?:--|/?\*+(?!/))")]
    private static partial Regex CommentMarks();

    // Brackets within the list are balanced, as a query's are.
    [GeneratedRegex(@"^parameter\s+(?<name>[A-Za-z_]\w*)\s*:\s*(?<type>date\s+range|date|number|text|list)\s*(\((?<values>(?>[^()]+|\((?<open>)|\)(?<-open>))*(?(open)(?!)))\))?\s*(=\s*(?<default>.+))?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex ParameterLine();
}
