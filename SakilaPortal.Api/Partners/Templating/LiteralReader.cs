using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SakilaPortal.Api.Partners.Templating;

/// <summary>
/// Reads the arguments of a call: JSON, and what JavaScript allows beyond it (single quotes, names without quotes, a last comma).
/// </summary>
internal sealed class LiteralReader(string text, int start)
{
    private const int DeepestNesting = 64;

    private int depth;

    public int Position { get; set; } = start;

    public void SkipSpace()
    {
        while (Position < text.Length && char.IsWhiteSpace(text[Position]))
            Position++;
    }

    public bool TryTake(char expected)
    {
        SkipSpace();
        if (Position >= text.Length || text[Position] != expected)
            return false;
        Position++;
        return true;
    }

    public JsonNode? ReadValue()
    {
        SkipSpace();
        if (++depth > DeepestNesting)
            throw Problem($"Arguments can be nested {DeepestNesting} deep, not more.");
        JsonNode? value = Peek() switch
        {
            '{' => ReadObject(),
            '[' => ReadArray(),
            '"' or '\'' => JsonValue.Create(ReadString()),
            '-' or '+' or '.' or (>= '0' and <= '9') => ReadNumber(),
            _ => ReadKeyword(),
        };
        depth--;
        return value;
    }

    private JsonObject ReadObject()
    {
        var members = new JsonObject();
        for (Position++; !TryTake('}'); Separate('}'))
        {
            SkipSpace();
            var name = Peek() is '"' or '\'' ? ReadString() : ReadName();
            if (name.Length == 0)
                throw Problem("Here a name, such as \"min\", or } is expected.");
            if (!TryTake(':'))
                throw Problem($"After the name \"{name}\" a : is expected.");
            members[name] = ReadValue();
        }
        return members;
    }

    private JsonArray ReadArray()
    {
        var items = new JsonArray();
        for (Position++; !TryTake(']'); Separate(']'))
            items.Add(ReadValue());
        return items;
    }

    // Between two members stands a comma; the last may have one too.
    private void Separate(char end)
    {
        if (!TryTake(',') && Peek() != end)
            throw Problem($"Here , or {end} is expected.");
    }

    private string ReadString()
    {
        var begin = Position;
        var quote = text[Position++];
        var value = new StringBuilder();
        while (Peek() != quote)
        {
            if (Position >= text.Length)
                throw new TemplateException(begin, $"The text that starts here has no closing {quote}.");
            value.Append(text[Position] == '\\' ? ReadEscape() : text[Position++]);
        }
        Position++;
        return value.ToString();
    }

    private char ReadEscape()
    {
        Position++;
        var code = Peek();
        Position++;
        return code switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            'u' => ReadUnicode(),
            _ => code,
        };
    }

    private char ReadUnicode()
    {
        if (Position + 4 > text.Length || !ushort.TryParse(text.AsSpan(Position, 4), NumberStyles.HexNumber, null, out var code))
            throw Problem("After \\u four hexadecimal digits are expected.");
        Position += 4;
        return (char)code;
    }

    private JsonValue ReadNumber()
    {
        var begin = Position;
        while (Peek() is '-' or '+' or '.' or 'e' or 'E' or (>= '0' and <= '9'))
            Position++;
        var digits = text.AsSpan(begin, Position - begin);
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? JsonValue.Create(number)
            : throw new TemplateException(begin, $"\"{digits}\" is not a number.");
    }

    private JsonValue? ReadKeyword()
    {
        var begin = Position;
        return ReadName() switch
        {
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            "null" or "undefined" => null,
            _ => throw new TemplateException(begin, "Here a number, a text in quotes, true, false, [ or { is expected."),
        };
    }

    private string ReadName()
    {
        var begin = Position;
        while (char.IsLetterOrDigit(Peek()) || Peek() is '_' or '$')
            Position++;
        return text[begin..Position];
    }

    private char Peek() => Position < text.Length ? text[Position] : '\0';

    private TemplateException Problem(string message) => new(Position, message);
}
