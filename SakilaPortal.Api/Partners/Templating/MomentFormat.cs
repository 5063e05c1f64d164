using System.Globalization;
using System.Text.RegularExpressions;

namespace SakilaPortal.Api.Partners.Templating;

/// <summary>Date formats of moment.js, which the Kinesis Data Generator's clocks take: https://momentjs.com/docs/#/displaying/format/</summary>
internal static partial class MomentFormat
{
    private static readonly Dictionary<string, string> Localized = new()
    {
        ["LT"] = "h:mm A", ["LTS"] = "h:mm:ss A", ["L"] = "MM/DD/YYYY", ["LL"] = "MMMM D, YYYY", ["LLL"] = "MMMM D, YYYY h:mm A",
        ["LLLL"] = "dddd, MMMM D, YYYY h:mm A", ["l"] = "M/D/YYYY", ["ll"] = "MMM D, YYYY", ["lll"] = "MMM D, YYYY h:mm A",
        ["llll"] = "ddd, MMM D, YYYY h:mm A",
    };

    public static Func<DateTimeOffset, string> Compile(string format)
    {
        var parts = Tokens().Matches(format).Select(token => Part(token.Value)).ToArray();
        return time => string.Concat(parts.Select(part => part(time)));
    }

    private static Func<DateTimeOffset, string> Part(string token)
    {
        if (token[0] == '[' && token.Length > 1)
            return _ => token[1..^1];
        if (token[0] == '\\' && token.Length > 1)
            return _ => token[1..];
        if (Localized.TryGetValue(token, out var format))
            return Compile(format);
        if (token[0] == 'S')
            return time => Fraction(time, token.Length);
        return token.EndsWith('o') && token.Length > 1
            ? time => Ordinal(int.Parse(Number(time, token[..^1])!, CultureInfo.InvariantCulture))
            : time => Number(time, token) ?? Name(time, token) ?? token;
    }

    private static string? Number(DateTimeOffset time, string token) => token switch
    {
        "YYYY" or "Y" => $"{time.Year:0000}",
        "YY" => $"{time.Year % 100:00}",
        "gggg" or "gg" => $"{SundayWeek(time).Year % (token == "gg" ? 100 : 10_000):00}",
        "GGGG" => $"{ISOWeek.GetYear(time.DateTime):0000}",
        "GG" => $"{ISOWeek.GetYear(time.DateTime) % 100:00}",
        "Q" => $"{(time.Month + 2) / 3}",
        "M" => $"{time.Month}",
        "MM" => $"{time.Month:00}",
        "DDDD" => $"{time.DayOfYear:000}",
        "DDD" => $"{time.DayOfYear}",
        "DD" => $"{time.Day:00}",
        "D" => $"{time.Day}",
        "d" or "e" => $"{(int)time.DayOfWeek}",
        "E" => $"{((int)time.DayOfWeek + 6) % 7 + 1}",
        "w" => $"{SundayWeek(time).Week}",
        "ww" => $"{SundayWeek(time).Week:00}",
        "W" => $"{ISOWeek.GetWeekOfYear(time.DateTime)}",
        "WW" => $"{ISOWeek.GetWeekOfYear(time.DateTime):00}",
        "H" => $"{time.Hour}",
        "HH" => $"{time.Hour:00}",
        "h" => $"{(time.Hour + 11) % 12 + 1}",
        "hh" => $"{(time.Hour + 11) % 12 + 1:00}",
        "k" => $"{(time.Hour + 23) % 24 + 1}",
        "kk" => $"{(time.Hour + 23) % 24 + 1:00}",
        "m" => $"{time.Minute}",
        "mm" => $"{time.Minute:00}",
        "s" => $"{time.Second}",
        "ss" => $"{time.Second:00}",
        "X" => $"{time.ToUnixTimeSeconds()}",
        "x" => $"{time.ToUnixTimeMilliseconds()}",
        _ => null,
    };

    private static string? Name(DateTimeOffset time, string token) => token switch
    {
        "MMMM" => $"{time:MMMM}",
        "MMM" => $"{time:MMM}",
        "dddd" => $"{time:dddd}",
        "ddd" => $"{time:ddd}",
        "dd" => $"{time:ddd}"[..2],
        "A" => time.Hour < 12 ? "AM" : "PM",
        "a" => time.Hour < 12 ? "am" : "pm",
        "Z" => $"{time:zzz}",
        "ZZ" => $"{time:zzz}".Replace(":", ""),
        "z" or "zz" => time.Offset == TimeSpan.Zero ? "UTC" : "",
        _ => null,
    };

    // .NET knows seven digits of a second; moment writes up to nine.
    private static string Fraction(DateTimeOffset time, int digits) => $"{time:fffffff}".PadRight(9, '0')[..Math.Min(digits, 9)];

    private static string Ordinal(int number) => number + (number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    });

    // Weeks as in the United States: from Sunday, the first is that of January 1st.
    private static (int Year, int Week) SundayWeek(DateTimeOffset time)
    {
        var saturday = time.AddDays(6 - (int)time.DayOfWeek);
        return (saturday.Year, (saturday.DayOfYear - 1) / 7 + 1);
    }

    [GeneratedRegex(@"\[[^\]]*\]|\\.|[MDdwWQ]o|DDDo|M{1,4}|D{1,4}|d{1,4}|e|E|ww?|WW?|YYYY|YY|Y|g{4}|gg|G{4}|GG|Q|A|a|HH?|hh?|kk?|mm?|ss?|S{1,9}|x|X|zz?|ZZ?|LTS|LT|L{1,4}|l{1,4}|.",
        RegexOptions.Singleline)]
    private static partial Regex Tokens();
}
