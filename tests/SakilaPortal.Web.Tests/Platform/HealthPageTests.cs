using System.Net;
using Bunit;
using SakilaPortal.Contracts.Lake;
using SakilaPortal.Web.Platform.Health;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Platform;

public sealed class HealthPageTests : PortalContext
{
    private const string Route = "GET lake/health";

    [Fact]
    public void HealthShowsThatItLoads()
    {
        Api.Hold(Route);

        Assert.NotEmpty(Open<HealthPage>().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void EachPartTellsHowItDoesAndWhatToDo()
    {
        Api.Answer(Route, Sample.Health);

        var page = Open<HealthPage>();

        page.WaitForText("Down: Pipeline.");
        page.WaitForText("Start SakilaPortal.Pipeline.");
        page.WaitForText("10.11, 4 connections");
    }

    [Fact]
    public void HealthWithoutPartsSaysWhatToDo()
    {
        Api.Answer(Route, new LakeHealth([], Sample.Now));

        Open<HealthPage>().WaitForText("Restart it.");
    }

    [Fact]
    public void HealthSaysWhatIsWrongAndLooksAgain()
    {
        Api.Refuse(Route, HttpStatusCode.InternalServerError, "The Api is being restarted.");
        var page = Open<HealthPage>();
        page.WaitForText("The Api is being restarted.");

        Api.Answer(Route, Sample.Health with { Parts = [Sample.Health.Parts[0]] });
        page.Button("Look again").Click();

        page.WaitForText("Everything is well.");
    }
}
