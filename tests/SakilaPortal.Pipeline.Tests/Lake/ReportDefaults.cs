using System.Text.RegularExpressions;

namespace SakilaPortal.Pipeline.Tests.Lake;

/// <summary>Shipped reports with their parameters filled by the defaults that their first comment declares.</summary>
internal static partial class ReportDefaults
{
    public static string Fill(string sql, params (string Name, string Value)[] given)
    {
        foreach (Match declared in Declaration().Matches(sql))
        {
            var name = declared.Groups["name"].Value;
            var value = given.FirstOrDefault(parameter => parameter.Name == name).Value ?? declared.Groups["default"].Value;
            sql = declared.Groups["type"].Value switch
            {
                "date range" => Put(Put(sql, $"{name}_from", $"DATE '{value.Split("..")[0]}'"), $"{name}_to", $"DATE '{value.Split("..")[1]}'"),
                "date" => Put(sql, name, $"DATE '{value}'"),
                "number" => Put(sql, name, value),
                _ => Put(sql, name, $"'{value}'"),
            };
        }
        return sql;
    }

    private static string Put(string sql, string name, string literal) => Regex.Replace(sql, $@":{name}\b", literal);

    [GeneratedRegex(@"^\s*parameter (?<name>\w+): (?<type>date range|date|number|text) = (?<default>.+?)( \*/)?$", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
