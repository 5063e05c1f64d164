using System.Globalization;
using System.Text.RegularExpressions;
using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>Interval literals such as <c>INTERVAL '2 12:30' DAY TO MINUTE</c>.</summary>
internal static partial class IntervalLiterals
{
    private static readonly string[] Fields = ["year", "month", "day", "hour", "minute", "second"];
    private static readonly long[] Milliseconds = [0, 0, 86_400_000, 3_600_000, 60_000, 1_000];

    public static Typed Write(IntervalLiteral literal)
    {
        var (from, to) = (Array.IndexOf(Fields, literal.From), Array.IndexOf(Fields, literal.To ?? literal.From));
        var numbers = Separator().Split(literal.Text.Trim().TrimStart('-', '+'));
        if (to < from || (from < 2) != (to < 2) || numbers.Length != to - from + 1
            || !numbers.All(number => decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)))
            throw new SqlException("INVALID_LITERAL", literal.At, $"'{literal.Text}' is not a valid interval literal");

        var sign = literal.Negative != literal.Text.TrimStart().StartsWith('-') ? -1 : 1;
        decimal total = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            var unit = from < 2 ? (from + i == 0 ? 12 : 1) : Milliseconds[from + i];
            total += decimal.Parse(numbers[i], CultureInfo.InvariantCulture) * unit;
        }

        return from < 2
            ? new($"to_months({sign * (long)total})", SqlType.YearInterval)
            : new($"to_microseconds({sign * (long)(total * 1000)})", SqlType.DayInterval);
    }

    [GeneratedRegex("[ :-]")]
    private static partial Regex Separator();
}
