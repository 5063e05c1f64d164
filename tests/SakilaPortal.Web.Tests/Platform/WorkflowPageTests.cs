using System.Net;
using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Lake;
using SakilaPortal.Web.Platform.Drawing;
using SakilaPortal.Web.Platform.Workflow;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Platform;

public sealed class WorkflowPageTests : PortalContext
{
    public WorkflowPageTests()
    {
        GiveRoles(Roles.Analyst, Roles.Admin);
        Api.Answer("GET workflow", Sample.Workflow);
        Api.Answer("GET workflow/runs", Sample.Runs);
    }

    [Fact]
    public void TheWorkflowShowsThatItLoads()
    {
        Api.Hold("GET workflow");

        Assert.NotEmpty(Open<WorkflowPage>().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void EachStepSaysWhatItDoesNow()
    {
        var page = Open<WorkflowPage>();

        page.WaitForText("1,204 rows, 2.0 s");
        page.WaitForText("running 10.0 s");
        Assert.Contains(page.FindAll("svg a"), step => step.TextContent.Contains("crawl", StringComparison.Ordinal) && step.TextContent.Contains("failed", StringComparison.Ordinal));
    }

    [Fact]
    public void TheWorkflowTeachesWhileThereAreNoSteps()
    {
        Api.Answer("GET workflow", new Workflow([]));

        Open<WorkflowPage>().WaitForText("No steps yet");
    }

    [Fact]
    public void TheWorkflowSaysWhatIsWrong()
    {
        Api.Refuse("GET workflow", HttpStatusCode.ServiceUnavailable, "The database does not answer.");

        Open<WorkflowPage>().WaitForText("The database does not answer.");
    }

    [Fact]
    public void AStepAndARunInTheAddressAreOpened()
    {
        Navigation.NavigateTo("/platform/workflow?step=clean&run=40");

        var page = Open<WorkflowPage>();

        page.WaitForText("cleanzonedb.payment");
        page.WaitForText("Steps of run 40");
        page.WaitForText("crawl: S3 does not answer.");
    }

    [Fact]
    public void AnAddressThatSomebodyMistypedShowsTheNewestRuns()
    {
        Navigation.NavigateTo("/platform/workflow?run=x&page=abc");

        Open<WorkflowPage>().WaitForText("replicate");

        Assert.Contains("?page=1&pageSize=15", Api.Queries);
    }

    [Fact]
    public void APagePastTheLastRunSaysSo()
    {
        Api.Answer("GET workflow/runs", new Page<WorkflowRun>([], 37));
        Navigation.NavigateTo("/platform/workflow?page=99");

        var page = Open<WorkflowPage>();

        page.WaitForText("There are 37 runs");
        Assert.False(page.Says("Nothing has run yet"));
    }

    [Fact]
    public void ARunKeepsItsRowWhateverChangesInIt()
    {
        var page = Open<WorkflowPage>();
        page.WaitForText("running 10.0 s");
        var row = page.FindComponent<RunTable>().FindComponents<StateMark>()[0].Instance;

        Api.Answer("GET workflow/runs", Sample.Runs with { Items = [Sample.Runs.Items[0] with { State = "succeeded", EndedAt = Sample.Now.AddSeconds(4) }, Sample.Runs.Items[1]] });
        Time.Advance(TimeSpan.FromSeconds(1));

        page.WaitForText("4.0 s");
        Assert.Same(row, page.FindComponent<RunTable>().FindComponents<StateMark>()[0].Instance);
    }

    [Fact]
    public void ARunsStepsStandBelowItsRow()
    {
        Navigation.NavigateTo("/platform/workflow?run=41");
        var page = Open<WorkflowPage>();
        page.WaitForText("Steps of run 41");

        var link = page.Find("a[aria-expanded=true]");
        Assert.Equal("41", link.TextContent);
        Assert.Contains("Steps of run 41", link.Closest("tr")!.NextElementSibling!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AStepTakesTheFocusWhenItOpensAndItsBoxWhenItCloses()
    {
        var page = Open<WorkflowPage>();
        page.WaitForText("replicate");

        Navigation.NavigateTo("/platform/workflow?step=clean");
        page.WaitForAssertion(() => Assert.Equal(["chosen-step"], Focused()));
        Navigation.NavigateTo("/platform/workflow");
        page.WaitForAssertion(() => Assert.Equal(["chosen-step", "step-across-clean", "step-down-clean"], Focused()));
        Assert.NotNull(page.Find("#step-across-clean"));

        IEnumerable<object?> Focused() => JSInterop.Invocations["portal.focus"].Select(call => call.Arguments[0]);
    }

    [Fact]
    public void AFailedRunIsResumedAndARunningOneCancelled()
    {
        Api.Answer("POST workflow/runs", new WorkflowRequested(9), HttpStatusCode.Accepted);
        Api.Answer("DELETE workflow/runs/41", null, HttpStatusCode.Accepted);
        var page = Open<WorkflowPage>();
        page.WaitForText("Resume");

        page.Find("[aria-label='Resume 40']").Click();
        page.WaitForText("Run 40 is going to be resumed.");
        page.Find("[aria-label='Cancel 41']").Click();
        page.WaitForText("Run 41 ends as soon as");

        Assert.Equal(["""{"resumeOf":40}"""], Api.BodiesOf("POST workflow/runs"));
    }

    [Fact]
    public void OnlyAnAdminIsOfferedToRun()
    {
        GiveRoles(Roles.Analyst);

        var page = Open<WorkflowPage>();

        page.WaitForText("replicate");
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() is "Run now" or "Resume" or "Cancel");
    }

    [Fact]
    public void AMissingPipelineIsSaid()
    {
        Api.Answer("GET workflow", Sample.Workflow with { Worker = new(false, null, 1) });

        Open<WorkflowPage>().WaitForText("No pipeline is running");
    }

    [Fact]
    public void TheGraphStaysFreshByItself()
    {
        var page = Open<WorkflowPage>();
        page.WaitForText("running 10.0 s");

        Api.Answer("GET workflow", Sample.Workflow with { Nodes = [Sample.Workflow.Nodes[0]] });
        Time.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.DoesNotContain(page.FindAll("svg a"), step => step.TextContent.Contains("running", StringComparison.Ordinal)));
    }
}
