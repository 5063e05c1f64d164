using System.Text.RegularExpressions;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using static SakilaPortal.LocalAws.Athena.Sql.Functions.Function;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>
/// https://trino.io/docs/current/functions/regexp.html. DuckDB's expressions are RE2's: what only Java's have
/// (look-around, back references) fails by name.
/// </summary>
internal static partial class RegexFunctions
{
    public static IEnumerable<Function> All =>
    [
        Scalar("regexp_like(varchar, varchar) boolean", "regexp_matches({0}, {1})"),
        Scalar("regexp_extract(varchar, varchar) varchar", "(CASE WHEN regexp_matches({0}, {1}) THEN regexp_extract({0}, {1}) END)"),
        Scalar("regexp_extract(varchar, varchar, bigint) varchar", Group),
        Scalar("regexp_extract_all(varchar, varchar) array(varchar)", "regexp_extract_all({0}, {1})"),
        Scalar("regexp_extract_all(varchar, varchar, bigint) array(varchar)", "regexp_extract_all({0}, {1}, CAST({2} AS INTEGER))"),
        Scalar("regexp_replace(varchar, varchar) varchar", "regexp_replace({0}, {1}, '', 'g')"),
        Scalar("regexp_replace(varchar, varchar, varchar) varchar", Replaced),
        Scalar("regexp_split(varchar, varchar) array(varchar)", "string_split_regex({0}, {1})"),
        Scalar("regexp_count(varchar, varchar) bigint", "len(regexp_extract_all({0}, {1}))"),
        Scalar("regexp_position(varchar, varchar) integer",
            "CAST(CASE WHEN regexp_matches({0}, {1}) THEN length(string_split_regex({0}, {1})[1]) + 1 ELSE -1 END AS INTEGER)"),
    ];

    private static Typed Group(CallSite call) => int.TryParse(call.ConstantText(2), out var group)
        ? call.Returns($"(CASE WHEN regexp_matches({call[0]}, {call[1]}) THEN {(group == 0 ? $"regexp_extract({call[0]}, {call[1]})" : $"nullif(regexp_extract({call[0]}, {call[1]}, {group}), '')")} END)")
        : throw SqlException.NotSupported(call.At, "The group of regexp_extract must be an integer constant");

    /// <summary>Java writes a group as $1, RE2 as \1.</summary>
    private static Typed Replaced(CallSite call)
    {
        var replacement = call.ConstantText(2);
        if (replacement.Contains("${", StringComparison.Ordinal)) throw SqlException.NotSupported(call.At, "Named groups in the replacement of regexp_replace are not supported");
        var converted = Escape().Replace(replacement, match => match.Value switch
        {
            ['\\', var escaped] => escaped == '\\' ? @"\\" : escaped.ToString(),
            _ => $"\\{match.Groups["group"].Value}",
        });
        return call.Returns($"regexp_replace({call[0]}, {call[1]}, {Duck.Text(converted)}, 'g')");
    }

    [GeneratedRegex(@"\\.|\$(?<group>\d)", RegexOptions.Singleline)]
    private static partial Regex Escape();
}
