using System.Reflection;
using System.Text.RegularExpressions;

namespace SakilaPortal.Api.Partners.Templating;

/// <summary>The lists of <c>words.txt</c>, which says how it is written; those named <c>module.function</c> are functions.</summary>
internal static partial class WordLists
{
    private static readonly Dictionary<string, (string[] Entries, bool Symbols)> Lists = Read();

    /// <summary>A function for each list that has the name of one.</summary>
    public static Dictionary<string, FakeFunction> Functions { get; } = Lists.Keys
        .Where(name => name.Contains('.'))
        .ToDictionary(name => name, name => (FakeFunction)(_ => Choose(name)));

    public static string[] Of(string name) => Lists[name].Entries;

    /// <summary>Picks an entry of the list.</summary>
    public static Generate Choose(string name)
    {
        var (entries, symbols) = Lists[name];
        if (symbols)
            return dice => Patterns.FillSymbols(dice, dice.Pick(entries));
        if (!entries.Any(entry => entry.Contains("{{")))
            return dice => dice.Pick(entries);

        var patterns = entries.Select(Patterns.Compile).ToArray();
        return dice => dice.Pick(patterns)(dice);
    }

    private static Dictionary<string, (string[] Entries, bool Symbols)> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("words.txt")
            ?? throw new InvalidOperationException("The resource words.txt is missing from this build.");
        using var reader = new StreamReader(stream);
        return Section().Matches(reader.ReadToEnd().ReplaceLineEndings("\n")).ToDictionary(
            section => section.Groups["name"].Value,
            section => (Entries(section.Groups["entries"].Value), section.Groups["symbols"].Success));
    }

    private static string[] Entries(string text) =>
        [.. text.Split('|', StringSplitOptions.TrimEntries).Select(entry => entry.Replace(",\n", ",").Replace('\n', ' '))];

    [GeneratedRegex(@"^\[(?<name>[\w.]+)(?<symbols> \#)?\]\n(?<entries>.*?)(?=\n\n|\s*\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();
}
