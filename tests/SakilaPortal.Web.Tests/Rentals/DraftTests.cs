using Bunit;
using MudBlazor;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Web.Rentals;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Rentals;

/// <summary>What a clerk has entered outlives the page, and fast fingers outrun no answer.</summary>
public sealed class DraftTests : EntryContext
{
    [Fact]
    public async Task WhatWasEnteredIsThereAgainWhenThePageIsLoadedAnew()
    {
        await FilledAsync();

        var page = OpenAnew();

        page.WaitForText("This is what you had entered here before.");
        Assert.Equal(Sample.Mary.CustomerId, page.FindComponent<MudAutocomplete<Customer>>().Instance.Value?.CustomerId);
        page.WaitForText("Store 1 – 3 copies");
        page.Find("form").Submit();
        page.WaitForText("Rental 16050 saved.");
    }

    [Fact]
    public async Task ARentalWhoseAnswerWasLostIsFinishedWithItsOwnKeyWhenThePageIsLoadedAnew()
    {
        Api.Break("POST rentals/basket");
        var before = await FilledAsync();
        before.Find("form").Submit();
        before.WaitForText("will not be made twice");
        Time.Advance(TimeSpan.FromMinutes(5));
        AnswerRenting();

        var page = OpenAnew();

        page.WaitForText("Rental 16050 saved.");
        Assert.Equal(2, Sent.Count());
        Assert.Single(Sent.Distinct());
    }

    [Fact]
    public async Task AnotherPersonDoesNotSeeIt()
    {
        await FilledAsync();
        Person.SetAuthorized("grace");

        var page = OpenAnew();

        Assert.Null(page.FindComponent<MudAutocomplete<Customer>>().Instance.Value);
    }

    [Fact]
    public async Task WhatIsSavedOrThrownAwayIsKeptNoLonger()
    {
        var page = await FilledAsync();

        page.Button("Start over").Click();

        page.WaitForAssertion(() => Assert.NotEmpty(JSInterop.Invocations["localStorage.removeItem"]));
    }

    [Fact]
    public async Task EnterTakesWhatWasTypedBeforeAnythingCouldBeOffered()
    {
        var page = Open<NewRentalPage>();
        page.WaitForText("Store 1");

        await page.InvokeAsync(() => page.FindComponent<MudAutocomplete<Customer>>().Instance.TextChanged.InvokeAsync("10000000"));
        page.Find("form").Submit();
        page.WaitForText("owes $5.98");
        await page.InvokeAsync(() => page.FindComponent<MudAutocomplete<Film>>().Instance.TextChanged.InvokeAsync("acad"));
        page.Find("form").Submit();

        page.WaitForText("Store 1 – 3 copies");
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task EnterPressedTwiceBeforeTheAnswerTakesTheFilmOnceAndLeavesTheFieldEmptyAndClosed()
    {
        var page = Open<NewRentalPage>();
        page.WaitForText("Store 1");
        await ChooseCustomerAsync(page);
        var answer = Api.Hold("GET films");
        var field = page.FindComponent<MudAutocomplete<Film>>();
        field.Find("input").Focus();
        var typing = field.Find("input").InputAsync(new() { Value = "academy" });
        var offering = page.InvokeAsync(field.Instance.OpenMenuAsync);
        var enter = page.Find("form").SubmitAsync();
        await page.Find("form").SubmitAsync();

        answer.SetResult(new Contracts.Page<Film>([Sample.Dinosaur]));

        page.WaitForText("Store 1 – 3 copies");
        await Task.WhenAll(typing, offering, enter);
        Assert.Single(page.FindAll("[data-testid=basket] li"));
        Assert.Equal(("", "false"), (field.Find("input").GetAttribute("value") ?? "", field.Find("input").GetAttribute("aria-expanded")));
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task AChoiceOutOfAnOlderListGivesWayToWhatWasTypedLast()
    {
        var page = Open<NewRentalPage>();
        page.WaitForText("Store 1");
        var field = page.FindComponent<MudAutocomplete<Film>>().Instance;
        await page.InvokeAsync(() => field.SearchFunc!("a", CancellationToken.None));
        Api.Answer("GET films", new Contracts.Page<Film>([Sample.Alien]));
        Api.Answer("GET rentals/quote", Sample.QuoteOf([Sample.Alien]));

        await page.InvokeAsync(() => field.TextChanged.InvokeAsync("alien"));
        await ChooseFilmAsync(page, Sample.Dinosaur);

        page.WaitForAssertion(() => Assert.Contains("ALIEN CENTER", page.Find("[data-testid=basket]").TextContent, StringComparison.Ordinal));
    }
}
