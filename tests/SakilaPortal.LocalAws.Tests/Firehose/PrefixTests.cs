using SakilaPortal.LocalAws.Firehose;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Tests.Firehose;

public sealed class PrefixTests
{
    private static readonly DateTimeOffset Time = new(2018, 8, 27, 10, 30, 5, 42, TimeSpan.Zero);

    /// <summary>Among them the examples of https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html.</summary>
    [Theory]
    [InlineData("", "2018/08/27/10/")]
    [InlineData("legacy/", "legacy/2018/08/27/10/")]
    [InlineData("streaming/!{timestamp:yyyy/MM/}", "streaming/2018/08/")]
    [InlineData("myPrefix/!{timestamp:yyyy}-!{timestamp:MM}/", "myPrefix/2018-08/")]
    [InlineData("!{timestamp:'year='yyyy'/month='MM/}", "year=2018/month=08/")]
    [InlineData("!{timestamp:yyyy-MM-dd'T'HH:mm:ss.SSS}", "2018-08-27T10:30:05.042")]
    [InlineData("!{timestamp:M/d/H/EEE/D}", "8/27/10/Mon/239")]
    public void ThePrefixIsEvaluated(string prefix, string expected) => Assert.Equal(expected, PrefixExpression.Evaluate(prefix, Time, TimeZoneInfo.Utc, null));

    [Fact]
    public void AnErrorPrefixNamesWhatWentWrong() =>
        Assert.Equal("processing-failed/2018/08/",
            PrefixExpression.Evaluate("!{firehose:error-output-type}/!{timestamp:yyyy/MM/}", Time, TimeZoneInfo.Utc, "processing-failed"));

    [Fact]
    public void ARandomStringHasElevenLetters() =>
        Assert.Matches("^[A-Za-z0-9]{11}/2018/08/27/10/$", PrefixExpression.Evaluate("!{firehose:random-string}/", Time, TimeZoneInfo.Utc, null));

    [Fact]
    public void AnotherTimeZoneMovesTheDay() => Assert.Equal("2018/08/28/",
        PrefixExpression.Evaluate("!{timestamp:yyyy/MM/dd/}", Time, TimeZoneInfo.CreateCustomTimeZone("far", TimeSpan.FromHours(14), "far", "far"), null));

    [Theory]
    [InlineData("!{firehose:error-output-type}/")]
    [InlineData("!{unknown:x}/")]
    [InlineData("!{timestamp:yyyy")]
    [InlineData("!{timestamp:qqq}")]
    public void AnExpressionThatMeansNothingIsRefused(string prefix) =>
        Assert.Throws<AwsException>(() => PrefixExpression.Evaluate(prefix, Time, TimeZoneInfo.Utc, null));
}
