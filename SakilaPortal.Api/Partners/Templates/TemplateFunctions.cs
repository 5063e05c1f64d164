using SakilaPortal.Api.Partners.Templating;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Templates;

/// <summary>The functions of templates with an example of each, the same every time.</summary>
internal static class TemplateFunctions
{
    private const int Seed = 7;

    public static IReadOnlyList<TemplateFunction> All { get; } =
        [.. FakeFunctions.Names.Order(StringComparer.Ordinal).Select(name => Describe(Call(name)))];

    // Those that give nothing, or nothing of use, without arguments.
    private static string Call(string name) => name switch
    {
        "date.between" => """date.between("2026-01-01","2026-12-31")""",
        "date.simTime" => """date.simTime("YYYY-MM-DD HH:mm")""",
        "helpers.mustache" => """helpers.mustache("{{a}} & co",{"a":"film"})""",
        "helpers.regexpStyleStringParse" => """helpers.regexpStyleStringParse("x{2}-[1-9]")""",
        "helpers.repeatString" => """helpers.repeatString("ab",2)""",
        "helpers.replaceSymbolWithNumber" => """helpers.replaceSymbolWithNumber("A-###")""",
        "helpers.replaceSymbols" => """helpers.replaceSymbols("??-##")""",
        "helpers.slugify" => """helpers.slugify("New York")""",
        "random.arrayElement" => """random.arrayElement(["ios","android"])""",
        "random.number" => """random.number({"min":1,"max":1000})""",
        "random.weightedArrayElement" => """random.weightedArrayElement({"weights":[0.3,0.7],"data":["buy","rent"]})""",
        _ => name,
    };

    private static TemplateFunction Describe(string call)
    {
        var tag = "{{" + call + "}}";
        var dice = new Dice(Seed, TimeProvider.System);
        dice.StartRecord(1);
        return new(call.Split('(')[0], tag, Patterns.Compile(tag)(dice));
    }
}
