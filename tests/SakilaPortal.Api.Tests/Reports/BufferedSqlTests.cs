using System.Globalization;
using System.Text;
using SakilaPortal.Api.Reports.Buffered;

namespace SakilaPortal.Api.Tests.Reports;

/// <summary>How buffered events get into the text of a query.</summary>
public sealed class BufferedSqlTests
{
    private static readonly DateTime Now = new(2026, 7, 4, 10, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("SELECT nope FROM streaming_films", "nope", 1, 8)]
    [InlineData("/* Why. */ SELECT\n  nope\nFROM curatedzonedb.streaming_films s", "nope", 2, 3)]
    [InlineData("-- Why.\nWITH a AS (\n SELECT nope FROM \"curatedzonedb\" . streaming_films) SELECT * FROM a", "nope", 3, 9)]
    [InlineData("WITH RECURSIVE a (n) AS (SELECT 1) SELECT nope FROM awsdatacatalog.curatedzonedb.streaming_films", "nope", 1, 43)]
    public void APlaceIsFoundAgainInTheReportsOwnText(string sql, string word, int line, int column)
    {
        var text = BufferedSql.Include(sql, "then", Now, [Event(1)]).Text;
        var at = text.IndexOf(word, StringComparison.Ordinal);
        var place = (text.AsSpan(0, at).Count('\n') + 1, at - text.LastIndexOf('\n', at));

        Assert.Equal((line, column), BufferedSql.PlaceIn(sql, place.Item1, place.Item2));
    }

    [Theory]
    [InlineData("SELECT 1 FROM curatedzonedb.streaming_films", true, false)]
    [InlineData("SELECT 1 FROM landingzonedb.streaming_films", false, false)]
    [InlineData("SELECT 'streaming_films' FROM probe", false, false)]
    [InlineData("WITH streaming_films AS (SELECT 1 FROM probe) SELECT * FROM streaming_films", true, true)]
    [InlineData("WITH a AS (SELECT 1 x), streaming_films (x) AS (SELECT 1) SELECT * FROM a", true, true)]
    [InlineData("SELECT count(*) FROM Streaming_Films AS s", true, false)]
    public void ATextSaysWhetherEventsCanBeAdded(string sql, bool reads, bool hasOwn) =>
        Assert.Equal((reads, hasOwn), (BufferedSql.ReadsEvents(sql, "curatedzonedb"), BufferedSql.HasOwn(sql)));

    [Fact]
    public void AsManyEventsAsAQueryHoldsAreIncludedFromTheOldestOn()
    {
        var (text, included) = BufferedSql.Include("SELECT count(*) FROM streaming_films", "then", Now, Enumerable.Range(1, 20_000).Select(Event));

        Assert.InRange(included, 8_000, 19_999);
        Assert.InRange(Encoding.UTF8.GetByteCount(text), BufferedSql.LongestQuery - 200, BufferedSql.LongestQuery);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $",{included},"), text, StringComparison.Ordinal);
        Assert.DoesNotContain(string.Create(CultureInfo.InvariantCulture, $",{included + 1},"), text, StringComparison.Ordinal);
    }

    [Fact]
    public void RecordsAreTakenToHaveComeEvenlyBetweenTwoMoments()
    {
        var times = new RecordTimes([new(Now, 0), new(Now.AddSeconds(10), 100), new(Now.AddSeconds(12), 100), new(Now.AddSeconds(20), 300)], TimeZoneInfo.Utc);
        Assert.Equal([0.1, 5, 10, 16, 20, 20], new long[] { 1, 50, 100, 200, 300, 999 }.Select(number => (times.Of(number) - Now).TotalSeconds));
    }

    private static BufferedEvent Event(int number) => new(
        $"0123456789abcdef0123456789abcdef-{number}", $"2026-07-04T10:{number / 600 % 60:D2}:{number / 10 % 60:D2}+00:00", "rent", number % 1000 + 1, "vudo", "smart tv", "Ohio");
}
