using SakilaPortal.Pipeline.Catalog.Events;

namespace SakilaPortal.Pipeline.Tests.Catalog;

public sealed class PartnerEventTests
{
    private const string Valid = """
        {"event_id":"e1","timestamp":"2026-07-04T10:11:12+01:00","eventType":"rent","film_id":7,"distributor":"amazon prime","platform":"ios","state":"New York"}
        """;

    [Fact]
    public void AnEventIsReadAsItIs() => Assert.Equal(
        new("e1", "2026-07-04T10:11:12+01:00", "rent", 7, "amazon prime", "ios", "New York"), PartnerEvent.Parse(Valid));

    [Fact]
    public void AnEventMayHaveNoId() => Assert.Null(PartnerEvent.Parse(Valid.Replace("\"event_id\":\"e1\",", "")).EventId);

    [Theory]
    [InlineData("2026-07-04T10:11:12Z")]
    [InlineData("2026-07-04T10:11:12.123-0530")]
    public void ATimestampIsKeptAsItCame(string timestamp) =>
        Assert.Equal(timestamp, PartnerEvent.Parse(Valid.Replace("2026-07-04T10:11:12+01:00", timestamp)).Timestamp);

    [Theory]
    [InlineData("not json", "JSON")]
    [InlineData("[1]", "JSON object")]
    [InlineData("{} {}", "JSON")]
    [InlineData("{}", "timestamp")]
    public void ALineThatIsNoEventIsRefusedWithTheReason(string line, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => PartnerEvent.Parse(line)).Message);

    [Fact]
    public void OnlyValidEventsTellOtherFields()
    {
        var others = new HashSet<string>();
        PartnerEvent.Parse(Valid.Replace("{", "{\"Campaign\":1,"), others);
        Assert.Throws<FormatException>(() => PartnerEvent.Parse(Valid.Replace("{", "{\"odd\":1,").Replace(":7", ":0"), others));
        Assert.Equal(["campaign"], others);
    }

    [Theory]
    [InlineData("\"e1\"", "5", "event_id")]
    [InlineData("+01:00", "", "timestamp")]
    [InlineData("07-04T", "13-04T", "timestamp")]
    [InlineData("rent", "stream", "eventType")]
    [InlineData("\"film_id\":7", "\"film_id\":0", "film_id")]
    [InlineData("\"film_id\":7", "\"film_id\":\"7\"", "film_id")]
    [InlineData("\"film_id\":7", "\"film_id\":7.5", "film_id")]
    [InlineData("amazon prime", " ", "distributor")]
    [InlineData("\"platform\":\"ios\"", "\"platform\":null", "platform")]
    [InlineData("New York", "Ontario", "state")]
    public void AFieldThatIsNotValidIsNamed(string was, string becomes, string field) =>
        Assert.StartsWith(field, Assert.Throws<FormatException>(() => PartnerEvent.Parse(Valid.Replace(was, becomes))).Message);
}
