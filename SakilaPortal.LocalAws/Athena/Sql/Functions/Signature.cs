using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>A function's name, parameters and result, read from text such as <c>strpos(varchar, varchar) bigint</c>.</summary>
internal sealed record Signature(string Name, IReadOnlyList<TypePattern> Parameters, bool Variadic, TypePattern Result)
{
    public static Signature Parse(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = MatchingParenthesis(text, open);
        var inside = text[(open + 1)..close];
        var variadic = inside.EndsWith("...", StringComparison.Ordinal);
        var parameters = Split(variadic ? inside[..^3] : inside).Select(Pattern);
        return new(text[..open], [.. parameters], variadic, Pattern(text[(close + 1)..].Trim()));
    }

    public bool Takes(int count) => Variadic ? count >= Parameters.Count : count == Parameters.Count;

    /// <summary>The last parameter of a variadic function stands for all that follow.</summary>
    public TypePattern Parameter(int index) => Parameters[Math.Min(index, Parameters.Count - 1)];

    public override string ToString() => $"{Name}({string.Join(", ", Parameters)}{(Variadic ? ", ..." : "")})";

    private static TypePattern Pattern(string text)
    {
        if (text[0] == '$') return new ArgumentPattern(text, int.Parse(text[1..]));
        if (text.Length == 1 && char.IsUpper(text[0])) return new VariablePattern(text);
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return Simple(text);
        List<TypePattern> arguments = [.. Split(text[(open + 1)..^1]).Select(Pattern)];
        return text[..open] switch
        {
            "array" => new ArrayPattern(text, arguments[0]),
            "map" => new MapPattern(text, arguments[0], arguments[1]),
            "row" => new RowPattern(text, arguments),
            "function" => new LambdaPattern(text, arguments[..^1], arguments[^1]),
            var other => throw new FormatException($"The signature of a function uses an unknown type constructor, {other}."),
        };
    }

    private static TypePattern Simple(string text) => text switch
    {
        "varchar" => new FamilyPattern<VarcharType>(text, SqlType.Varchar),
        "decimal" => new FamilyPattern<DecimalType>(text, new DecimalType(38, 0)),
        "timestamp" => new FamilyPattern<TimestampType>(text, SqlType.Timestamp),
        "zoned" => new FamilyPattern<ZonedTimestampType>("timestamp with time zone", SqlType.ZonedTimestamp),
        "time" => new FamilyPattern<TimeType>(text, SqlType.Time),
        "interval-day" => new ExactPattern("interval day to second", SqlType.DayInterval),
        "interval-year" => new ExactPattern("interval year to month", SqlType.YearInterval),
        _ => new ExactPattern(text, TypeNames.Resolve(new(default, text, []))),
    };

    private static List<string> Split(string list)
    {
        List<string> parts = [];
        var (start, depth) = (0, 0);
        for (var i = 0; i < list.Length; i++)
        {
            if (list[i] == '(') depth++;
            else if (list[i] == ')') depth--;
            else if (list[i] == ',' && depth == 0)
            {
                parts.Add(list[start..i].Trim());
                start = i + 1;
            }
        }

        if (list.Length > 0) parts.Add(list[start..].Trim());
        return parts;
    }

    private static int MatchingParenthesis(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
            if (text[i] == '(') depth++;
            else if (text[i] == ')' && --depth == 0) return i;
        throw new FormatException($"The signature '{text}' lacks a parenthesis.");
    }
}
