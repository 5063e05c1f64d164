namespace SakilaPortal.Api.Partners.Templating.Modules;

internal static class InternetModule
{
    private const string Consonants = "bcdfghjklmnpqrstvwxz";
    private const string Vowels = "aeiou";

    public static readonly Dictionary<string, FakeFunction> Functions = new()
    {
        ["userName"] = UserName,
        ["email"] = arguments => Email(arguments, arguments.Text(2) is { } provider ? _ => provider : WordLists.Choose("provider")),
        ["exampleEmail"] = arguments => Email(arguments, _ => "example.com"),
        ["domainWord"] = _ => DomainWord,
        ["domainName"] = _ => DomainName,
        ["url"] = _ => dice => $"{(dice.Coin() ? "http" : "https")}://{DomainName(dice)}",
        ["ip"] = _ => dice => string.Join('.', Enumerable.Range(0, 4).Select(_ => dice.Integer(0, 255))),
        ["ipv6"] = _ => dice => string.Join(':', Enumerable.Range(0, 8).Select(_ => dice.Characters("0123456789abcdef", 4))),
        ["port"] = _ => dice => $"{dice.Integer(0, 65_535)}",
        ["color"] = Color,
        ["mac"] = Mac,
        ["password"] = Password,
    };

    private static Generate UserName(Arguments arguments)
    {
        var first = arguments.Text(0) is { } givenFirst ? _ => givenFirst : NameModule.Functions["firstName"](Arguments.None);
        var last = arguments.Text(1) is { } givenLast ? _ => givenLast : WordLists.Choose("name.lastName");
        return dice => HelpersModule.Slug(dice.Integer(0, 2) switch
        {
            0 => $"{first(dice)}{dice.Integer(0, 99)}",
            1 => $"{first(dice)}{(dice.Coin() ? '.' : '_')}{last(dice)}",
            _ => $"{first(dice)}{(dice.Coin() ? '.' : '_')}{last(dice)}{dice.Integer(0, 99)}",
        });
    }

    private static Generate Email(Arguments arguments, Generate provider)
    {
        var user = UserName(arguments);
        return dice => $"{user(dice)}@{provider(dice)}";
    }

    private static string DomainWord(Dice dice) => dice.Pick(WordLists.Of("name.lastName")).ToLowerInvariant();

    private static string DomainName(Dice dice) => $"{DomainWord(dice)}.{dice.Pick(WordLists.Of("internet.domainSuffix"))}";

    // Each part is drawn towards the base colour given.
    private static Generate Color(Arguments arguments)
    {
        var (red, green, blue) = (arguments.Count(0, 0), arguments.Count(1, 0), arguments.Count(2, 0));
        return dice => $"#{Part(dice, red):x2}{Part(dice, green):x2}{Part(dice, blue):x2}";
    }

    private static long Part(Dice dice, int toward) => (dice.Integer(0, 255) + Math.Min(toward, 255)) / 2;

    private static Generate Mac(Arguments arguments)
    {
        var separator = arguments.Text(0) ?? ":";
        return dice => string.Join(separator, Enumerable.Range(0, 6).Select(_ => $"{dice.Integer(0, 255):x2}"));
    }

    // Arguments: length, memorable (consonants and vowels in turn), pattern (a class such as [a-z]), prefix.
    private static Generate Password(Arguments arguments)
    {
        var (length, memorable, prefix) = (arguments.Count(0, 15), arguments.Flag(1), arguments.Text(3) ?? "");
        var alphabet = arguments.Text(2)?.Trim('/') switch
        {
            null or "\\w" or "[\\w]" => Patterns.Letters + Patterns.Capitals + Patterns.Digits + "_",
            "\\d" or "[0-9]" => Patterns.Digits,
            "[a-z]" => Patterns.Letters,
            "[A-Z]" => Patterns.Capitals,
            "[a-zA-Z]" or "[A-Za-z]" => Patterns.Letters + Patterns.Capitals,
            var other => throw arguments.Problem(2, $"The pattern {other} is not known; use \\w, \\d, [a-z], [A-Z] or [a-zA-Z]."),
        };
        return dice => prefix + (memorable
            ? string.Concat(Enumerable.Range(0, length).Select(i => dice.Characters(i % 2 == 0 ? Consonants : Vowels, 1)))
            : dice.Characters(alphabet, length));
    }
}
