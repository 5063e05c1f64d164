using System.Text.Json;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Api.Partners.Templates;
using SakilaPortal.Api.Tests.Partners.Templating;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.TestSupport;

namespace SakilaPortal.Api.Tests.Partners.Templates;

public class PreviewTests
{
    private const string Event = """
        {
          "timestamp": "{{date.now}}",
          "eventType": "{{random.weightedArrayElement({"weights": [0.3, 0.1, 0.6], "data": ["rent", "buy", "trailer"]})}}",
          "film_id": {{random.number({"min": 1, "max": 1000})}},
          "distributor": "{{random.arrayElement(["vudo", "youtube"])}}",
          "platform": "{{random.arrayElement(["ios", "smart tv"])}}",
          "state": "{{address.state}}"
        }
        """;

    private static readonly PartnerEventRules Rules = new(film => film is >= 1 and <= 1000, named: false);

    [Fact]
    public void AGoodTemplateHasFiveSamplesAndNoProblem()
    {
        var preview = Of(Event);
        Assert.Empty(preview.Problems);
        Assert.Equal(5, preview.Samples.Distinct().Count());
        Assert.All(preview.Samples, sample => Assert.Equal("2010-02-14T15:25:50-05:00", JsonDocument.Parse(sample).RootElement.GetProperty("timestamp").GetString()));
        Assert.All(preview.Samples, sample => Assert.DoesNotContain('\n', sample));
    }

    [Fact]
    public void AStrayBraceIsNamedWithLineAndColumn()
    {
        var problem = Assert.Single(Of(Event + "\n}\n").Problems);
        Assert.Equal((9, 1), (problem.Line, problem.Column));
        Assert.Contains("'}' stands after its end", problem.Message);
    }

    [Theory]
    [InlineData("\"{{date.now}}\"", "\"{{date.now(\"YYYY-MM-DD\")}}\"", 2, 16, "no time in ISO 8601")]
    [InlineData("\"max\": 1000", "\"max\": 1500", 4, 14, "There is no film")]
    [InlineData("\"film_id\": {{", "\"film_id\": 0{{", 4, 15, "not valid JSON")]
    [InlineData("\"film_id\": {{random.number({\"min\": 1, \"max\": 1000})}}", "\"film_id\": \"5\"", 4, 14, "whole number, without quotes")]
    [InlineData("\"trailer\"]", "\"peek\"]", 3, 16, "not \"peek\"")]
    [InlineData("{{address.state}}", "{{address.stateAbbr}}", 7, 12, "none of the 50 US states")]
    [InlineData("\"platform\": ", "\"platfrom\": ", 1, 1, "no field platform")]
    [InlineData("\"vudo\", ", "\"\", ", 5, 18, "distributor must be a text")]
    [InlineData("\"state\": \"{{address.state}}\"", "\"state\": \"Ohio\", \"state\": \"Ohio\"", 7, 20, "stands twice")]
    [InlineData("\"state\": \"{{address.state}}\"", "\"state\": \"Ohio\", \"STATE\": \"Ohio\"", 7, 20, "Write state exactly so")]
    [InlineData("\"state\":", "\"event_id\": \"5\", \"state\":", 7, 15, "given its event_id")]
    [InlineData("\"{{address.state}}\"", "\"{{address.state}}\",", 8, 1, "not valid JSON")]
    [InlineData("\"{{date.now}}\",", "\"{{date.now}}\"", 3, 3, "not valid JSON")]
    public void AProblemOfTheRecordIsNamedAtItsPlaceInTheTemplate(string find, string replace, int line, int column, string says)
    {
        var problem = Assert.Single(Of(Event.Replace(find, replace)).Problems);
        Assert.Contains(says, problem.Message);
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("[1]", "begin with {")]
    [InlineData("   \n ", "is empty")]
    [InlineData("{\"a\": 1} {\"a\": 2}", "'{' stands after its end")]
    public void ARecordIsOneJsonObject(string template, string says) => Assert.Contains(says, Assert.Single(Of(template).Problems).Message);

    [Fact]
    public void ARareProblemIsFoundBeforeAnythingIsSent() =>
        Assert.Contains("not \"peek\"", Of(Event.Replace("[0.3, 0.1, 0.6], \"data\": [\"rent\", \"buy\", \"trailer\"]", "[0.97, 0.03], \"data\": [\"rent\", \"peek\"]")).Problems.Single().Message);

