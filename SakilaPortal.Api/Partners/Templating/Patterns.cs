namespace SakilaPortal.Api.Partners.Templating;

/// <summary>Texts with places that are filled by chance.</summary>
internal static class Patterns
{
    public const string Digits = "0123456789";
    public const string Letters = "abcdefghijklmnopqrstuvwxyz";
    public const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>A text with tags, such as <c>{{name.firstName}} {{name.lastName}}</c>.</summary>
    public static Generate Compile(string pattern)
    {
        var (parts, problems) = TemplateParser.Parse(pattern);
        return problems.Count > 0
            ? throw problems[0]
            : dice => string.Concat(parts.Select(part => part.Call is null ? part.Text : part.Call(dice)));
    }

    /// <summary>Puts a digit for #, a digit of 2–9 for !, a capital for ?, and a capital or digit for *.</summary>
    public static string FillSymbols(Dice dice, string pattern) =>
        string.Create(pattern.Length, (dice, pattern), static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = from.pattern[i] switch
                {
                    '#' => Digits[(int)from.dice.Integer(0, 9)],
                    '!' => Digits[(int)from.dice.Integer(2, 9)],
                    '?' => Capitals[(int)from.dice.Integer(0, 25)],
                    '*' when from.dice.Coin() => Capitals[(int)from.dice.Integer(0, 25)],
                    '*' => Digits[(int)from.dice.Integer(0, 9)],
                    var other => other,
                };
            }
        });
}
