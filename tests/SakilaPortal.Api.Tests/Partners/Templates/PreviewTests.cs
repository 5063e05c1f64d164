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
        Assert.Empty(Preview.Of("""{"movie_title": "{{commerce.product}}"}""", null, Rendering.Clock, 1).Problems);

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

    private static PreviewResponse Of(string body) => Preview.Of(body, Rules, Rendering.Clock, seed: 1);

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
