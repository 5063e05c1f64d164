namespace SakilaPortal.Api.Partners.Templating.Modules;

internal static class LoremModule
{
    private const int MostUnits = 1000;

    public static readonly Dictionary<string, FakeFunction> Functions = new()
    {
        ["word"] = WordOfLength,
        ["words"] = arguments => Joined(arguments, 3, 3, Word, " "),
        ["slug"] = arguments => Joined(arguments, 3, 3, Word, "-"),
        ["sentence"] = arguments => Counted(arguments, 3, 10, Sentence),
        ["sentences"] = arguments => Joined(arguments, 2, 6, Sentence, arguments.Text(1) ?? " "),
        ["lines"] = arguments => Joined(arguments, 1, 5, Sentence, "\n"),
        ["text"] = arguments => Joined(arguments, 2, 6, Sentence, " "),
        ["paragraph"] = arguments => Joined(arguments, 3, 6, Sentence, " "),
        ["paragraphs"] = arguments => Joined(arguments, 3, 3, Paragraph, arguments.Text(1) ?? "\n"),
    };

    private static Generate WordOfLength(Arguments arguments)
    {
        var length = arguments.Count(0, 0);
        string[] words = [.. WordLists.Of("lorem").Where(word => length == 0 || word.Length == length)];
        return words.Length == 0 ? throw arguments.Problem(0, $"No word has {length} letters.") : dice => dice.Pick(words);
    }

    // The first argument says how many; without it between least and most.
    private static Generate Counted(Arguments arguments, int least, int most, Func<Dice, int, string> write)
    {
        var count = arguments.Has(0) ? arguments.Count(0, least) : (int?)null;
        return count > MostUnits
            ? throw arguments.Problem(0, $"At most {MostUnits} are possible.")
            : dice => write(dice, count ?? (int)dice.Integer(least, most));
    }

    private static Generate Joined(Arguments arguments, int least, int most, Generate unit, string separator) =>
        Counted(arguments, least, most, (dice, count) => Join(dice, count, unit, separator));

    private static string Join(Dice dice, int count, Generate unit, string separator) =>
        string.Join(separator, Enumerable.Range(0, count).Select(_ => unit(dice)));

    private static string Word(Dice dice) => dice.Pick(WordLists.Of("lorem"));

    private static string Sentence(Dice dice) => Sentence(dice, (int)dice.Integer(3, 10));

    private static string Sentence(Dice dice, int words)
    {
        var text = Join(dice, words, Word, " ");
        return text.Length == 0 ? "" : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }

    private static string Paragraph(Dice dice) => Join(dice, (int)dice.Integer(3, 6), Sentence, " ");
}
