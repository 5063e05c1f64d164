using System.Text;
using System.Text.RegularExpressions;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>Joda's date patterns as strftime's (https://www.joda.org/joda-time/apidocs/org/joda/time/format/DateTimeFormat.html).</summary>
internal static partial class JodaPattern
{
    /// <summary>Cuts a trailing zone off: Z, ZZ, ZZZ or z.</summary>
    public static (string Clock, string Zone) WithoutZone(string pattern)
    {
        var zone = TrailingZone().Match(pattern);
        return zone.Success ? (pattern[..zone.Index], zone.Value) : (pattern, "");
    }

    public static string ToStrftime(string pattern, Position at)
    {
        StringBuilder result = new();
        foreach (Match token in Token().Matches(pattern))
        {
            var text = token.Value;
            if (text == "''") result.Append('\'');
            else if (text[0] == '\'') result.Append(text[1..^1].Replace("''", "'").Replace("%", "%%"));
            else if (char.IsAsciiLetter(text[0])) result.Append(Specifier(text, at));
            else result.Append(text.Replace("%", "%%"));
        }

        return result.ToString();
    }

    private static string Specifier(string letters, Position at) => (letters[0], letters.Length) switch
    {
        ('y' or 'Y' or 'u', 2) => "%y",
        ('y' or 'Y' or 'u', _) => "%Y",
        ('x', _) => "%G",
        ('w', _) => "%V",
        ('e', _) => "%u",
        ('M', 1) => "%-m",
        ('M', 2) => "%m",
        ('M', 3) => "%b",
        ('M', _) => "%B",
        ('d', 1) => "%-d",
        ('d', _) => "%d",
        ('D', _) => "%j",
        ('E', <= 3) => "%a",
        ('E', _) => "%A",
        ('a', _) => "%p",
        ('H', 1) => "%-H",
        ('H', _) => "%H",
        ('h', 1) => "%-I",
        ('h', _) => "%I",
        ('m', 1) => "%-M",
        ('m', _) => "%M",
        ('s', 1) => "%-S",
        ('s', _) => "%S",
        ('S', 3) => "%g",
        ('S', 6) => "%f",
        _ => throw SqlException.NotSupported(at, $"The date pattern '{letters}' is not supported here"),
    };

    [GeneratedRegex("Z{1,3}$|z$")]
    private static partial Regex TrailingZone();

    [GeneratedRegex(@"''|'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+", RegexOptions.Singleline)]
    private static partial Regex Token();
}
