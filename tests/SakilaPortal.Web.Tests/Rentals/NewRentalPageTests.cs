using System.Net;
using Bunit;
using MudBlazor;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Rentals;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Rentals;

public sealed class NewRentalPageTests : EntryContext
{
    [Fact]
    public void TheLatestRentalsAreListed() => Open<NewRentalPage>().WaitForText("ACADEMY DINOSAUR");

    [Fact]
    public void TheListOfLatestRentalsTeachesWhenItIsEmpty()
    {
        Api.Answer("GET rentals", new Page<Rental>([]));

        Open<NewRentalPage>().WaitForText("No rentals yet");
    }

    [Fact]
    public void TheListOfLatestRentalsSaysThatItLoads()
    {
        Api.Hold("GET rentals");

        Assert.NotEmpty(Open<NewRentalPage>().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void TheListOfLatestRentalsSaysWhatIsWrong()
    {
        Api.Refuse("GET rentals", HttpStatusCode.InternalServerError, "The database does not answer.");

        Open<NewRentalPage>().WaitForText("The database does not answer.");
    }

    [Fact]
    public async Task AChosenCustomerShowsWhatIsOutWhatIsOwedAndWhatWasNoted()
    {
        var page = Open<NewRentalPage>();

        await ChooseCustomerAsync(page);

        page.WaitForText("2 films out");
        page.WaitForText("owes $5.98");
        page.WaitForText("1 overdue");
        page.WaitForText("Prefers the phone.");
    }

    [Fact]
    public async Task AChosenFilmJoinsTheBasketWithItsCopiesPriceDueDateAndLateFee()
    {
        var page = Open<NewRentalPage>();

        await ChooseFilmAsync(page, Sample.Dinosaur);

        page.WaitForText("Store 1 – 3 copies · due back Sun 11 Jan 2026");
        page.WaitForText("$0.99");
        page.WaitForText("$1.00 for each day late");
        Assert.Null(page.FindComponent<MudAutocomplete<Film>>().Instance.Value);
    }

    [Fact]
    public void WhatIsMissingIsSaidAtItsFieldAndNothingIsSent()
    {
        var page = Open<NewRentalPage>();

        page.Find("form").Submit();

        page.WaitForText("Choose a customer from the list.");
        page.WaitForText("Choose a film from the list.");
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task ASavedRentalIsConfirmedWithItsReceiptAndTheEntryIsEmptyAgain()
    {
        var page = await FilledAsync();

        page.Find("form").Submit();

        page.WaitForText("Rental 16050 saved.");
        Assert.Contains("/rentals/receipt?id=16050", page.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Null(page.FindComponent<MudAutocomplete<Customer>>().Instance.Value);
        Assert.Empty(page.FindAll("[data-testid=basket]"));
    }

    [Fact]
    public async Task SeveralFilmsGoOutInOneRequest()
    {
        var page = await FilledAsync();
        await ChooseFilmAsync(page, Sample.Alien);

        page.Find("form").Submit();

        page.WaitForText("Rental 16050 saved.");
        Assert.Equal([new BasketLine(1, 1), new BasketLine(4, 1)], LastSent.Lines!);
    }

    [Fact]
    public async Task AFilmCanBeTakenOutOfTheBasketAgain()
    {
        var page = await FilledAsync();
        await ChooseFilmAsync(page, Sample.Alien);

        page.Find("[aria-label='Remove ACADEMY DINOSAUR']").Click();
        page.Find("form").Submit();

        page.WaitForText("Rental 16050 saved.");
        Assert.Equal([new BasketLine(4, 1)], LastSent.Lines!);
    }

    [Fact]
    public async Task ARentalIsSentWithTheDateThatWasGiven()
    {
        var page = await FilledAsync();
        await page.InvokeAsync(() => page.FindComponent<MudDatePicker>().Instance.DateChanged.InvokeAsync(new DateTime(2005, 5, 24)));
        await page.InvokeAsync(() => page.FindComponents<MudTextField<string>>().Single(field => field.Instance.Label == "Time").Instance.ValueChanged.InvokeAsync("10:15"));

        page.Find("form").Submit();

        page.WaitForText("Rental 16050 saved.");
        Assert.Equal((new DateTime(2005, 5, 24, 10, 15, 0, DateTimeKind.Utc), "10000000"), (LastSent.RentalDate, LastSent.CustomerDocument));
    }

    [Fact]
    public async Task AFutureDateIsRefusedAtItsField()
    {
        var page = await FilledAsync();
        await page.InvokeAsync(() => page.FindComponent<MudDatePicker>().Instance.DateChanged.InvokeAsync(new DateTime(2026, 1, 6)));

        page.Find("form").Submit();

        page.WaitForText("This lies in the future");
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task TheApisWordsStandAtTheField()
    {
        Api.Refuse("POST rentals/basket", HttpStatusCode.UnprocessableEntity, "Impossible.", new { customerDocument = new[] { "MARY SMITH is no longer active." } });
        var page = await FilledAsync();

        page.Find("form").Submit();

        page.WaitForText("MARY SMITH is no longer active.");
        Assert.False(page.Says("Impossible."));
    }

    [Fact]
    public async Task WhoeverComesSecondIsToldWhenACopyIsBackAndOfferedTheOtherStore()
    {
        Api.Refuse("POST rentals/basket", HttpStatusCode.Conflict, "No copy is left at store 1.");
        var page = await FilledAsync();
        Api.Answer("GET rentals/quote", Sample.QuoteOf([Sample.Dinosaur], here: 0, there: 2));

        page.Find("form").Submit();

        page.WaitForText("No copy is left at store 1.");
        page.WaitForText("None left at store 1, next due back Fri 9 Jan 2026.");
        AnswerRenting();
        page.Button("Take from store 2 (2 copies)").Click();
        page.Find("form").Submit();
        page.WaitForText("Rental 16050 saved.");
        Assert.Equal([new BasketLine(1, 2)], LastSent.Lines!);
    }

    [Fact]
    public async Task ARentalWithoutAnswerGoesOutAgainWithTheSameKeyAndMoment()
    {
        Api.Break("POST rentals/basket");
        var page = await FilledAsync();
        page.Find("form").Submit();
        page.WaitForText("will not be made twice");

        Time.Advance(TimeSpan.FromMinutes(1));
        AnswerRenting();
        page.Find("form").Submit();

        page.WaitForText("Rental 16050 saved.");
        Assert.Equal(2, Sent.Count());
        Assert.Single(Sent.Distinct());
    }

    [Fact]
    public async Task AnAnsweredRentalIsFollowedByAnotherKey()
    {
        var page = await FilledAsync();
        page.Find("form").Submit();
        page.WaitForText("Rental 16050 saved.");

        await ChooseCustomerAsync(page);
        await ChooseFilmAsync(page, Sample.Dinosaur);
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal(2, Sent.Select(sent => sent.Key).Distinct().Count()));
    }
}
