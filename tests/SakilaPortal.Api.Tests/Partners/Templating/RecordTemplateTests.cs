using System.Text.Json;
using SakilaPortal.Api.Partners.Templating;

namespace SakilaPortal.Api.Tests.Partners.Templating;

public class RecordTemplateTests
{
    [Theory]
    [InlineData("""{{random.arrayElement(["a }} b"])}}""", "a }} b")]
    [InlineData("""{{random.arrayElement(["a ) b"])}}""", "a ) b")]
    [InlineData("""{{random.arrayElement(["a )}} b"])}}""", "a )}} b")]
    [InlineData("""{{random.arrayElement(['it"s',])}}""", "it\"s")]
    [InlineData("{{random.weightedArrayElement({weights: [0, 1], data: ['x', 'y']})}}", "y")]
    [InlineData("{{ random.number( { min : 7 , max : 7 } ) }}", "7")]
    [InlineData("{{random.number({\n\t\"min\": 1e1,\n\t\"max\": 10\n})}}", "10")]
    [InlineData("""{{helpers.slugify("a\u0062\n\tc d")}}""", "abc-d")]
    [InlineData("{{helpers.repeatString('ab', 3)}}", "ababab")]
    public void ArgumentsAreJsonOrWhatJavaScriptAllowsBeyondIt(string template, string expected) =>
        Assert.Equal(expected, Rendering.Render(template));

    [Theory]
    [InlineData("{{date.now(YYYY)}}", "2010")]
    [InlineData("{{date.now(DD/MM (ddd))}}", "14/02 (Sun)")]
    [InlineData("{{helpers.replaceSymbolWithNumber(A-B)}}", "A-B")]
    public void AnArgumentThatIsNoJsonIsTakenAsText(string template, string expected) => Assert.Equal(expected, Rendering.Render(template));

    [Fact]
    public void BracesOfNestedJsonAreNotTakenForTags() =>
        Assert.Equal("""{"a":{"b":{"c":5}},"d":{5}}""", Rendering.Render("""{"a": {"b": {"c": {{random.number({"min":5,"max":5})}}}}, "d": {{{random.number({"min":5,"max":5})}}}}"""));

    [Fact]
    public void ARecordIsOneLineThoughTheTemplateHasMany() =>
        Assert.Equal("""{"a b":"c  d\"  ","e":1}""", Rendering.Render("{\n\t\"a b\" : \"c  d\\\"  \",\r\n  \"e\": 1\n}\n"));

    [Fact]
    public void AValueInsideAJsonStringIsEscaped()
    {
        var record = Rendering.Render("""{"a": "{{random.arrayElement(["x \"y\" \\ \n z"])}}"}""");
        Assert.Equal("x \"y\" \\ \n z", JsonDocument.Parse(record).RootElement.GetProperty("a").GetString());
    }

    [Fact]
    public void AValueOutsideOfJsonStringsStandsAsItIs() =>
        Assert.Equal("""{"a":"x","b":null}""", Rendering.Render("""{"a": {{random.arrayElement(["\"x\""])}}, "b": {{random.arrayElement([null])}}}"""));

    [Fact]
    public void TheSameSeedGivesTheSameRecordsEachOfWhichCanBeMadeAlone()
    {
        const string template = "{{random.uuid}} {{name.findName}} {{finance.amount}} {{lorem.sentence}}";
        var records = Rendering.RenderMany(template, 20, seed: 7);
        Assert.Equal(records, Rendering.RenderMany(template, 20, seed: 7));
        Assert.Equal(records[12], Rendering.Render(template, seed: 7, number: 13));
        Assert.NotEqual(records, Rendering.RenderMany(template, 20, seed: 8));
        Assert.Equal(20, records.Distinct().Count());
    }

    [Theory]
    [InlineData("a\n  {{adress.state}}", 2, 5, "no module adress", "did you mean address.state?")]
    [InlineData("{{random.arrayelement([1])}}", 1, 3, "no function arrayelement", "did you mean random.arrayElement?")]
    [InlineData("{{random.state}}", 1, 3, "no function state", "did you mean address.state?")]
    [InlineData("{{date.now}", 1, 11, "}} is expected", "")]
    [InlineData("{{date.now(\"YYYY)}}", 1, 12, "no closing \"", "")]
    [InlineData("{{random.number({\"min\": 1, \"max\": })}}", 1, 35, "a number, a text", "")]
    [InlineData("{{random.number({\"min\": 1\n \"max\": 2})}}", 2, 2, ", or } is expected", "")]
    [InlineData("{{random.number({\"min\": 9, \"max\": 2})}}", 1, 17, "is more than the most", "")]
    [InlineData("{{random.number(ten)}}", 1, 17, "a number, a text", "")]
    [InlineData("{{random.weightedArrayElement({\"weights\": [1], \"data\": [\"a\", \"b\"]})}}", 1, 31, "1 weights for 2 data", "")]
    [InlineData("{{random.arrayElement([])}}", 1, 23, "a list of choices", "")]
    [InlineData("{{}}", 1, 1, "module and a function", "")]
    public void AProblemNamesItsPlaceAndWhatToDo(string template, int line, int column, string says, string suggests)
    {
        var problem = Assert.Single(RecordTemplate.Parse(template).Problems);
        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.Contains(says, problem.Message);
        Assert.Contains(suggests, problem.Message);
    }

    [Fact]
    public void AllProblemsAreTold() =>
        Assert.Equal([1, 2, 3], RecordTemplate.Parse("{{no.no}}\n{{date.noww}}\n{{random.number({})}} {{random.number([1])").Problems.Select(problem => problem.Line));

    [Fact]
    public void ARecordThatGrowsBeyondAllMeasureIsStopped()
    {
        var body = string.Concat(Enumerable.Repeat("{{random.alphaNumeric(100000)}}", 11));
        var problem = Assert.Throws<TemplateException>(() => Rendering.Render(body));
        Assert.Contains("larger than", problem.Message);
    }
}
