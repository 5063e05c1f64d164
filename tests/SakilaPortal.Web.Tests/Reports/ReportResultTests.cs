using System.Net;
using Bunit;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Reports;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Reports;

/// <summary>The result on a report's page: whose values it is of, and its rows.</summary>
public sealed class ReportResultTests : PortalContext
{
    [Fact]
    public void AResultOfOtherValuesThanThoseInTheFormSaysSo()
    {
        Api.AnswerRun(Sample.Done);
        Navigation.NavigateTo("/reports/top?p.kind=rent");
        var page = Report();
        page.WaitForText("1,184");
        Assert.True(page.Says("These are the figures for kind buy."));
        Assert.True(page.Says("Other values stand in the form: run to see theirs."));
        Assert.NotEmpty(page.FindAll(".stale"));

        page.Button("Copy link").Click();

        page.WaitForText("The link is copied");
        Assert.Equal("http://localhost/reports/top?p.kind=buy&run=run-1", JSInterop.Invocations["portal.copy"].Single().Arguments[0]);
    }

    [Fact]
    public void ValuesAndResultGoBackWithTheBrowser()
    {
        Api.AnswerRun(Sample.Done);
        Api.Answer("GET runs/run-0", Sample.Done with { RunId = "run-0", Parameters = new Dictionary<string, string?> { ["kind"] = "rent" } });
        Navigation.NavigateTo("/reports/top?p.kind=buy&run=run-1");
        var page = Report();
        page.WaitForText("1,184");
        Assert.Empty(page.FindAll(".stale"));

        page.InvokeAsync(() => Navigation.NavigateTo("/reports/top?p.kind=rent&run=run-0"));

        page.WaitForText("These are the figures for kind rent.");
        Assert.Equal("rent", page.FindComponents<ParameterField>()[0].Instance.Value);
        Assert.False(page.Says("Other values stand in the form"));
    }

    [Fact]
    public void ThePageOfOneReportBecomesThatOfAnother()
    {
        Api.AnswerRun(Sample.Done);
        Api.Answer("GET reports/mine", Sample.Mine);
        var page = Report();
        page.WaitForText("1,184");

        page.Render(parameters => parameters.Add(other => other.Id, "mine"));

        page.WaitForText("Late rentals");
        page.WaitForText("Not run yet");
        Assert.False(page.Says("1,184"));
    }

    [Fact]
    public void ARunWhoseReportIsDeletedShowsItsResult()
    {
        Api.AnswerRun(Sample.Done);
        Api.Refuse("GET reports/top", HttpStatusCode.NotFound, "There is no report 'top'.");
        Navigation.NavigateTo("/reports/top?run=run-1");

        var page = Report();

        page.WaitForText("The report “Top categories” has been deleted.");
        page.WaitForText("1,184");
    }

    [Fact]
    public void RowsThatCannotBeHadAreAskedForAgain()
    {
        Api.AnswerRun(Sample.Done);
        var page = Report();
        page.WaitForText("1,184");
        Api.Refuse("GET runs/run-1/rows", HttpStatusCode.UnprocessableEntity, "Results of more than 2,000,000 rows are not sorted here.");
        page.FindAll("th button")[1].Click();
        page.WaitForText("Results of more than 2,000,000 rows are not sorted here.");

        Api.Answer("GET runs/run-1/rows", new RunRows(Sample.Rows, null));
        page.Button("Try again").Click();

        page.WaitForAssertion(() => Assert.False(page.Says("are not sorted here")));
    }

    [Fact]
    public void AnOrderThatTheResultDoesNotHaveIsNone()
    {
        Api.AnswerRun(Sample.Done);
        Navigation.NavigateTo("/reports/top?sort=elsewhere");

        Report().WaitForText("1,184");

        Assert.DoesNotContain(Api.Queries, query => query.Contains("elsewhere", StringComparison.Ordinal));
    }

    [Fact]
    public void AResultThatIsTooLargeToShowIsThereAsCsv()
    {
        Api.AnswerRun(Sample.Done);
        Api.Refuse("GET runs/run-1/totals", HttpStatusCode.UnprocessableEntity, "The result is larger than 512 MB; take the CSV.");

        var page = Report();

        page.WaitForText("take the CSV");
        Assert.Contains(page.FindAll("a"), link => link.GetAttribute("href") == "/reports/runs/run-1/csv");
    }

    [Fact]
    public void CopiedRowsAreNoFormulas()
    {
        Api.AnswerRun(Sample.Done);
        Api.Answer("GET runs/run-1/rows", new RunRows([["=1+1", "-5"], ["a\tb", "2"], [null, "3"]], null));
        var page = Report();
        page.WaitForText("=1+1");

        page.Button("Copy").Click();

        page.WaitForText("Copied 3 rows.");
        Assert.Equal("category_name\tstreams\n'=1+1\t-5\na b\t2\n\t3", JSInterop.Invocations["portal.copy"].Single().Arguments[0]);
    }

    [Fact]
    public void ABrowserThatDoesNotCopyIsNamed()
    {
        Api.AnswerRun(Sample.Done);
        JSInterop.Setup<bool>("portal.copy", _ => true).SetResult(false);
        var page = Report();
        page.WaitForText("1,184");

        page.Button("Copy link").Click();

        page.WaitForText("The browser does not let this page copy.");
    }

    [Fact]
    public void TheOrderOfTheTableIsInTheAddress()
    {
        Api.AnswerRun(Sample.Done);
        var page = Report();
        page.WaitForText("1,184");

        page.FindAll("th button")[1].Click();

        Assert.Contains("sort=streams&desc=True", Navigation.Uri, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void WhatChangedStandsBelowTheResult()
    {
        Api.AnswerRun(Sample.Done);
        Api.Answer("GET runs/run-1/changes", new RunChanges(
            Sample.LastRun with { RunId = "run-0" }, false, [], [new("curatedzonedb.streaming_films", 16, 17)], false, ["category_name"], 1, 0, 1, 1,
            [new("changed", ["Music", "260"], ["Music", "269"]), new("added", null, ["Sports", "1184"])]));
        var page = Report();
        page.WaitForText("1,184");

        page.FindAll("details").Single(part => part.TextContent.Contains("What changed since", StringComparison.Ordinal)).TriggerEvent("ontoggle", EventArgs.Empty);

        page.WaitForText("1 row added, 0 removed, 1 changed, 1 the same. Rows are recognised by category_name.");
        page.WaitForText("New data in curatedzonedb.streaming_films: version 16 → 17.");
        Assert.Equal("260", page.Find("del").TextContent);
    }

    private IRenderedComponent<ReportPage> Report() => Open<ReportPage>(parameters => parameters.Add(page => page.Id, "top"));
}
