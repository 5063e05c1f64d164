using System.Globalization;
using System.Text.RegularExpressions;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>Checks the text of a report and puts values into it.</summary>
internal static partial class ReportSql
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Only one SELECT, and each parameter declared and used.</summary>
    public static void Check(FieldErrors errors, string sql)
    {
        foreach (var (_, text) in Faults(sql))
            errors.Add("sql", text);
    }

    /// <summary>What is wrong with a text, by the place in it.</summary>
    public static IEnumerable<(int At, string Text)> Faults(string sql)
    {
        var tokens = SqlTokens.Read(sql).Where(token => token.Kind != SqlTokenKind.Comment).ToList();
        if (!IsSelect(sql))
            yield return (tokens.Count > 0 ? tokens[0].Start : 0, "A report is one SELECT, or a WITH that ends in one; nothing else is allowed.");
        else if (tokens.SkipLast(1).Where(token => token.In(sql) == ";").ToList() is [var first, ..])
            yield return (first.Start, "A report is one statement; take out the semicolon in its middle.");

        var declared = ReportText.Parse(sql).Parameters;
        var used = Used(sql).DistinctBy(token => token.In(sql)).ToDictionary(token => token.In(sql)[1..], token => token.Start);
        foreach (var (name, at) in used.ExceptBy(declared.SelectMany(Names), use => use.Key))
            yield return (at, $":{name} is not declared; write 'parameter {name}: text' (or date, date range, number, list(…)) into the first comment.");
        foreach (var (at, parameter, rival) in ReportText.Declared(sql))
            if (rival is not null)
                yield return (at, Collision(parameter.Name, rival.Name));
            else if (!Names(parameter).Any(used.ContainsKey))
                yield return (at, $"The parameter {parameter.Name} is declared but not used as {string.Join(" or ", Names(parameter).Select(name => $":{name}"))}.");
    }

    public static bool IsSelect(string sql) =>
        SqlTokens.Read(sql).FirstOrDefault(token => token.Kind != SqlTokenKind.Comment) is { End: > 0 } first && SelectWords.Contains(first.In(sql));

    /// <summary>How the text names a parameter.</summary>
    public static string[] Names(ReportParameter parameter) =>
        parameter.Type == "daterange" ? [$"{parameter.Name}_from", $"{parameter.Name}_to"] : [parameter.Name];

    /// <summary>The text with each parameter as a literal of its type. Comments and quoted text stay as they are.</summary>
    public static RewrittenSql Fill(FieldErrors errors, string sql, IReadOnlyDictionary<string, string?>? given)
    {
        var declared = ReportText.Parse(sql).Parameters;
        foreach (var name in given?.Keys.Except(declared.Select(parameter => parameter.Name)) ?? [])
            errors.Add($"parameters.{name}", "The report has no such parameter.");
        var literals = declared.SelectMany(parameter => Literals(errors, parameter, Value(parameter, given))).ToDictionary();

        return RewrittenSql.Of(sql, Used(sql).Select(use => (use.Start, use.End, literals.GetValueOrDefault(use.In(sql)[1..], use.In(sql)))));
    }

    /// <summary>The values that a run works with: what was given, and the defaults for the rest.</summary>
    public static IReadOnlyDictionary<string, string?> Values(string sql, IReadOnlyDictionary<string, string?>? given) =>
        ReportText.Parse(sql).Parameters.ToDictionary(parameter => parameter.Name, parameter => Value(parameter, given));

    private static readonly HashSet<string> SelectWords = new(StringComparer.OrdinalIgnoreCase) { "SELECT", "WITH" };

    private static string Collision(string name, string rival) => name.Equals(rival, StringComparison.OrdinalIgnoreCase)
        ? $"The parameter {name} is declared twice; take one out, or rename it."
        : $"The parameters {rival} and {name} share a name, since a date range has the names of its two ends; rename one of them.";

    private static IEnumerable<SqlToken> Used(string sql) => SqlTokens.Read(sql).Where(token => token.Kind == SqlTokenKind.Parameter);

    private static string? Value(ReportParameter parameter, IReadOnlyDictionary<string, string?>? given) =>
        given is not null && given.TryGetValue(parameter.Name, out var value) && !string.IsNullOrEmpty(value) ? value : parameter.Default;

    private static IEnumerable<KeyValuePair<string, string>> Literals(FieldErrors errors, ReportParameter parameter, string? value)
    {
        var field = $"parameters.{parameter.Name}";
        if (value is null or "")
        {
            errors.Add(field, "This has no default, so a value is required.");
            return [];
        }
        switch (parameter.Type)
        {
            case "date" when IsDate(value):
                return [new(parameter.Name, $"DATE '{value}'")];
            case "daterange" when value.Split("..") is [var from, var to] && IsDate(from) && IsDate(to) && string.CompareOrdinal(from, to) <= 0:
                return [new($"{parameter.Name}_from", $"DATE '{from}'"), new($"{parameter.Name}_to", $"DATE '{to}'")];
            case "number" when Number().IsMatch(value):
                return [new(parameter.Name, value.StartsWith('-') ? $"({value})" : value)];
            case "list" when parameter.Values?.Contains(value) != false:
            case "text":
                return [new(parameter.Name, $"'{value.Replace("'", "''")}'")];
        }
        errors.Add(field, parameter.Type switch
        {
            "date" => $"'{value}' is no date; write it like 2026-01-31.",
            "daterange" => $"'{value}' is no range of dates; write it like 2026-01-01..2026-01-31, the earlier date first.",
            "number" => $"'{value}' is no number; write it like 12 or -3.5.",
            _ => $"'{value}' is not one of {string.Join(", ", parameter.Values ?? [])}.",
        });
        return [];
    }

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"^-?\d{1,18}(\.\d{1,18})?$")]
    private static partial Regex Number();
}
