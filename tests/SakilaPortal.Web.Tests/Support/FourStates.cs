using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace SakilaPortal.Web.Tests.Support;

/// <summary>What every page shows: that it loads, that there is nothing, that something is wrong, and what there is.</summary>
public abstract class FourStates<TPage> : PortalContext where TPage : IComponent
{
    /// <summary>The route that the page waits for.</summary>
    private protected abstract string Route { get; }

    private protected abstract object Data { get; }

    private protected abstract string Shows { get; }

    /// <summary>Nothing, and what the page says then; null where there is always something.</summary>
    private protected abstract (object Nothing, string Teaches)? Empty { get; }

    private protected virtual void Choose(ComponentParameterCollectionBuilder<TPage> parameters)
    {
    }

    [Fact]
    public void ItSaysThatItLoads()
    {
        Api.Hold(Route);
        Assert.NotEmpty(Open<TPage>(Choose).FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void ItShowsWhatThereIs()
    {
        Api.Answer(Route, Data);
        Open<TPage>(Choose).WaitForText(Shows);
    }

    [Fact]
    public void ItTeachesWhenThereIsNothing()
    {
        if (Empty is not { Nothing: var nothing, Teaches: var teaches })
            return;
        Api.Answer(Route, nothing);
        Open<TPage>(Choose).WaitForText(teaches);
    }

    [Fact]
    public void ItSaysWhatIsWrongAndTriesAgain()
    {
        Api.Refuse(Route, HttpStatusCode.ServiceUnavailable, "The database does not answer.");
        var page = Open<TPage>(Choose);
        page.WaitForText("The database does not answer.");
        Api.Answer(Route, Data);
        page.Button("Try again").Click();
        page.WaitForText(Shows);
    }
}
