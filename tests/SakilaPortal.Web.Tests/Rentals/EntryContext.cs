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

/// <summary>The entry of a rental with an Api that answers everything it asks.</summary>
public abstract class EntryContext : PortalContext
{
    private protected EntryContext()
    {
        Api.Answer("GET rentals", new Page<Rental>([Sample.Rental]));
        Api.Answer("GET films", new Page<Film>([Sample.Dinosaur]));
        Api.Answer("GET customers", new Page<Customer>([Sample.Mary]));
        Api.Answer("GET customers/1", Sample.MaryInFull);
        Api.Answer("GET rentals/quote", Sample.QuoteOf([Sample.Dinosaur]));
        AnswerRenting();
    }

    private protected void AnswerRenting() => Api.Answer("POST rentals/basket", new Basket([Sample.Rental], 0.99m), HttpStatusCode.Created);

    /// <summary>The Api says that the draft's key was used, and for what.</summary>
    private protected void RefuseAsMade(params Rental[] earlier) => Api.Answer("POST rentals/basket", new
    {
        detail = "Idempotency-Key: This key was used for another request.", errors = new Dictionary<string, string[]> { ["Idempotency-Key"] = ["Used."] }, earlier = new Basket(earlier, 0.99m),
    }, HttpStatusCode.UnprocessableEntity);

    private protected IEnumerable<(string? Key, string Body)> Sent =>
        Api.Asked.Where(asked => asked.Route == "POST rentals/basket").Select(asked => (asked.IdempotencyKey, asked.Body));

    private protected CreateBasketRequest LastSent => JsonSerializer.Deserialize<CreateBasketRequest>(Sent.Last().Body, JsonSerializerOptions.Web)!;

    private protected async Task<IRenderedComponent<NewRentalPage>> FilledAsync()
    {
        var page = Open<NewRentalPage>();
        page.WaitForText("Store 1");
        await ChooseCustomerAsync(page);
        await ChooseFilmAsync(page, Sample.Dinosaur);
        return page;
    }

    // As after a lost connection or a new start of the server, or in another tab: all that is there is what the browser keeps.
    private protected IRenderedComponent<NewRentalPage> OpenAnew()
    {
        var kept = JSInterop.Invocations["localStorage.setItem"];
        JSInterop.Setup<string>("localStorage.getItem", _ => true).SetResult((string)kept[^1].Arguments[1]!);
        return Open<NewRentalPage>();
    }

    private protected static Task ChooseCustomerAsync(IRenderedComponent<NewRentalPage> page) =>
        page.InvokeAsync(() => page.FindComponent<MudAutocomplete<Customer>>().Instance.ValueChanged.InvokeAsync(Sample.Mary));

    private protected static Task ChooseFilmAsync(IRenderedComponent<NewRentalPage> page, Film film) =>
        page.InvokeAsync(() => page.FindComponent<MudAutocomplete<Film>>().Instance.ValueChanged.InvokeAsync(film));
}
