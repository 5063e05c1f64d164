using Bunit;
using MudBlazor;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Rentals;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Rentals;

/// <summary>One draft is one rental, whatever becomes of its request, its tab and its person.</summary>
public sealed class DraftKeyTests : EntryContext
{
    [Fact]
    public async Task ADraftThatIsOpenInTwoTabsIsMadeOnceAndTheSecondTabSaysSo()
    {
        var first = await FilledAsync();
        var second = OpenAnew();
        second.WaitForText("Store 1 – 3 copies");
        first.Find("form").Submit();
        first.WaitForText("Rental 16050 saved.");
        RefuseAsMade(Sample.Rental);
        Time.Advance(TimeSpan.FromMinutes(1));

        second.Find("form").Submit();

        second.WaitForText("This entry was saved before");
        Assert.Contains("/rentals/16050", second.FindAll("[data-testid=made-before] a").Select(link => link.GetAttribute("href")));
        Assert.Single(Sent.Select(sent => sent.Key).Distinct());
        Assert.Empty(second.FindAll("[data-testid=basket]"));
        Assert.False(second.Says("kept below"));
    }

    [Fact]
    public async Task WhatIsChangedAfterALostAnswerKeepsItsKeyAndIsAnotherRentalOnlyWhenTheFirstOneWasMade()
    {
        Api.Break("POST rentals/basket");
        var page = await FilledAsync();
        page.Find("form").Submit();
        page.WaitForText("will not be made twice");
        await ChooseFilmAsync(page, Sample.Alien);
        RefuseAsMade(Sample.Rental);
        page.Find("form").Submit();
        page.WaitForText("kept below, as another rental");
        Assert.Equal(2, page.FindAll("[data-testid=basket] li").Count);

        AnswerRenting();
        page.Find("form").Submit();

        page.WaitForText("Rental 16050 saved.");
        var keys = Sent.Select(sent => sent.Key).ToList();
        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[1], keys[2]);
        Assert.Equal([new BasketLine(1, 1), new BasketLine(4, 1)], LastSent.Lines!);
    }

    [Fact]
    public async Task WhileItIsSavedTheEntryIsLockedAndNothingChangesIt()
    {
        var answer = Api.Hold("POST rentals/basket");
        var page = await FilledAsync();
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("fieldset").GetAttribute("disabled")));

        await ChooseFilmAsync(page, Sample.Alien);
        page.Button("Start over").Click();
        Assert.Single(page.FindAll("[data-testid=basket] li"));
        answer.SetResult(new Basket([Sample.Rental], 0.99m));

        page.WaitForText("Rental 16050 saved.");
        Assert.Null(page.Find("fieldset").GetAttribute("disabled"));
    }

    [Fact]
    public async Task EachPersonsDraftHasAPlaceOfItsOwn()
    {
        await FilledAsync();
        Person.SetAuthorized("grace");
        var page = Open<NewRentalPage>();
        page.WaitForText("Store 1");

        page.Button("Start over").Click();

        page.WaitForAssertion(() => Assert.NotEmpty(JSInterop.Invocations["localStorage.removeItem"]));
        Assert.NotEqual(JSInterop.Invocations["localStorage.setItem"][^1].Arguments[0], JSInterop.Invocations["localStorage.removeItem"][^1].Arguments[0]);
    }

    [Fact]
    public async Task ADraftThatLayShowsItsCustomerAsOfNow()
    {
        Api.Answer("GET customers/1", Sample.MaryInFull with { OpenRentals = 3, Balance = 0, Active = false });
        var page = Open<NewRentalPage>();

        await ChooseCustomerAsync(page);

        page.WaitForText("3 films out");
        var glance = page.Find("[data-testid=customer]").TextContent;
        Assert.Contains("owes nothing", glance, StringComparison.Ordinal);
        Assert.Contains("no longer active", glance, StringComparison.Ordinal);
    }
}
