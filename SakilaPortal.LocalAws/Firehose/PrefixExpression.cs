using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Firehose;

/// <summary>
/// Prefixes with !{timestamp:…} and !{firehose:…} (https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html).
/// Timestamps are written by the letters of Java's DateTimeFormatter.
/// </summary>
internal static partial class PrefixExpression
{
    private const string DefaultTime = "!{timestamp:yyyy/MM/dd/HH/}";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <param name="time">When the first record arrived.</param>
    /// <param name="errorType">What went wrong, for an error prefix.</param>
    public static string Evaluate(string prefix, DateTimeOffset time, TimeZoneInfo zone, string? errorType)
    {
        var isComplete = errorType is not null || prefix.Contains("!{timestamp:", StringComparison.Ordinal);
        var local = TimeZoneInfo.ConvertTime(time, zone);
        var result = Expression().Replace(isComplete ? prefix : prefix + DefaultTime, match => Value(match.Groups[1].Value, match.Groups[2].Value, local, errorType));
        return result.Contains("!{", StringComparison.Ordinal)
            ? throw Invalid($"The prefix '{prefix}' has an expression that is not in the form !{{namespace:value}}.")
            : result;
    }

    public static TimeZoneInfo Zone(string? name) => name is null ? TimeZoneInfo.Utc
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : throw Invalid($"CustomTimeZone '{name}' is not known.");

    private static string Value(string space, string value, DateTimeOffset time, string? errorType) => (space, value) switch
    {
        ("timestamp", _) => Time(value, time),
        ("firehose", "random-string") => RandomNumberGenerator.GetString(Letters, 11),
        ("firehose", "error-output-type") => errorType ?? throw Invalid("!{firehose:error-output-type} has its place in ErrorOutputPrefix only."),
        _ => throw Invalid($"!{{{space}:{value}}} is not served: there are !{{timestamp:…}}, !{{firehose:random-string}} and !{{firehose:error-output-type}}."),
    };

    private static string Time(string pattern, DateTimeOffset time)
    {
        var text = new StringBuilder();
        foreach (Match token in TimeToken().Matches(pattern))
            text.Append(token.Value[0] == '\'' ? Quoted(token.Value) : char.IsAsciiLetter(token.Value[0]) ? Field(token.Value, time) : token.Value);
        return text.ToString();
    }

    private static string Quoted(string token) => token == "''" ? "'" : token.Trim('\'').Replace("''", "'", StringComparison.Ordinal);

    private static string Field(string field, DateTimeOffset time) => field switch
    {
        "y" or "u" => time.Year.ToString(),
        "yyyy" or "uuuu" or "YYYY" => time.ToString("yyyy"),
        "yy" or "uu" => time.ToString("yy"),
        "D" or "DDD" => time.DayOfYear.ToString(new string('0', field.Length)),
        "a" => time.ToString("tt"),
        "E" or "EEE" => time.ToString("ddd"),
        "EEEE" => time.ToString("dddd"),
        "M" or "MM" or "MMM" or "MMMM" or "d" or "dd" or "H" or "HH" or "h" or "hh" or "m" or "mm" or "s" or "ss" => Custom(field, time),
        _ when field.All(letter => letter == 'S') && field.Length <= 3 => Custom(new string('f', field.Length), time),
        _ => throw Invalid($"The letters '{field}' of a timestamp are not served."),
    };

    // One letter alone would be read as a standard format.
    private static string Custom(string field, DateTimeOffset time) => time.ToString(field.Length == 1 ? "%" + field : field);

    private static AwsException Invalid(string what) => new("InvalidArgumentException", what);

    [GeneratedRegex(@"!\{([a-zA-Z]+):([^}]*)\}")]
    private static partial Regex Expression();

    [GeneratedRegex("'(?:[^']|'')*'|([A-Za-z])\\1*|[^A-Za-z']")]
    private static partial Regex TimeToken();
}