    [Fact]
    public void RecordsOfAnotherStreamNeedOnlyBeJson() =>
        Assert.Empty(Preview.Of("""{"movie_title": "{{commerce.product}}"}""", null, Rendering.Clock, 1, CancellationToken.None).Problems);

    [Theory]
    [InlineData("date.past(\"NaN\")")]
    [InlineData("date.past(1,1e18)")]
    [InlineData("date.past(1000,'0001-01-02')")]
    [InlineData("date.future(1000,'9999-12-30')")]
    [InlineData("random.number({\"min\":\"NaN\"})")]
    [InlineData("random.number({\"min\":0,\"max\":1e-16,\"precision\":1e-30})")]
    [InlineData("address.latitude(\"NaN\")")]
    [InlineData("finance.amount(0,1e15,9)")]
    [InlineData("helpers.mustache(\"{{a}}{{a}}{{a}}{{a}}\",{\"a\":\"LONG\"})")]
    [InlineData("helpers.regexpStyleStringParse(\"x{9000}y{9000}\")")]
    public void ArgumentsThatAreOfNoUseAreAProblemAtTheirTag(string call)
    {
        var problem = Of("{\n  \"a\": \"{{" + call.Replace("LONG", new string('x', 300_000), StringComparison.Ordinal) + "}}\"\n}").Problems[0];
        Assert.Equal(2, problem.Line);
        Assert.InRange(problem.Column, 11, 60);
    }

    [Fact]
    public void LargeRecordsAreTriedLessOften()
    {
        var clock = new CountingClock(TimeSpan.Zero);
        var large = string.Join(',', Enumerable.Range(1, 9).Select(number => $"\"{number}\":\"{{{{random.alphaNumeric(100000)}}}}\""));
        Assert.Equal(5, Of(Event.Replace("{\n", $"{{\n{large},\n", StringComparison.Ordinal), clock).Samples.Count);
        Assert.InRange(clock.Looks, 10, 60);
    }

    [Fact]
    public void APreviewThatTakesTooLongIsAProblem() =>
        Assert.Contains("longer than 10 seconds", Assert.Single(Of(Event, new CountingClock(TimeSpan.FromSeconds(3))).Problems).Message);

    [Fact]
    public void APreviewThatNobodyWaitsForEnds() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Of(Event, TimeProvider.System, new CancellationToken(canceled: true)));

    /// <summary>Goes on by so much at each look, and counts the times it was asked for.</summary>
    private sealed class CountingClock(TimeSpan step) : TimeProvider
    {
        private long timestamp;

        public int Looks { get; private set; }

        public override long GetTimestamp() => timestamp += (long)(step.TotalSeconds * TimestampFrequency);

        public override DateTimeOffset GetUtcNow()
        {
            Looks++;
            return DateTimeOffset.UnixEpoch;
        }
    }

    [SharedTemplateFact]
    public void TemplatesOfTheKinesisDataGeneratorRunUnchanged()
    {
        Assert.Empty(Of(Shared("partners-a.kdg")).Problems);

        var body = Shared("partners-b.kdg");
        var problem = Assert.Single(Of(body).Problems);
        Assert.Equal(body.TrimEnd().Count(character => character == '\n') + 1, problem.Line);
        Assert.Equal(1, problem.Column);

        var mended = Of(body.TrimEnd()[..^1]);
        Assert.Empty(mended.Problems);
        Assert.Equal(5, mended.Samples.Count);
    }

    private static PreviewResponse Of(string body) => Of(body, Rendering.Clock);

    private static PreviewResponse Of(string body, TimeProvider clock, CancellationToken cancellationToken = default) => Preview.Of(body, Rules, clock, seed: 1, cancellationToken);

    private static string Shared(string file) => File.ReadAllText(Path.Combine(Repository.KdgTemplates!, file));

    private sealed class SharedTemplateFactAttribute : FactAttribute
    {
        public SharedTemplateFactAttribute()
        {
            if (Repository.KdgTemplates is null)
                Skip = "The shared templates are not here: set KDG_TEMPLATES to the folder of partners-a.kdg and partners-b.kdg.";
        }
    }
}
