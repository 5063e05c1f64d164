using System.Globalization;
using System.Text.RegularExpressions;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Glue;

/// <summary>
/// The filter of GetPartitions: comparisons, BETWEEN, IN, LIKE and IS NULL over partition keys, with NOT, AND, OR and parentheses
/// (https://docs.aws.amazon.com/glue/latest/webapi/API_GetPartitions.html). Keys of number types compare as numbers, others as text.
/// </summary>
internal sealed partial class PartitionExpression
{
    private readonly List<Column> keys;
    private readonly List<string> tokens;
    private readonly string text;
    private int at;

    private PartitionExpression(string text, List<Column> keys)
    {
        (this.text, this.keys) = (text, keys);
        tokens = [.. Token().Matches(text).Select(match => match.Value)];
        if (string.Concat(tokens).Length != text.Count(letter => !char.IsWhiteSpace(letter)) + tokens.Sum(token => token.Count(char.IsWhiteSpace)))
            throw Invalid("a letter that has no meaning here");
    }

    public static Func<IReadOnlyList<string>, bool> Parse(string? text, List<Column> keys)
    {
        if (string.IsNullOrWhiteSpace(text)) return _ => true;
        var parser = new PartitionExpression(text, keys);
        var filter = parser.Or();
        return parser.at == parser.tokens.Count ? filter : throw parser.Invalid($"'{parser.tokens[parser.at]}' where an end is expected");
    }

    private Func<IReadOnlyList<string>, bool> Or()
    {
        var left = And();
        while (Takes("OR"))
        {
            var (first, second) = (left, And());
            left = values => first(values) || second(values);
        }
        return left;
    }

    private Func<IReadOnlyList<string>, bool> And()
    {
        var left = Not();
        while (Takes("AND"))
        {
            var (first, second) = (left, Not());
            left = values => first(values) && second(values);
        }
        return left;
    }

    private Func<IReadOnlyList<string>, bool> Not()
    {
        if (!Takes("NOT")) return Primary();
        var inner = Not();
        return values => !inner(values);
    }

    private Func<IReadOnlyList<string>, bool> Primary()
    {
        if (Takes("("))
        {
            var inner = Or();
            Expect(")");
            return inner;
        }
        var name = Next().Trim('"', '`');
        var key = keys.FindIndex(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (key < 0) throw Invalid($"'{name}', which is no partition key of the table");
        var isNegated = Takes("NOT");
        var test = Test(IsNumber(keys[key].Type));
        return values => test(values[key]) != isNegated;
    }

    private Predicate<string> Test(bool isNumber)
    {
        int Compare(string value, string literal) => isNumber && decimal.TryParse(value, CultureInfo.InvariantCulture, out var number)
            ? number.CompareTo(decimal.Parse(literal, CultureInfo.InvariantCulture))
            : string.CompareOrdinal(value, literal);

        var operation = Next().ToUpperInvariant();
        switch (operation)
        {
            case "BETWEEN":
                var low = Literal(isNumber);
                Expect("AND");
                var high = Literal(isNumber);
                return value => Compare(value, low) >= 0 && Compare(value, high) <= 0;
            case "IN":
                Expect("(");
                List<string> members = [Literal(isNumber)];
                while (Takes(",")) members.Add(Literal(isNumber));
                Expect(")");
                return value => members.Exists(member => Compare(value, member) == 0);
            case "LIKE":
                var pattern = $"^{Regex.Escape(Literal(false)).Replace("%", ".*", StringComparison.Ordinal).Replace('_', '.')}$";
                return value => Regex.IsMatch(value, pattern, RegexOptions.Singleline | RegexOptions.NonBacktracking);
            case "IS":
                var isNegated = Takes("NOT");
                Expect("NULL");
                return value => (value == "__HIVE_DEFAULT_PARTITION__") != isNegated;
        }
        var literal = Literal(isNumber);
        return operation switch
        {
            "=" => value => Compare(value, literal) == 0,
            "!=" or "<>" => value => Compare(value, literal) != 0,
            "<" => value => Compare(value, literal) < 0,
            "<=" => value => Compare(value, literal) <= 0,
            ">" => value => Compare(value, literal) > 0,
            ">=" => value => Compare(value, literal) >= 0,
            _ => throw Invalid($"'{operation}' where a comparison is expected"),
        };
    }

    private string Literal(bool isNumber)
    {
        var token = Next();
        var literal = token is ['\'', .., '\''] ? token[1..^1].Replace("''", "'", StringComparison.Ordinal) : token;
        return isNumber && !decimal.TryParse(literal, CultureInfo.InvariantCulture, out _) ? throw Invalid($"{token} where a number is expected") : literal;
    }

    private static bool IsNumber(string? type) => type?.Split('(')[0].ToLowerInvariant() is "tinyint" or "smallint" or "int" or "integer" or "bigint" or "long" or "decimal";

    private bool Takes(string token)
    {
        if (at >= tokens.Count || !tokens[at].Equals(token, StringComparison.OrdinalIgnoreCase)) return false;
        at++;
        return true;
    }

    private void Expect(string token)
    {
        if (!Takes(token)) throw Invalid($"'{(at < tokens.Count ? tokens[at] : "the end")}' where {token} is expected");
    }

    private string Next() => at < tokens.Count ? tokens[at++] : throw Invalid("the end too early");
    private AwsException Invalid(string found) => new("InvalidInputException", $"The expression '{text}' has {found}.");

    [GeneratedRegex("""'(?:[^']|'')*'|"[^"]*"|`[^`]*`|<=|>=|<>|!=|[=<>(),]|[\w.+-]+""")]
    private static partial Regex Token();
}
