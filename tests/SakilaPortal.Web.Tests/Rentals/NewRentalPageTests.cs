using System.Net;
using System.Text.Json;
using Bunit;
using MudBlazor;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Rentals;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Rentals;

public sealed class NewRentalPageTests : PortalContext
{
    public NewRentalPageTests()
    {
        Api.Answer("GET rentals", new Page<Rental>([Sample.Rental]));
        Api.Answer("GET films", new Page<Film>([Sample.Dinosaur]));
        Api.Answer("GET customers", new Page<Customer>([Sample.Mary]));
        Api.Answer("POST rentals", Sample.Rental, HttpStatusCode.Created);
    }

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
    public async Task AChosenCustomerShowsOpenRentalsAndBalance()
    {
        var page = Open<NewRentalPage>();

        await ChooseCustomerAsync(page);

        page.WaitForText("2 films out");
        page.WaitForText("owes $5.98");
    }

    [Fact]
    public async Task AChosenFilmShowsItsCopiesPerStoreAndWhatItCosts()
    {
        var page = Open<NewRentalPage>();

        await ChooseFilmAsync(page);

        page.WaitForText("Store 1 – 3 copies");
        page.WaitForText("Store 2 – none left");
        page.WaitForText("$0.99");
        page.WaitForText("due back Sun 11 Jan 2026");
    }

    [Fact]
    public void WhatIsMissingIsSaidAtItsFieldAndNothingIsSent()
    {
        var page = Open<NewRentalPage>();

        page.Find("form").Submit();

        page.WaitForText("Choose a customer from the list.");
        page.WaitForText("Choose a film from the list.");
        Assert.Empty(Api.BodiesOf("POST rentals"));
    }

    [Fact]
    public async Task ASavedRentalIsConfirmedAndTheEntryIsEmptyAgain()
    {
        var page = await FilledAsync();

        page.Find("form").Submit();

        page.WaitForText("Rental 16050 saved.");
        Assert.Null(page.FindComponent<MudAutocomplete<Customer>>().Instance.Value);
        Assert.Null(page.FindComponent<MudAutocomplete<Film>>().Instance.Value);
    }

    [Fact]
    public async Task ARentalIsSentWithTheDateThatWasGiven()
    {
        var page = await FilledAsync();
        await page.InvokeAsync(() => page.FindComponent<MudDatePicker>().Instance.DateChanged.InvokeAsync(new DateTime(2005, 5, 24)));
        await page.InvokeAsync(() => page.FindComponents<MudTextField<string>>().Single(field => field.Instance.Label == "Time").Instance.ValueChanged.InvokeAsync("10:15"));

        page.Find("form").Submit();

        page.WaitForText("Rental 16050 saved.");
        var sent = JsonSerializer.Deserialize<CreateRentalRequest>(Api.BodiesOf("POST rentals").Single(), JsonSerializerOptions.Web)!;
        Assert.Equal(new CreateRentalRequest(new DateTime(2005, 5, 24, 10, 15, 0, DateTimeKind.Utc), "10000000", 1, 1), sent);
    }

    [Fact]
    public async Task AFutureDateIsRefusedAtItsField()
    {
        var page = await FilledAsync();
        await page.InvokeAsync(() => page.FindComponent<MudDatePicker>().Instance.DateChanged.InvokeAsync(new DateTime(2026, 1, 6)));

        page.Find("form").Submit();

        page.WaitForText("This lies in the future");
        Assert.Empty(Api.BodiesOf("POST rentals"));
    }

    [Fact]
    public async Task TheApisWordsStandAtTheField()
    {
        Api.Refuse("POST rentals", HttpStatusCode.UnprocessableEntity, "Impossible.", new { customerDocument = new[] { "MARY SMITH is no longer active." } });
        var page = await FilledAsync();

        page.Find("form").Submit();

        page.WaitForText("MARY SMITH is no longer active.");
        Assert.False(page.Says("Impossible."));
    }

    [Fact]
    public async Task NoCopyLeftIsSaidWithTheDayOneIsDueBack()
    {
        Api.Refuse("POST rentals", HttpStatusCode.Conflict, "No copy is left in store 1; one is due back on 2026-01-09.");
        var page = await FilledAsync();

        page.Find("form").Submit();

        page.WaitForText("one is due back on 2026-01-09");
        Assert.Equal(Sample.Mary.CustomerId, page.FindComponent<MudAutocomplete<Customer>>().Instance.Value?.CustomerId);
    }

    [Fact]
    public async Task ARentalWithoutAnswerGoesOutAgainWithTheSameKeyAndMoment()
    {
        Api.Break("POST rentals");
        var page = await FilledAsync();
        page.Find("form").Submit();
        page.WaitForText("does not answer");

        Time.Advance(TimeSpan.FromMinutes(1));
        Api.Answer("POST rentals", Sample.Rental, HttpStatusCode.Created);
        page.Find("form").Submit();

        page.WaitForText("Rental 16050 saved.");
        Assert.Single(Sent.Distinct());
    }

    [Fact]
    public async Task AnAnsweredRentalIsFollowedByAnotherKey()
    {
        var page = await FilledAsync();
        page.Find("form").Submit();
        page.WaitForText("Rental 16050 saved.");

        await ChooseCustomerAsync(page);
        await ChooseFilmAsync(page);
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal(2, Sent.Select(sent => sent.Key).Distinct().Count()));
    }

    private IEnumerable<(string? Key, string Body)> Sent => Api.Asked.Where(asked => asked.Route == "POST rentals").Select(asked => (asked.IdempotencyKey, asked.Body));

    private async Task<IRenderedComponent<NewRentalPage>> FilledAsync()
    {
        var page = Open<NewRentalPage>();
        page.WaitForText("Store 1");
        await ChooseCustomerAsync(page);
        await ChooseFilmAsync(page);
        return page;
    }

    private static Task ChooseCustomerAsync(IRenderedComponent<NewRentalPage> page) =>
        page.InvokeAsync(() => page.FindComponent<MudAutocomplete<Customer>>().Instance.ValueChanged.InvokeAsync(Sample.Mary));

    private static Task ChooseFilmAsync(IRenderedComponent<NewRentalPage> page) =>
        page.InvokeAsync(() => page.FindComponent<MudAutocomplete<Film>>().Instance.ValueChanged.InvokeAsync(Sample.Dinosaur));
}
