using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SakilaPortal.Api.Partners.Events;

namespace SakilaPortal.Api.Partners.Templating.Modules;

internal static partial class HelpersModule
{
    private const int LongestRepeat = 10_000;

    public static readonly Dictionary<string, FakeFunction> Functions = new()
    {
        ["randomize"] = arguments => RandomModule.Element(arguments.Has(0) ? arguments.Array(0) : ["a", "b", "c"]),
        ["shuffle"] = Shuffle,
        ["slugify"] = arguments => Fixed(Slug(arguments.Text(0) ?? "")),
        ["replaceSymbols"] = Symbols,
        ["replaceSymbolWithNumber"] = Numbers,
        ["replaceCreditCardSymbols"] = CreditCardSymbols,
        ["repeatString"] = Repeat,
        ["regexpStyleStringParse"] = RegularExpression,
        ["mustache"] = Mustache,
    };

    /// <summary>Words joined by hyphens, without anything that a URL would escape.</summary>
    public static string Slug(string text) => NotInSlug().Replace(text.Replace(' ', '-'), "");

    private static Generate Fixed(string text) => _ => text;

    // The text with each {{name}} replaced by that member of the object, once.
    private static Generate Mustache(Arguments arguments)
    {
        var text = arguments.Text(0) ?? "";
        var values = arguments.Members(1).ToDictionary(member => member.Key, member => Arguments.Display(member.Value));
        var length = (long)text.Length;
        var filled = Placeholder().Replace(text, found =>
            values.TryGetValue(found.Groups[1].Value, out var value) && (length += value.Length) <= RecordCheck.LargestRecord ? value : found.Value);
        return length > RecordCheck.LargestRecord
            ? throw arguments.Problem(0, $"The text becomes longer than {RecordCheck.LargestRecord:N0} characters, which no record may be.")
            : Fixed(filled);
    }

    private static Generate Shuffle(Arguments arguments)
    {
        JsonArray array = arguments.Has(0) ? arguments.Array(0) : ["a", "b", "c"];
        string[] choices = [.. array.Select(Arguments.Display)];
        return dice => string.Join(',', RandomModule.Shuffled(dice, choices));
    }

    private static Generate Symbols(Arguments arguments)
    {
        var pattern = arguments.Text(0) ?? "";
        return dice => Patterns.FillSymbols(dice, pattern);
    }

    private static Generate Numbers(Arguments arguments)
    {
        var (pattern, symbol) = (arguments.Text(0) ?? "", arguments.Text(1) ?? "#");
        return dice => string.Concat(pattern.Select(character =>
            symbol.Contains(character) ? Patterns.Digits[(int)dice.Integer(0, 9)] : character));
    }

    // # is a digit and [1-5] a number of that range, as in a pattern; L is the digit that makes the number pass Luhn's check.
    private static Generate CreditCardSymbols(Arguments arguments)
    {
        var (pattern, symbol) = (arguments.Text(0) ?? "6453-####-####-####-###L", arguments.Text(1) ?? "#");
        return dice =>
        {
            var number = string.Concat(Range().Replace(pattern, found => $"{Between(dice, Bound(found, 1, 0), Bound(found, 2, 0))}")
                .Select(character => symbol.Contains(character) ? Patterns.Digits[(int)dice.Integer(0, 9)] : character));
            return number.Replace("L", $"{FinanceModule.LuhnDigit([.. number.Where(char.IsAsciiDigit)])}", StringComparison.Ordinal);
        };
    }

    private static Generate Repeat(Arguments arguments)
    {
        var (text, count) = (arguments.Text(0) ?? "", arguments.Count(1, 1));
        return text.Length * (long)count > LongestRepeat
            ? throw arguments.Problem(1, $"The repeated text would be longer than {LongestRepeat} characters.")
            : Fixed(string.Concat(Enumerable.Repeat(text, count)));
    }

    // x{3} and x{3,5} repeat the character before them, [1-5] is a number of that range, # a digit.
    private static Generate RegularExpression(Arguments arguments)
    {
        var pattern = arguments.Text(0) ?? "";
        if (Repetition().Matches(pattern).Sum(found => Bound(found, 3, Bound(found, 2, 0))) > LongestRepeat)
            throw arguments.Problem(0, $"At most {LongestRepeat} repetitions are possible.");
        return dice =>
        {
            var repeated = Repetition().Replace(pattern, found =>
                new string(found.Groups[1].Value[0], (int)Between(dice, Bound(found, 2, 0), Bound(found, 3, Bound(found, 2, 0)))));
            var ranged = Range().Replace(repeated, found => $"{Between(dice, Bound(found, 1, 0), Bound(found, 2, 0))}");
            return string.Concat(ranged.Select(character => character == '#' ? Patterns.Digits[(int)dice.Integer(0, 9)] : character));
        };
    }

    private static long Between(Dice dice, long one, long other) => dice.Integer(Math.Min(one, other), Math.Max(one, other));

    private static long Bound(Match found, int group, long otherwise) =>
        found.Groups[group].Success ? long.Parse(found.Groups[group].Value, CultureInfo.InvariantCulture) : otherwise;

    [GeneratedRegex(@"[^\w.\-]+")]
    private static partial Regex NotInSlug();

    [GeneratedRegex(@"\{\{((?:(?!\}\}).)*)\}\}", RegexOptions.Singleline)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(.)\{(\d{1,9})(?:,(\d{1,9}))?\}")]
    private static partial Regex Repetition();

    [GeneratedRegex(@"\[(\d{1,9})-(\d{1,9})\]")]
    private static partial Regex Range();
}
