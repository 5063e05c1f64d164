using System.Text;
using System.Text.Json;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Api.Partners.Templating;
using SakilaPortal.Api.Simulations;
using SakilaPortal.Api.Tests.Partners.Templating;

namespace SakilaPortal.Api.Tests.Simulations;

public class RecordMakerTests
{
    [Fact]
    public void EachRecordBeginsWithItsOwnIdAndHasNoLineBreak()
    {
        var (records, errors) = Make("{\n  \"a\": {{random.number(9)}}\n}", 41, 3);
        Assert.All(errors, Assert.Null);
        Assert.Equal([41, 42, 43], records.Select(record => int.Parse(Id(record).Split('-')[1])));
        Assert.All(records, record => Assert.Equal(0, record.Span.Count((byte)'\n')));
        Assert.All(records, record => Assert.StartsWith("""{"event_id":"abc-4""", Encoding.UTF8.GetString(record.Span)));
    }

    [Fact]
    public void AnEmptyRecordIsNamedToo() => Assert.Equal("abc-1", Id(Make("{}", 1, 1).Records.Single()));

    [Fact]
    public void ARecordThatObeysNoRulesIsKeptBackWithTheReason()
    {
        var (records, errors) = Make("""{"a": {{random.arrayElement([1, "x"])}}}""", 1, 200);
        var refused = Enumerable.Range(0, 200).Where(index => errors[index] is not null).ToArray();
        Assert.InRange(refused.Length, 60, 140);
        Assert.All(refused, index => Assert.Contains("not valid JSON", errors[index]));
        Assert.All(refused, index => Assert.Equal(0, records[index].Length));
    }

    private static (ReadOnlyMemory<byte>[] Records, string?[] Errors) Make(string template, long first, int count, PartnerEventRules? rules = null) =>
        new RecordMaker("abc", RecordTemplate.Parse(template).Template!, rules, 1, Rendering.Clock).Make(first, count);

    private static string Id(ReadOnlyMemory<byte> record) => JsonDocument.Parse(record).RootElement.GetProperty("event_id").GetString()!;
}
