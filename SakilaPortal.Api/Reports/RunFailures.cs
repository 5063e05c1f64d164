using System.Globalization;
using System.Text.RegularExpressions;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Reports.Buffered;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>Why a run has no rows, in words for a person who did not write the query.</summary>
internal static partial class RunFailures
{
    private const string Rerun = "Run it again.";

    // Trino's codes: https://github.com/trinodb/trino/blob/master/core/trino-spi/src/main/java/io/trino/spi/StandardErrorCode.java
    private static readonly Dictionary<string, (string What, string Remedy)> ByCode = new(StringComparer.Ordinal)
    {
        ["COLUMN_NOT_FOUND"] = ("The query asks for a column that its tables do not have.", "Correct its name; the editor completes the columns of each table."),
        ["TABLE_NOT_FOUND"] = ("The query reads a table that does not exist.", "Correct its name, or wait until the lake's workflow has published it."),
        ["SCHEMA_NOT_FOUND"] = ("The query names a database that does not exist.", "There are landingzonedb, cleanzonedb and curatedzonedb."),
        ["FUNCTION_NOT_FOUND"] = ("The query calls a function that Athena does not have, or with other arguments.", "Choose one that the editor completes."),
        ["SYNTAX_ERROR"] = ("The query is not written as Athena's SQL wants it.", "Correct the place that is named."),
        ["TYPE_MISMATCH"] = ("The query puts values of different types together.", "Convert one of them with CAST."),
        ["DIVISION_BY_ZERO"] = ("The query divides by zero.", "Write NULLIF(divisor, 0) for the divisor."),
        ["INVALID_CAST_ARGUMENT"] = ("A value cannot be read as the type that the query asks for.", "Write TRY_CAST instead of CAST, which gives NULL for such a value."),
        ["INVALID_FUNCTION_ARGUMENT"] = ("A function was given a value that it does not take.", "Leave out such rows, or wrap the call in TRY(…)."),
        ["NUMERIC_VALUE_OUT_OF_RANGE"] = ("A number grew too large for its type.", "Compute with a larger type, such as CAST(x AS decimal(38, 2))."),
        ["EXPRESSION_NOT_AGGREGATE"] = ("A column is neither grouped nor summed up.", "Add it to GROUP BY, or put it into an aggregate such as max(…)."),
        ["AMBIGUOUS_NAME"] = ("A column's name is in more than one of the tables.", "Write the table's name and a dot before it."),
        ["NOT_SUPPORTED"] = ("The query uses something that is not supported.", "Write it in another way."),
        ["SUBQUERY_MULTIPLE_ROWS"] = ("A subquery that must give one value gave several.", "Limit it, or use IN (…)."),
        ["EXCEEDED_LOCAL_MEMORY_LIMIT"] = ("The query needs more memory than there is.", "Read fewer rows or columns at once."),
        ["HIVE_CANNOT_OPEN_SPLIT"] = ("A file of a table went while the query read it.", Rerun),
    };

    // What Athena says without a code.
    private static readonly (string Part, string What, string Remedy)[] ByText =
    [
        ("Bytes scanned limit", "The query would read more than one query may.", "Read a shorter period or fewer columns."),
        ("timeout", "The query ran longer than Athena lets one.", "Read a shorter period, or sum up earlier in the query."),
        ("interrupted by a restart", "Athena was restarted while the query ran.", Rerun),
        ("cancelled by user", "The run was stopped.", Rerun),
        ("mismatched input", "The query is not written as Athena's SQL wants it.", "Correct the place that is named."),
    ];

    public static RunFailure? Of(RunRow row)
    {
        if (row.State is not ("FAILED" or "CANCELLED"))
            return null;
        var reason = Reason().Match(row.Reason ?? "");
        var (what, remedy) = Words(reason.Groups["code"].Value, row.Reason ?? "");
        if (!reason.Groups["line"].Success)
            return new(what, remedy);
        var (line, column) = PlaceIn(row, Number(reason, "line"), Number(reason, "column"));
        return new(what, remedy, line, column);
    }

    /// <summary>What is wrong with a text that Athena does not even start.</summary>
    public static RunFailure OfRefusal(RunOrder order, string message)
    {
        var place = Reason().Match(message);
        var (what, remedy) = Words("SYNTAX_ERROR", message);
        if (!place.Groups["line"].Success)
            return new($"{what} {message}", remedy);
        var (line, column) = (Number(place, "line"), Number(place, "column"));
        if (order.IncludeBuffered)
            (line, column) = BufferedSql.PlaceIn(order.Sql.Text, line, column);
        (line, column) = order.Sql.SourceOf(line, column);
        return new($"{what} {message[place.Length..]}", remedy, line, column);
    }

    private static (string What, string Remedy) Words(string code, string reason)
    {
        if (ByCode.TryGetValue(code, out var known))
            return known;
        foreach (var (part, what, remedy) in ByText)
            if (reason.Contains(part, StringComparison.OrdinalIgnoreCase))
                return (what, remedy);
        return ("Athena could not run the query.", "Read its own words below; open the report in the editor to mend it.");
    }

    // What was put in for parameters moves what follows on its line; texts as of an earlier version have other names besides.
    private static (int Line, int? Column) PlaceIn(RunRow row, int line, int column)
    {
        if (row.ReportSql is null || row.AsOf is not null)
            return (line, null);
        if (row.Buffered is not null)
            (line, column) = BufferedSql.PlaceIn(row.SqlText, line, column);
        var (sourceLine, sourceColumn) = ReportSql.Fill(new FieldErrors(), row.ReportSql, row.Values).SourceOf(line, column);
        return (sourceLine, sourceColumn);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^((?<code>[A-Z_]{5,}): )?(line (?<line>\d+):(?<column>\d+): )?")]
    private static partial Regex Reason();
}
