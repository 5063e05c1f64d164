using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace SakilaPortal.Api.Partners.Events;

/// <summary>What is wrong with a record.</summary>
/// <param name="Offset">The byte where it is wrong.</param>
internal readonly record struct RecordProblem(long Offset, string Message);

/// <summary>A record is one JSON object; one of the stream of partner events obeys the rules of a partner event as well.</summary>
internal static class RecordCheck
{
    /// <summary>
    /// What one record of Firehose may hold, less room for an event's id: https://docs.aws.amazon.com/firehose/latest/dev/limits.html
    /// </summary>
    public const int LargestRecord = 1000 * 1024 - 256;

    private const int LongestQuote = 40;

    public static void Check(ReadOnlySpan<byte> json, PartnerEventRules? rules, List<RecordProblem> problems)
    {
        if (json.Length > LargestRecord)
            problems.Add(new(0, $"The record has {json.Length:N0} bytes; at most {LargestRecord:N0} are possible."));
        try
        {
            var reader = new Utf8JsonReader(json);
            if (ReadObject(ref reader, json, problems))
                rules?.Check(json, problems);
        }
        catch (JsonException unreadable)
        {
            problems.Add(new(OffsetOf(json, unreadable), $"The record is not valid JSON here: {Plain(unreadable.Message)}"));
        }
    }

    private static bool ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, List<RecordProblem> problems)
    {
        if (!json.ContainsAnyExcept(" \t\r\n"u8))
        {
            problems.Add(new(0, "The record is empty; it must be one JSON object."));
            return false;
        }
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            problems.Add(new(reader.TokenStartIndex, "The record must be one JSON object and so begin with {."));
            return false;
        }
        do
        {
            reader.Read();
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || IsText(ref reader))
                continue;
            problems.Add(new(reader.TokenStartIndex,
                $"\"{Short(reader.ValueSpan)}\" is no text: it has half of a surrogate pair, such as \\ud800 alone, or bytes that are no UTF-8."));
            return false;
        }
        while (reader.CurrentDepth > 0);
        var end = (int)reader.BytesConsumed;
        var stray = json[end..].IndexOfAnyExcept(" \t\r\n"u8);
        if (stray < 0)
            return true;
        problems.Add(new(end + stray, $"The record must be one JSON object, but '{FirstCharacter(json[(end + stray)..])}' stands after its end; remove it."));
        return false;
    }

    // An escape may stand for half of a character, which no text can hold and no reader would take.
    private static bool IsText(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return Utf8.IsValid(reader.ValueSpan);
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Short(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, LongestQuote)]);

    private static string FirstCharacter(ReadOnlySpan<byte> utf8)
    {
        Rune.DecodeFromUtf8(utf8, out var character, out _);
        return character.ToString();
    }

    private static long OffsetOf(ReadOnlySpan<byte> json, JsonException unreadable)
    {
        var offset = 0;
        for (var line = unreadable.LineNumber ?? 0; line > 0; line--)
            offset += json[offset..].IndexOf((byte)'\n') + 1;
        return offset + (unreadable.BytePositionInLine ?? 0);
    }

    // The reader's message ends with a place in the rendered record, which helps nobody.
    private static string Plain(string message) => message.Split(" LineNumber:")[0];
}
