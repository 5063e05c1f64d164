using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using SakilaPortal.LocalAws.Athena.Sql;

namespace SakilaPortal.LocalAws.Athena.Engine;

/// <summary>Why a query failed, in Athena's words.</summary>
internal static partial class FailureText
{
    /// <returns>Null when the cause is no fault of the query's or its data's.</returns>
    public static string? Of(Exception exception) => exception switch
    {
        SqlException or QueryFailure => exception.Message,
        DuckDBException duck => OfDuck(duck),
        _ => null,
    };

    private static string OfDuck(DuckDBException exception)
    {
        var text = exception.Message.Split('\n')[0];
        if (Raised().Match(text) is { Success: true } raised) return raised.Groups["message"].Value;
        var detail = Prefix().Replace(text, "");
        return exception.ErrorType switch
        {
            _ when text.Contains("Malformed JSON", StringComparison.Ordinal) => $"HIVE_CURSOR_ERROR: Row is not a valid JSON Object - JSONException: {WithoutPath(detail)}",
            _ when text.Contains("More than one row returned by a subquery", StringComparison.Ordinal) => "SUBQUERY_MULTIPLE_ROWS: Scalar sub-query has returned multiple rows",
            DuckDBErrorType.OutOfRange => $"NUMERIC_VALUE_OUT_OF_RANGE: {detail}",
            DuckDBErrorType.Conversion when text.Contains("out of range", StringComparison.Ordinal) => $"NUMERIC_VALUE_OUT_OF_RANGE: {detail}",
            DuckDBErrorType.Conversion => $"INVALID_CAST_ARGUMENT: {WithoutPath(detail)}",
            DuckDBErrorType.InvalidInput => $"INVALID_FUNCTION_ARGUMENT: {WithoutPath(detail)}",
            DuckDBErrorType.OutOfMemory => "EXCEEDED_LOCAL_MEMORY_LIMIT: Query exceeded per-node memory limit; read fewer rows or columns at once",
            DuckDBErrorType.Io => $"HIVE_CURSOR_ERROR: {WithoutPath(detail)}",
            _ => $"GENERIC_INTERNAL_ERROR: {WithoutPath(detail)}",
        };
    }

    /// <summary>Local paths are no business of the caller's; the file's name is.</summary>
    private static string WithoutPath(string text) => LocalFolder().Replace(text, "");

    // Translated queries fail on purpose by casting their message to a number.
    [GeneratedRegex(@"Could not convert string '(?<message>[A-Z_]+: .*)' to INT32", RegexOptions.Singleline)]
    private static partial Regex Raised();

    [GeneratedRegex("^[A-Z][A-Za-z ]+ Error: ")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(/[\w.\- ]+)+/")]
    private static partial Regex LocalFolder();
}
