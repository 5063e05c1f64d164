using System.Net;
using Bunit;
using SakilaPortal.Contracts.Lake;
using SakilaPortal.Web.Platform.Ledger;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Platform;

public sealed class LedgerPageTests : PortalContext
{
    private const string Route = "GET lake/ledger";

    [Fact]
    public void TheLedgerShowsThatItLoads()
    {
        Api.Hold(Route);

        Assert.NotEmpty(Open<LedgerPage>().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void EachEqualitySaysInWordsWhetherItHoldsAndNamesWhatIsMissing()
    {
        Api.Answer(Route, Sample.Ledger);

        var page = Open<LedgerPage>();

        page.WaitForText("One equality does not hold.");
        page.WaitForText("$67,406.56");
        page.WaitForText("3 missing");
        Assert.Equal("e-1\ne-2\ne-3", page.Find("details pre").TextContent);
        Assert.Equal(["equal", "not equal", "not known yet"], page.FindAll(".equality .state-mark").Select(mark => mark.TextContent.Trim()));
    }

    [Fact]
    public void MissingIdsAreCopied()
    {
        Api.Answer(Route, Sample.Ledger);
        var page = Open<LedgerPage>();
        page.WaitForText("3 missing");

        page.Button("Copy").Click();

        page.WaitForText("Copied");
        Assert.Equal("e-1\ne-2\ne-3", JSInterop.Invocations["portal.copy"].Single().Arguments[0]);
    }

    [Fact]
    public void TheLedgerTeachesWhileThereIsNothingToCompare()
    {
        Api.Answer(Route, new Ledger([]));

        Open<LedgerPage>().WaitForText("Nothing to compare yet");
    }

    [Fact]
    public void TheLedgerSaysWhatIsWrong()
    {
        Api.Refuse(Route, HttpStatusCode.ServiceUnavailable, "Athena does not answer.");

        Open<LedgerPage>().WaitForText("Athena does not answer.");
    }

    [Fact]
    public void EverythingIsCountedAnewOnDemandAndStaysForAWhile()
    {
        Api.Answer(Route, Sample.Ledger);
        var page = Open<LedgerPage>();
        page.WaitForText("This look takes what was verified before as it is.");

        Api.Answer(Route, Sample.Ledger with { Full = true, CheckedAt = Time.GetUtcNow().UtcDateTime });
        page.Button("Count everything anew").Click();
        page.WaitForText("Every side was counted anew");
        var asked = Api.Asked.Count;
        Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(asked, Api.Asked.Count);
        Time.Advance(TimeSpan.FromSeconds(30));
        page.WaitForAssertion(() => Assert.True(Api.Asked.Count > asked));
    }
}
