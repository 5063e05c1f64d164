using System.Text;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>MySQL's date patterns as strftime's (https://trino.io/docs/current/functions/datetime.html#mysql-date-functions).</summary>
internal static class MySqlPattern
{
    private static readonly Dictionary<char, string> Specifiers = new()
    {
        ['a'] = "%a", ['b'] = "%b", ['c'] = "%-m", ['d'] = "%d", ['e'] = "%-d", ['f'] = "%f", ['H'] = "%H", ['h'] = "%I", ['I'] = "%I",
        ['i'] = "%M", ['j'] = "%j", ['k'] = "%-H", ['l'] = "%-I", ['M'] = "%B", ['m'] = "%m", ['p'] = "%p", ['r'] = "%I:%M:%S %p",
        ['S'] = "%S", ['s'] = "%S", ['T'] = "%H:%M:%S", ['v'] = "%V", ['W'] = "%A", ['x'] = "%G", ['Y'] = "%Y", ['y'] = "%y", ['%'] = "%%",
    };

    public static string ToStrftime(string pattern, Position at)
    {
        StringBuilder result = new();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length) result.Append(pattern[i] == '%' ? "%%" : pattern[i]);
            else if (Specifiers.TryGetValue(pattern[++i], out var specifier)) result.Append(specifier);
            else if ("DUuVwX".Contains(pattern[i]))
                throw new SqlException("INVALID_FUNCTION_ARGUMENT", at, $"%{pattern[i]} not supported in date format string");
            else result.Append(pattern[i]);
        }

        return result.ToString();
    }
}
