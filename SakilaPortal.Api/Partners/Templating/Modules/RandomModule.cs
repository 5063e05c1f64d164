using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace SakilaPortal.Api.Partners.Templating.Modules;

internal static class RandomModule
{
    public static readonly Dictionary<string, FakeFunction> Functions = new()
    {
        ["number"] = arguments => Number(arguments, precision: 1),
        ["float"] = arguments => Number(arguments, precision: 0.01m),
        ["bigInt"] = arguments => Number(arguments, precision: 1, otherwise: 999_999_999_999_999),
        ["boolean"] = _ => dice => dice.Coin() ? "true" : "false",
        ["uuid"] = _ => Uuid,
        ["datetime"] = _ => dice => DateModule.Iso(DateTimeOffset.FromUnixTimeMilliseconds(dice.Integer(631_152_000_000, 4_102_444_800_000))),
        ["alpha"] = arguments => Characters(arguments, arguments.FlagOption("upcase") ? Patterns.Capitals : Patterns.Letters),
        ["alphaNumeric"] = arguments => Characters(arguments, Patterns.Digits + Patterns.Letters),
        ["hexaDecimal"] = Hexadecimal,
        ["string"] = arguments => Characters(arguments, Patterns.Letters + Patterns.Capitals + Patterns.Digits, otherwise: 10),
        ["arrayElement"] = arguments => Element(arguments.Has(0) ? arguments.Array(0) : ["a", "b", "c"]),
        ["arrayElements"] = Elements,
        ["objectElement"] = ObjectElement,
        ["weightedArrayElement"] = WeightedElement,
        ["words"] = Words,
        ["image"] = ImageModule.Random,
    };

    /// <summary>Chooses one of these values.</summary>
    public static Generate Element(JsonArray array)
    {
        string[] choices = [.. array.Select(Arguments.Display)];
        return dice => dice.Pick(choices);
    }

    private static Generate Number(Arguments arguments, decimal precision, double otherwise = 99_999)
    {
        // A bare number is the most for random.number, the precision for random.float.
        var isFloat = precision != 1;
        var alone = arguments.IsNumber(0) ? arguments.Number(0, 0) : (double?)null;
        var range = new NumberRange(
            arguments.Option("min", 0),
            arguments.Option("max", !isFloat && alone is { } most ? most : otherwise),
            arguments.Option("precision", isFloat && alone is { } step ? step : (double)precision));
        return range.Problem is { } problem ? throw arguments.Problem(0, problem) : range.Generate;
    }

    private static string Uuid(Dice dice)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, dice.Integer(long.MinValue, long.MaxValue));
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], dice.Integer(long.MinValue, long.MaxValue));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    private static Generate Characters(Arguments arguments, string alphabet, int otherwise = 1)
    {
        var count = arguments.Options() is null ? arguments.Count(0, otherwise) : arguments.CountOption("count", otherwise);
        return dice => dice.Characters(alphabet, count);
    }

    private static Generate Hexadecimal(Arguments arguments)
    {
        var count = arguments.Count(0, 1);
        return dice => "0x" + dice.Characters("0123456789abcdef", count);
    }

    private static Generate Elements(Arguments arguments)
    {
        string[] choices = arguments.Has(0) ? [.. arguments.Array(0).Select(Arguments.Display)] : ["a", "b", "c"];
        var count = arguments.Has(1) ? Math.Min(arguments.Count(1, 1), choices.Length) : (int?)null;
        return dice => string.Join(',', Shuffled(dice, choices).Take(count ?? (int)dice.Integer(1, choices.Length)));
    }

    public static string[] Shuffled(Dice dice, string[] choices)
    {
        var copy = choices.ToArray();
        for (var last = copy.Length - 1; last > 0; last--)
        {
            var other = (int)dice.Integer(0, last);
            (copy[last], copy[other]) = (copy[other], copy[last]);
        }
        return copy;
    }

    private static Generate ObjectElement(Arguments arguments)
    {
        var members = arguments.Options() ?? new JsonObject { ["foo"] = "bar", ["too"] = "car" };
        if (members.Count == 0)
            throw arguments.Problem(0, "Here an object with at least one member is expected.");
        return Element(arguments.Text(1) == "key"
            ? [.. members.Select(member => JsonValue.Create(member.Key))]
            : [.. members.Select(member => member.Value?.DeepClone())]);
    }

    private static Generate WeightedElement(Arguments arguments)
    {
        const string expected = "Here {\"weights\": [0.3, 0.7], \"data\": [\"a\", \"b\"]} is expected, with a weight, 0 or more, for each of the data.";
        var options = arguments.Has(0) ? arguments.Options() : new JsonObject { ["weights"] = new JsonArray(0.5, 0.5), ["data"] = new JsonArray("dog", "cat") };
        if (options?["weights"] is not JsonArray weights || options["data"] is not JsonArray { Count: > 0 } data)
            throw arguments.Problem(0, expected);
        if (weights.Count != data.Count)
            throw arguments.Problem(0, $"There are {weights.Count} weights for {data.Count} data; each of the data needs one weight.");

        double[] shares = [.. weights.Select(weight => weight is JsonValue value && value.TryGetValue(out double share) && share >= 0 ? share : double.NaN)];
        var total = shares.Sum();
        if (!double.IsFinite(total) || total <= 0)
            throw arguments.Problem(0, expected);

        string[] choices = [.. data.Select(Arguments.Display)];
        return dice =>
        {
            var left = dice.Fraction() * total;
            var chosen = 0;
            while (chosen < choices.Length - 1 && (left -= shares[chosen]) >= 0)
                chosen++;
            return choices[chosen];
        };
    }

    private static Generate Words(Arguments arguments)
    {
        var word = WordLists.Choose("random.word");
        var count = arguments.Has(0) ? arguments.Count(0, 1) : (int?)null;
        return dice => string.Join(' ', Enumerable.Range(0, count ?? (int)dice.Integer(1, 3)).Select(_ => word(dice)));
    }
}
