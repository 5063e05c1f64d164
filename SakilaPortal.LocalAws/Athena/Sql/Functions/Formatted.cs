using System.Text.RegularExpressions;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>format(): Java's format strings (https://trino.io/docs/current/functions/conversion.html#format), taken apart when the query is translated.</summary>
internal static partial class Formatted
{
    private const int LongestNumber = 4;

    public static Typed Write(CallSite call)
    {
        var format = call.ConstantText(0);
        List<string> parts = [];
        var (next, last) = (1, 0);
        foreach (Match hole in Specifier().Matches(format))
        {
            parts.Add(Duck.Text(format[last..hole.Index]));
            last = hole.Index + hole.Length;
            if (hole.Value is "%%" or "%n") parts.Add(hole.Value == "%n" ? "chr(10)" : "'%'");
            else
            {
                CheckSize(hole, call.At);
                var index = hole.Groups["index"].Success ? int.Parse(hole.Groups["index"].Value) : next++;
                if (index >= call.Arguments.Count) throw new SqlException("INVALID_FUNCTION_ARGUMENT", call.At, $"Invalid format string: {format} (missing argument {index})");
                parts.Add(Hole(hole, call.Arguments[index], call.At));
            }
        }

        parts.Add(Duck.Text(format[last..]));
        return call.Returns($"({string.Join(" || ", parts.Where(part => part != "''").DefaultIfEmpty("''"))})");
    }

    private static string Hole(Match hole, Typed value, Position at)
    {
        var (flags, width) = (hole.Groups["flags"].Value, hole.Groups["width"].Value);
        var places = hole.Groups["places"].Success ? hole.Groups["places"].Value : "6";
        var text = hole.Groups["kind"].Value switch
        {
            "s" or "S" => $"COALESCE({TextOf.Shown(value)}, 'null')",
            "d" when Coercion.IsInteger(value.Type) => flags.Contains(',') ? $"format('{{:,}}', {value.Sql})" : Duck.Cast(value.Sql, SqlType.Varchar),
            "f" when Coercion.IsNumeric(value.Type) => Fixed(value, places, flags.Contains(',')),
            "e" when Coercion.IsApproximate(value.Type) => $"printf('%.{places}e', {value.Sql})",
            "x" when Coercion.IsInteger(value.Type) => $"printf('%x', {value.Sql})",
            "b" when value.Type == SqlType.Boolean => Duck.Cast(value.Sql, SqlType.Varchar),
            var kind => throw new SqlException("INVALID_FUNCTION_ARGUMENT", at, $"Invalid format string: %{kind} does not take {value.Type}"),
        };
        if (width.Length == 0) return text;
        return flags.Contains('-')
            ? $"rpad({text}, greatest({width}, length({text}))::INTEGER, ' ')"
            : $"lpad({text}, greatest({width}, length({text}))::INTEGER, '{(flags.Contains('0') ? '0' : ' ')}')";
    }

    /// <summary>A short text must not ask for a long one.</summary>
    private static void CheckSize(Match hole, Position at)
    {
        if (new[] { "index", "width", "places" }.Any(part => hole.Groups[part].Value.Length > LongestNumber))
            throw new SqlException("INVALID_FUNCTION_ARGUMENT", at, $"Invalid format string: {hole.Value} (a number has {LongestNumber} digits at most)");
    }

    /// <summary>Through a decimal, because Java rounds halves up where C rounds the binary value.</summary>
    private static string Fixed(Typed value, string places, bool grouped)
    {
        var rounded = Duck.Cast(value.Sql, new DecimalType(DecimalType.MaxPrecision, int.Parse(places)));
        return grouped
            ? $"(format('{{:,}}', CAST(trunc({rounded}) AS BIGINT)){(places == "0" ? "" : $" || right(CAST({rounded} AS VARCHAR), {int.Parse(places) + 1})")})"
            : $"CAST({rounded} AS VARCHAR)";
    }

    [GeneratedRegex(@"%(?:%|n|(?:(?<index>\d+)\$)?(?<flags>[-,0+ ]*)(?<width>\d+)?(?:\.(?<places>\d+))?(?<kind>[a-zA-Z]))")]
    private static partial Regex Specifier();
}
