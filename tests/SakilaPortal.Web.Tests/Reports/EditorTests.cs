using System.Net;
using System.Text.Json;
using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Reports.Editor;
using SakilaPortal.Web.Shared;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Reports;

public sealed class EditorTests : PortalContext
{
    private static readonly ReportVersion Second = new(2, "Top categories", null, "SELECT 1\nFROM b", "ada", Sample.Then);

    public EditorTests()
    {
        Api.Answer("GET reports/completions", new Completions([new("curatedzonedb", "streaming_films", [new("state", "varchar")])], [new("count", "count(T)")], ["SELECT"]));
        Api.Answer("POST reports/checks", new DraftCheck([], []));
        Api.Answer("GET reports/top", Sample.Top);
        Api.Answer("GET reports", new Page<Report>([Sample.Top], 1));
    }

    [Fact]
    public void TheEditorShowsThatItLoads()
    {
        Api.Hold("GET reports/top");

        Assert.NotEmpty(Edited().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void TheEditorSaysWhatIsWrong()
    {
        Api.Refuse("GET reports/top", HttpStatusCode.NotFound, "There is no report 'top'.");

        Edited().WaitForText("There is no report 'top'.");
    }

    [Fact]
    public void ANewReportBeginsWithAnExampleBesideTheTables()
    {
        var page = Open<ReportEditorPage>();

        page.WaitForText("FROM streaming_films");
        page.WaitForText("curatedzonedb");
    }

    [Fact]
    public void ASavedReportIsShown()
    {
        Api.Answer("PUT reports/top", Sample.Top);
        var page = Edited();
        page.WaitForText("Sql".ToUpperInvariant());

        page.Button("Save").Click();

        page.WaitForAssertion(() => Assert.EndsWith("/reports/top", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal(Sample.Top.Sql, JsonSerializer.Deserialize<ReportRequest>(Api.BodiesOf("PUT reports/top").Single(), JsonSerializerOptions.Web)!.Sql);
    }

    [Fact]
    public void WhatAthenaRefusesStandsAtItsPlace()
    {
        Api.Refuse("POST reports/drafts/runs", HttpStatusCode.UnprocessableEntity, "Impossible.", new { sql = new[] { "Line 2, column 5: The query is not written well." } });
        var page = Edited();
        page.WaitForText("Try it");

        page.Button("Try it").Click();

        page.WaitForText("Line 2, column 5");
        page.WaitForText("The query is not written well.");
    }

    [Fact]
    public void AnEarlierTextIsComparedAndRestored()
    {
        Api.Answer("GET reports/top/versions", new Page<ReportVersion>([Second, Second with { Version = 1, Sql = "SELECT 1\nFROM a" }], 2));
        Api.Answer("PUT reports/top", Sample.Top);
        Navigation.NavigateTo("/reports/top/versions?version=1");
        var page = Open<ReportVersionsPage>(parameters => parameters.Add(one => one.Id, "top"));
        page.WaitForText("Version 2 · as it is now");

        page.Button("Restore this text").Click();

        page.WaitForAssertion(() => Assert.Contains("FROM a", Api.BodiesOf("PUT reports/top").Single(), StringComparison.Ordinal));
    }

    [Fact]
    public void ADeletedReportIsMadeAnewOfOneOfItsTexts()
    {
        Api.Answer("GET reports/top/versions", new Page<ReportVersion>([Second], 1));
        Api.Answer("GET reports", new Page<Report>([], 0));
        Api.Answer("POST reports", Sample.Mine, HttpStatusCode.Created);
        var page = Open<ReportVersionsPage>(parameters => parameters.Add(one => one.Id, "top"));
        page.WaitForText("This report has been deleted.");

        page.Button("Restore this text").Click();

        page.WaitForAssertion(() => Assert.EndsWith("/reports/mine", Navigation.Uri, StringComparison.Ordinal));
        Assert.Contains("FROM b", Api.BodiesOf("POST reports").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void AReportThatWasNeverChangedSaysSo()
    {
        Api.Answer("GET reports/top/versions", new Page<ReportVersion>([], 0));

        Open<ReportVersionsPage>(parameters => parameters.Add(one => one.Id, "top")).WaitForText("Only the first text");
    }

    [Theory]
    [InlineData("a\nb\nc", "a\nc\nd", " a|-b| c|+d")]
    [InlineData("a", "a", " a")]
    [InlineData("a\r\nb", "a\nb\n", " a| b")]
    public void LinesThatDifferAreMarked(string before, string after, string lines) =>
        Assert.Equal(lines, string.Join('|', LineDiff.Of(before, after).Select(line => $"{line.Kind}{line.Text}")));

    /// <summary>The page may tell the text back later than the next key comes.</summary>
    [Fact]
    public void TheEditorKeepsWhatIsTyped()
    {
        var editor = Render<SqlEditor>(parameters => parameters
            .Add(one => one.Id, "sql").Add(one => one.Label, "SQL").Add(one => one.Value, "").Add(one => one.ValueChanged, _ => { }));

        editor.Find("textarea").Input("S");

        Assert.Equal("S", editor.Find("textarea").GetAttribute("value"));
    }

    private IRenderedComponent<ReportEditorPage> Edited() => Open<ReportEditorPage>(parameters => parameters.Add(page => page.Id, "top"));
}
