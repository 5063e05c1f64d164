using System.Buffers;
using System.Text;
using System.Text.Json;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Api.Partners.Templating;

namespace SakilaPortal.Api.Simulations;

/// <summary>Makes the numbered records of one simulation, each checked before it is sent.</summary>
/// <param name="madeAt">When a record was made, by its number, where one is made again; now, unless given.</param>
internal sealed class RecordMaker(
    string simulationId, RecordTemplate template, PartnerEventRules? rules, long seed, TimeProvider clock, Timeline? timeline = null, FaultInjection? faults = null,
    Func<long, DateTimeOffset>? madeAt = null)
{
    /// <summary>Records <paramref name="first"/> and on, and for each why it must not be sent, or null.</summary>
    public (ReadOnlyMemory<byte>[] Records, string?[] Errors) Make(long first, int count)
    {
        var dice = new Dice(seed, clock, timeline is null ? null : timeline.TimeOf, madeAt);
        var rendered = new ArrayBufferWriter<byte>(512);
        var lines = new ArrayBufferWriter<byte>(512 * count);
        var (ends, errors) = (new int[count], new string?[count]);
        var problems = new List<RecordProblem>();
        for (var i = 0; i < count; i++)
        {
            errors[i] = Render(dice, first + i, rendered, problems);
            if (errors[i] is null)
                WriteLine(first + i, rendered.WrittenSpan, lines);
            ends[i] = lines.WrittenCount;
        }
        return ([.. ends.Select((end, i) => lines.WrittenMemory[(i == 0 ? 0 : ends[i - 1])..end])], errors);
    }

    private string? Render(Dice dice, long number, ArrayBufferWriter<byte> rendered, List<RecordProblem> problems)
    {
        rendered.ResetWrittenCount();
        problems.Clear();
        var late = faults?.Lateness(number) ?? default;
        dice.StartRecord(number, late);
        try
        {
            template.Render(dice, rendered);
        }
        catch (TemplateException tooLarge)
        {
            return tooLarge.Message;
        }
        RecordCheck.Check(rendered.WrittenSpan, rules, problems);
        if (problems.Count > 0)
            return problems[0].Message;
        if (late > TimeSpan.Zero && dice.HasReadClock)
            faults!.CountLate();
        return null;
    }

    // The checked record begins with {; the event's id becomes its first field.
    private void WriteLine(long number, ReadOnlySpan<byte> record, ArrayBufferWriter<byte> lines)
    {
        Encoding.UTF8.GetBytes($$"""{"event_id":"{{simulationId}}-{{number}}""", lines);
        lines.Write(IsEmpty(record) ? "\""u8 : "\","u8);
        lines.Write(record[1..]);
    }

    private static bool IsEmpty(ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record);
        return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.EndObject;
    }
}
