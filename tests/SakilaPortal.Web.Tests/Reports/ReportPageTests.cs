using System.Net;
using System.Text.Json;
using Bunit;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Reports;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Reports;

public sealed class ReportPageTests : PortalContext
{
    [Fact]
    public void AReportShowsThatItLoads()
    {
        Api.Hold("GET reports/top");

        Assert.NotEmpty(Report().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void AReportSaysWhatIsWrong()
    {
        Api.Refuse("GET reports/top", HttpStatusCode.ServiceUnavailable, "The lake's services do not answer.");
        var page = Report();
        page.WaitForText("The lake's services do not answer.");

        Api.AnswerRun(Sample.Done);
        page.Button("Try again").Click();

        page.WaitForText("1,184");
        Assert.Equal("buy", page.FindComponents<ParameterField>()[0].Instance.Value);
    }

    [Fact]
    public void AReportThatIsNotThereIsSaidToBeMissing()
    {
        Api.Refuse("GET reports/top", HttpStatusCode.NotFound, "There is no report 'top'.");

        Report().WaitForText("No such report");
    }

    [Fact]
    public void AReportThatWasNeverRunSaysSo()
    {
        Api.AnswerRun(Sample.Done);
        Api.Answer("GET reports/top", Sample.Top with { LastRun = null });

        var page = Report();

        page.WaitForText("Not run yet");
        page.WaitForText("Reads at most 2 MB, costs at most $0.0001. Within the limit of 10.74 GB a query.");
        Assert.Equal(
            [
                "curatedzonedb.streaming_films 2 of 21 columns, read 2 times, 1.9 MB", "landingzonedb.streaming 1 of 14 partitions, 90 KB", "landingzonedb.other the whole table, 10 KB",
            ],
            page.FindAll("details:has(summary) li").Select(part => part.TextContent.Trim()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void AResultOfEmptyTablesSaysHowToFillThem(int rows)
    {
        Api.AnswerRun(Sample.Done with { Tables = [new("cleanzonedb.streams", 1, Sample.Then, 0), new("cleanzonedb.books", 1, Sample.Then, 0), new("cleanzonedb.film", 3, Sample.Then, 1000)] });
        Api.Answer("GET runs/run-1/totals", new RunTotals(rows, [null, null], [null, null]));
        Api.Answer("GET runs/run-1/rows", new RunRows(rows == 0 ? [] : [[null, "0"]], null));

        Report().WaitForText("cleanzonedb.streams and cleanzonedb.books hold no rows yet. Put the vendors' files into the landing zone as "
            + "vendor/streams/current.csv and vendor/books/current.json, or start the portal with --vendor DIR");
    }

    [Fact]
    public void AReportThatComesLateIsEstimatedAsWell()
    {
        Api.AnswerRun(Sample.Done);
        var late = Api.Hold("GET reports/top");
        var page = Report();
        Assert.Empty(Api.BodiesOf("POST reports/top/estimate"));

        late.SetResult(Sample.Top);

        page.WaitForText("Reads at most 2 MB");
    }

    [Fact]
    public void TheLastResultIsThereAgainWithItsValuesCostAndVersions()
    {
        Api.AnswerRun(Sample.Done);

        var page = Report();

        page.WaitForText("1,184");
        page.WaitForText("Started 5 Jan 2026, 14:25 (UTC) by ada.");
        page.WaitForText("curatedzonedb.streaming_films version 17");
        page.WaitForText("Not in this result yet: 1,200 accepted events in the delivery buffer, and 30 that landed");
        Assert.Equal("Bar chart of streams: Sports 1,184, Music 269, (none) 7.", page.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(["Totals", "1,460"], page.FindAll("[data-testid=totals] td").Select(cell => cell.TextContent.Trim()));
        page.Button("Run");
    }

    [Fact]
    public void ARunIsStartedWithTheValuesOfTheAddressAndKeptInIt()
    {
        Api.AnswerRun(Sample.Done);
        Api.Answer("POST reports/top/runs", new RunAccepted("run-2"), HttpStatusCode.Accepted);
        Api.Answer("GET runs/run-2", Sample.Done with { RunId = "run-2", State = "RUNNING" });
        Navigation.NavigateTo("/reports/top?p.kind=rent&maxAge=60");
        var page = Report();
        page.WaitForText("1,184");

        page.Button("Run").Click();

        page.WaitForText("running");
        var sent = JsonSerializer.Deserialize<RunRequest>(Api.BodiesOf("POST reports/top/runs").Single(), JsonSerializerOptions.Web)!;
        Assert.Equal(("rent", "2026-01-01..2026-01-31", 60), (sent.Parameters!["kind"], sent.Parameters["period"], sent.MaxAgeMinutes));
        Assert.Contains("run=run-2", Navigation.Uri, StringComparison.Ordinal);
        Assert.Contains("p.kind=rent", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunningRunIsFollowedAndCanBeStopped()
    {
        Api.AnswerRun(Sample.Done with { State = "RUNNING", Columns = [] });
        Api.Answer("DELETE runs/run-1", Sample.Done);
        var page = Report();
        page.WaitForText("running");
        Assert.True(page.Button("Run").HasAttribute("disabled"));

        page.Button("Stop").Click();
        Api.Answer("GET runs/run-1", Sample.Done with { State = "CANCELLED", Columns = [] });
        Time.Advance(TimeSpan.FromSeconds(1));

        page.WaitForText("The run was stopped");
        Assert.True(page.Button("Stop").HasAttribute("disabled"));
        Assert.False(page.Button("Run").HasAttribute("disabled"));
    }

    [Fact]
    public void ARunIsFollowedOnAfterTheApiWasGoneForAMoment()
    {
        Api.AnswerRun(Sample.Done with { State = "RUNNING", Columns = [] });
        var page = Report();
        page.WaitForText("running");
        Api.Break("GET runs/run-1");
        Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForText("The portal's Api does not answer.");

        Api.Answer("GET runs/run-1", Sample.Done);
        Time.Advance(TimeSpan.FromSeconds(1));

        page.WaitForText("1,184");
        Assert.False(page.Says("does not answer"));
    }

    [Fact]
    public void ARunThatIsRefusedIsNotAskedForUntilAPersonWants()
    {
        Api.AnswerRun(Sample.Done);
        Api.Refuse("GET runs/run-1", HttpStatusCode.Forbidden, "Only analysts see runs.");
        var page = Report();
        page.WaitForText("Only analysts see runs.");
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(Api.BodiesOf("GET runs/run-1"));

        Api.Answer("GET runs/run-1", Sample.Done);
        page.Button("Try again").Click();

        page.WaitForText("1,184");
    }

    [Fact]
    public void AFailureIsToldInWordsWithItsPlace()
    {
        Api.AnswerRun(Sample.Done with
        {
            State = "FAILED", Columns = [], Reason = "COLUMN_NOT_FOUND: line 1:8: Column 'x' cannot be resolved", Failure = new("A column is missing.", "Correct its name.", 1, 8),
        });

        var page = Report();

        page.WaitForText("A column is missing.");
        page.WaitForText("(Line 1, column 8.)");
        page.WaitForText("Column 'x' cannot be resolved");
    }

    [Fact]
    public void AResultThatWasTakenOverSaysHowOldItIs()
    {
        Api.AnswerRun(Sample.Done with { Reused = true, ReusedFrom = "run-0", ComputedAt = Sample.Then.AddMinutes(-20) });

        Report().WaitForText("Taken over from a run of 25 min ago");
    }

    [Fact]
    public void AResultThatIncludesBufferedEventsIsMarkedSo()
    {
        Api.AnswerRun(Sample.Done with { Buffered = new(1_240, 310, 2, 1) });

        var page = Report();

        page.WaitForText("1,184");
        var mark = page.Find("[data-testid=buffered-mark]").TextContent;
        Assert.Contains("Includes 1,240 buffered events", mark, StringComparison.Ordinal);
        Assert.Contains("310 newer events left out: one query holds no more.", mark, StringComparison.Ordinal);
        Assert.Contains("2 events left out: what they say is not at hand", mark, StringComparison.Ordinal);
        Assert.Contains("1 event left out that had landed", mark, StringComparison.Ordinal);
        Assert.False(page.Says("Not in this result yet"));
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("a"), link => link.TextContent.Trim() == "CSV with buffered events"));
    }

    [Fact]
    public void IncludingBufferedEventsIsKeptInTheAddressAndAsked()
    {
        Api.AnswerRun(Sample.Done);
        Api.Answer("POST reports/top/runs", new RunAccepted("run-2"), HttpStatusCode.Accepted);
        Api.Answer("GET runs/run-2", Sample.Done with { RunId = "run-2", State = "RUNNING" });
        var page = Report();
        page.WaitForText("1,184");

        page.Find("[aria-describedby=include-help]").Change(true);
        Assert.Contains("buffered=true", Navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal([false, true], Api.BodiesOf("POST reports/top/estimate").Select(body => JsonSerializer.Deserialize<RunRequest>(body, JsonSerializerOptions.Web)!.IncludeBuffered)));
        page.Button("Run").Click();

        page.WaitForText("running");
        Assert.True(JsonSerializer.Deserialize<RunRequest>(Api.BodiesOf("POST reports/top/runs").Single(), JsonSerializerOptions.Web)!.IncludeBuffered);
    }

    [Fact]
    public void BufferedEventsBelongToTheNewestDataOnly()
    {
        Api.AnswerRun(Sample.Done);
        Navigation.NavigateTo("/reports/top?buffered=true&asOf=2026-01-05T14:25:00.000Z");

        var page = Report();

        page.WaitForText("Only with the newest data");
        Assert.True(page.Find("[aria-describedby=include-help]").HasAttribute("disabled"));
    }

    [Fact]
    public void ChoicesOfAListComeFromItsQuery()
    {
        Api.AnswerRun(Sample.Done);

        var page = Report();

        page.WaitForAssertion(() => Assert.Contains(page.FindComponents<ParameterField>(), field => field.Instance.Choices is ["Ohio", "Texas"]));
    }

    private IRenderedComponent<ReportPage> Report() => Open<ReportPage>(parameters => parameters.Add(page => page.Id, "top"));
}
