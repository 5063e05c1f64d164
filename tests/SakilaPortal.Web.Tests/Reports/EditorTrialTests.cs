using System.Net;
using AngleSharp.Dom;
using Bunit;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Reports.Editor;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Reports;

public sealed class EditorTrialTests : PortalContext
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly Run Running = Sample.Done with { RunId = "t1", State = "RUNNING", RowCount = null };

    public EditorTrialTests()
    {
        Api.Answer("GET reports/completions", new Completions([], [], []));
        Api.Answer("POST reports/checks", new DraftCheck([], []));
        Api.Answer("POST reports/drafts/estimate", new Estimate(2_000_000, 0.0001m, true, 10_737_418_240));
        Api.Answer("POST reports/drafts/runs", new RunAccepted("t1"), HttpStatusCode.Accepted);
        Api.AnswerRun(Running);
        Api.Answer("DELETE runs/t1", Running);
    }

    [Fact]
    public void ATextThatIsWrittenIsEstimated() => Edited().WaitForText("Reads at most 2 MB");

    [Fact]
    public async Task OneTrialRunsAtATimeAndCanBeStopped()
    {
        var page = Tried();

        await page.InvokeAsync(page.FindComponent<SqlEditor>().Instance.OnTryAsync);
        Assert.Single(Api.BodiesOf("POST reports/drafts/runs"));
        Assert.True(page.Button("Try it").IsDisabled());
        await page.Button("Stop").ClickAsync(new());
        Assert.Single(Api.BodiesOf("DELETE runs/t1"));

        Api.Answer("GET runs/t1", Running with { State = "CANCELLED" });
        Advance(page, () => !page.Button("Try it").IsDisabled());
        page.WaitForText("stopped");
        Assert.True(page.Button("Stop").IsDisabled());
    }

    [Fact]
    public void ATrialIsFollowedOnAfterTheApiWasGone()
    {
        var page = Tried();
        Api.Refuse("GET runs/t1", HttpStatusCode.ServiceUnavailable, "The Api restarts.");
        Advance(page, () => page.Says("The Api restarts."));

        Api.AnswerRun(Running with { State = "SUCCEEDED", RowCount = 3 });
        Advance(page, () => page.Says("succeeded"));
        Assert.False(page.Says("The Api restarts."));
    }

    [Fact]
    public async Task ATrialEndsWithThePage()
    {
        var page = Tried();

        await DisposeComponentsAsync();

        page.WaitForAssertion(() => Assert.Single(Api.BodiesOf("DELETE runs/t1")));
    }

    private IRenderedComponent<ReportEditorPage> Edited() => Open<ReportEditorPage>(parameters => parameters.Add(page => page.Id, "top"));

    private IRenderedComponent<ReportEditorPage> Tried()
    {
        var page = Edited();
        page.WaitForText("Try it");
        Assert.True(page.Button("Stop").IsDisabled());
        page.Button("Try it").Click();
        page.WaitForText("running");
        page.WaitForState(() => !page.Button("Stop").IsDisabled());
        return page;
    }

    private void Advance(IRenderedComponent<ReportEditorPage> page, Func<bool> until) => page.WaitForState(() =>
    {
        Time.Advance(Period);
        return until();
    });
}
