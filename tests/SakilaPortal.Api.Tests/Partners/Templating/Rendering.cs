using System.Buffers;
using System.Text;
using SakilaPortal.Api.Partners.Templating;

namespace SakilaPortal.Api.Tests.Partners.Templating;

/// <summary>Renders templates in tests, at a fixed time.</summary>
internal static class Rendering
{
    public static readonly TimeProvider Clock = new FixedClock(new DateTimeOffset(2010, 2, 14, 15, 25, 50, 125, TimeSpan.FromHours(-5)));

    public static string Render(string body, long seed = 1, long number = 1) => RenderMany(body, 1, seed, number).Single();

    public static IReadOnlyList<string> RenderMany(string body, int count, long seed = 1, long first = 1)
    {
        var (template, problems) = RecordTemplate.Parse(body);
        Assert.True(template is not null, string.Join('\n', problems));
        var dice = new Dice(seed, Clock);
        var buffer = new ArrayBufferWriter<byte>();
        var records = new List<string>();
        for (var number = first; number < first + count; number++)
        {
            dice.StartRecord(number);
            buffer.ResetWrittenCount();
            template.Render(dice, buffer);
            records.Add(Encoding.UTF8.GetString(buffer.WrittenSpan));
        }
        return records;
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("test", now.Offset, "test", "test");

        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
