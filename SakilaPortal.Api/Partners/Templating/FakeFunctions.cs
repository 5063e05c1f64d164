using SakilaPortal.Api.Partners.Templating.Modules;

namespace SakilaPortal.Api.Partners.Templating;

/// <summary>
/// All functions that a template may call, by the names of the Kinesis Data Generator, which are those of faker.js 3 to 5 and three
/// clocks of its own: https://awslabs.github.io/amazon-kinesis-data-generator/web/help.html
/// </summary>
internal static class FakeFunctions
{
    private const int FarthestSuggestion = 4;

    private static readonly Dictionary<string, FakeFunction> Known = Collect();

    public static IEnumerable<string> Names => Known.Keys;

    public static FakeFunction Find(string module, string function, int offset)
    {
        var name = $"{module}.{function}";
        if (Known.TryGetValue(name, out var found))
            return found;

        var what = Known.Keys.Any(known => known.StartsWith(module + '.', StringComparison.Ordinal))
            ? $"The module {module} has no function {function}"
            : $"There is no module {module}";
        throw new TemplateException(offset, Suggest(name, function) is { } similar ? $"{what}; did you mean {similar}?" : $"{what}.");
    }

    private static Dictionary<string, FakeFunction> Collect()
    {
        var all = new Dictionary<string, FakeFunction>(WordLists.Functions);
        IEnumerable<(string Module, Dictionary<string, FakeFunction> Functions)> modules =
        [
            ("address", AddressModule.Functions), ("commerce", CommerceModule.Functions), ("current", DateModule.Former),
            ("date", DateModule.Functions), ("finance", FinanceModule.Functions), ("helpers", HelpersModule.Functions),
            ("image", ImageModule.Functions), ("internet", InternetModule.Functions),
            ("lorem", LoremModule.Functions), ("name", NameModule.Functions), ("phone", PhoneModule.Functions),
            ("random", RandomModule.Functions), ("datatype", RandomModule.Functions), ("system", SystemModule.Functions),
        ];
        foreach (var (module, functions) in modules)
            foreach (var (function, implementation) in functions)
                all[$"{module}.{function}"] = implementation;
        return all;
    }

    private static string? Suggest(string name, string function)
    {
        var (nearest, distance) = Known.Keys
            .Select(known => (known, EditDistance(known.ToLowerInvariant(), name.ToLowerInvariant())))
            .MinBy(candidate => candidate.Item2);
        if (distance <= FarthestSuggestion / 2)
            return nearest;
        return Known.Keys.FirstOrDefault(known => known.EndsWith('.' + function, StringComparison.OrdinalIgnoreCase))
            ?? (distance <= FarthestSuggestion ? nearest : null);
    }

    private static int EditDistance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= right.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(diagonal + (left[i - 1] == right[j - 1] ? 0 : 1), Math.Min(row[j], row[j - 1]) + 1));
        }
        return row[right.Length];
    }
}
