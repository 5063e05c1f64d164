using System.Text.RegularExpressions;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using static SakilaPortal.LocalAws.Athena.Sql.Functions.Function;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>https://trino.io/docs/current/functions/json.html. Text that is no JSON gives null where it is only looked into.</summary>
internal static partial class JsonFunctions
{
    private const string Invalid = "{!INVALID_FUNCTION_ARGUMENT: Cannot convert value to JSON}";

    public static IEnumerable<Function> All =>
    [
        Scalar("json_parse(varchar) json", $"(CASE WHEN {{0}} IS NULL OR json_valid({{0}}) THEN json({{0}}) ELSE {Invalid} END)"),
        Scalar("json_format(json) varchar", "CAST({0} AS VARCHAR)"),
        Scalar("json_extract(json, varchar) json", call => call.Returns($"json_extract({call[0]}, {Path(call)})")),
        Scalar("json_extract(varchar, varchar) json", call => call.Returns($"json_extract({Valid(call[0])}, {Path(call)})")),
        Scalar("json_extract_scalar(json, varchar) varchar", call => call.Returns(ScalarAt(call[0], Path(call)))),
        Scalar("json_extract_scalar(varchar, varchar) varchar", call => call.Returns(ScalarAt(Valid(call[0]), Path(call)))),
        Scalar("json_size(json, varchar) bigint", call => call.Returns(Size(call[0], Path(call)))),
        Scalar("json_size(varchar, varchar) bigint", call => call.Returns(Size(Valid(call[0]), Path(call)))),
        Scalar("json_array_length(json) bigint", "CAST(CASE WHEN json_type({0}) = 'ARRAY' THEN json_array_length({0}) END AS BIGINT)"),
        Scalar("json_array_length(varchar) bigint", "CAST(CASE WHEN json_valid({0}) AND json_type({0}) = 'ARRAY' THEN json_array_length({0}) END AS BIGINT)"),
        Scalar("json_array_contains(json, varchar) boolean", "list_contains(from_json({0}, '[\"VARCHAR\"]'), {1})"),
        Scalar("is_json_scalar(json) boolean", "(json_type({0}) NOT IN ('ARRAY', 'OBJECT'))"),
        Scalar("is_json_scalar(varchar) boolean", "(json_type(CAST({0} AS JSON)) NOT IN ('ARRAY', 'OBJECT'))"),
    ];

    private static string Valid(string text) => $"(CASE WHEN json_valid({text}) THEN CAST({text} AS JSON) END)";

    private static string ScalarAt(string json, string path) =>
        $"(CASE WHEN json_type({json}, {path}) NOT IN ('OBJECT', 'ARRAY', 'NULL') THEN json_extract_string({json}, {path}) END)";

    private static string Size(string json, string path) => $"CAST(CASE json_type({json}, {path}) WHEN 'ARRAY' THEN json_array_length({json}, {path}) "
        + $"WHEN 'OBJECT' THEN len(json_keys({json}, {path})) WHEN NULL THEN NULL ELSE 0 END AS BIGINT)";

    /// <summary>A path in DuckDB's form, each name quoted.</summary>
    private static string Path(CallSite call)
    {
        var path = call.ConstantText(1);
        var steps = Step().Matches(path);
        if (path.Length == 0 || path[0] != '$' || steps.Sum(step => step.Length) != path.Length - 1)
            throw new SqlException("INVALID_FUNCTION_ARGUMENT", call.At, $"Invalid JSON path: '{path}'");
        return Duck.Text("$" + string.Concat(steps.Select(step =>
            step.Groups["index"].Success ? $"[{step.Groups["index"].Value}]" : $".\"{step.Groups["name"].Value}\"")));
    }

    [GeneratedRegex("""\.(?<name>[^.\[\]"*]+)|\["(?<name>[^"]*)"\]|\['(?<name>[^']*)'\]|\[(?<index>\d+)\]""")]
    private static partial Regex Step();
}
