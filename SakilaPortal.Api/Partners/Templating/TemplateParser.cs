using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SakilaPortal.Api.Partners.Templating;

/// <summary>A part of a template: text as it stands, or a call.</summary>
/// <param name="Offset">Where it starts in the template.</param>
internal readonly record struct TemplatePart(int Offset, string Text, Generate? Call);

/// <summary>
/// Splits a template at its tags, <c>{{module.function(arguments)}}</c>, and binds them. It goes on after a problem, so that a person
/// sees all of them at once.
/// </summary>
internal sealed partial class TemplateParser(string body)
{
    private readonly List<TemplatePart> parts = [];
    private readonly List<TemplateException> problems = [];

    public static (IReadOnlyList<TemplatePart> Parts, IReadOnlyList<TemplateException> Problems) Parse(string body)
    {
        var parser = new TemplateParser(body);
        parser.Parse();
        return (parser.parts, parser.problems);
    }

    private void Parse()
    {
        var position = 0;
        while (FindTag(position) is var open and >= 0)
        {
            AddText(position, open);
            try
            {
                position = ReadTag(open);
            }
            catch (TemplateException problem)
            {
                problems.Add(problem);
                var close = body.IndexOf("}}", Math.Max(problem.Offset, open), StringComparison.Ordinal);
                position = close < 0 ? body.Length : close + 2;
            }
        }
        AddText(position, body.Length);
    }

    // In {{{ the first brace is JSON's own.
    private int FindTag(int from)
    {
        var open = body.IndexOf("{{", from, StringComparison.Ordinal);
        while (open >= 0 && open + 2 < body.Length && body[open + 2] == '{')
            open++;
        return open;
    }

    private void AddText(int from, int to)
    {
        if (to > from)
            parts.Add(new(from, body[from..to], null));
    }

    private int ReadTag(int open)
    {
        var match = TagName().Match(body, open + 2);
        if (!match.Success)
            throw new TemplateException(open, "After {{ the name of a module and a function is expected, such as {{date.now}}.");

        var start = match.Groups[1].Index;
        var function = FakeFunctions.Find(match.Groups[1].Value, match.Groups[2].Value, start);
        var reader = new LiteralReader(body, match.Index + match.Length);
        var call = Bind(function, reader.TryTake('(') ? ReadArguments(reader, start) : new(start, []), start);
        reader.SkipSpace();
        if (!body.AsSpan(reader.Position).StartsWith("}}"))
            throw new TemplateException(reader.Position, "Here }} is expected, which closes the tag.");
        parts.Add(new(open, body[open..(reader.Position + 2)], call));
        return reader.Position + 2;
    }

    // What a function does not foresee of its arguments is a problem of the template too, now or when a record is made.
    private static Generate Bind(FakeFunction function, Arguments arguments, int start)
    {
        try
        {
            var generate = function(arguments);
            return dice =>
            {
                try
                {
                    return generate(dice);
                }
                catch (Exception fault) when (IsOfArguments(fault))
                {
                    throw Unsuited(fault, start);
                }
            };
        }
        catch (Exception fault) when (IsOfArguments(fault))
        {
            throw Unsuited(fault, start);
        }
    }

    private static bool IsOfArguments(Exception fault) => fault is ArgumentException or ArithmeticException or FormatException or InvalidOperationException;

    private static TemplateException Unsuited(Exception fault, int start) => new(start, $"This function cannot work with these arguments: {fault.Message}");

    private Arguments ReadArguments(LiteralReader reader, int start)
    {
        var open = reader.Position;
        try
        {
            return new(start, ReadValues(reader));
        }
        catch (TemplateException unreadable) when (BareText().Match(body, open) is { Success: true } bare)
        {
            reader.Position = bare.Index + bare.Length;
            return new(start, [(bare.Groups[1].Index, JsonValue.Create(bare.Groups[1].Value))], unreadable);
        }
    }

    private static List<(int Offset, JsonNode? Value)> ReadValues(LiteralReader reader)
    {
        var values = new List<(int, JsonNode?)>();
        while (!reader.TryTake(')'))
        {
            if (values.Count > 0 && !reader.TryTake(','))
                throw new TemplateException(reader.Position, "Here , or ) is expected.");
            reader.SkipSpace();
            values.Add((reader.Position, reader.ReadValue()));
        }
        return values;
    }

    [GeneratedRegex(@"\G\s*([A-Za-z_]\w*)\s*\.\s*([A-Za-z_]\w*)\s*")]
    private static partial Regex TagName();

    // The generator takes an argument that is no JSON as a text, up to the bracket before }}.
    [GeneratedRegex(@"\G\s*([^\s""'\[{](?:(?!\}\}).)*?)\s*\)(?=\s*\}\})", RegexOptions.Singleline)]
    private static partial Regex BareText();
}
