namespace SakilaPortal.Api.Partners.Templating.Modules;

internal static class NameModule
{
    public static readonly Dictionary<string, FakeFunction> Functions = new()
    {
        ["firstName"] = arguments => ByGender(arguments, 0, "name.male", "name.female"),
        ["prefix"] = arguments => ByGender(arguments, 0, "prefix.male", "prefix.female"),
        ["gender"] = arguments => WordLists.Choose(arguments.Flag(0) ? "gender.two" : "gender.many"),
        ["findName"] = FullName,
        ["fullName"] = FullName,
    };

    // Gender is 0 or "male", 1 or "female", else either.
    private static Generate ByGender(Arguments arguments, int index, string male, string female) => arguments.Text(index)?.ToLowerInvariant() switch
    {
        "0" or "male" => WordLists.Choose(male),
        "1" or "female" => WordLists.Choose(female),
        _ => dice => dice.Pick(WordLists.Of(dice.Coin() ? male : female)),
    };

    private static Generate FullName(Arguments arguments)
    {
        var first = arguments.Text(0) is { } givenFirst ? _ => givenFirst : ByGender(arguments, 2, "name.male", "name.female");
        var last = arguments.Text(1) is { } givenLast ? _ => givenLast : WordLists.Choose("name.lastName");
        var (prefix, suffix) = (ByGender(arguments, 2, "prefix.male", "prefix.female"), WordLists.Choose("name.suffix"));
        return dice => dice.Integer(0, 8) switch
        {
            0 => $"{prefix(dice)} {first(dice)} {last(dice)}",
            1 => $"{first(dice)} {last(dice)} {suffix(dice)}",
            _ => $"{first(dice)} {last(dice)}",
        };
    }
}
