using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

/// <summary>Rents one copy, or a basket of them; each request in one transaction with its payments, its audit and its answer.</summary>
internal static class RentFilm
{
    private const int MostLines = 20;

    public static async Task<Results<Created<Rental>, ProblemHttpResult>> CreateAsync(
        CreateRentalRequest request, [FromHeader(Name = Idempotency.Header)] string? key, ClaimsPrincipal caller,
        MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var errors = Check(request.RentalDate, request.CustomerDocument, key);
        CheckLine(errors, new(request.FilmId, request.StoreId), "");
        if (errors.Any)
            return errors.AsInvalid();
        if (RentalTimes.Fault(request.RentalDate!.Value, now) is { } fault)
            return Problems.Impossible("rentalDate", fault);

        return await database.OnceAsync<Rental>(Idempotency.Of(caller, key!, request, now), Address, async transaction =>
        {
            var counter = new Counter(transaction, caller, clock);
            var answer = await counter.RentAsync(
                request.RentalDate.Value, request.CustomerDocument!, [new(request.FilmId!.Value, request.StoreId!.Value)], _ => "", cancellationToken);
            return answer.Result is Ok<IReadOnlyList<Rental>> { Value: [var rental] }
                ? TypedResults.Created(Address(rental), rental)
                : (ProblemHttpResult)answer.Result;
        }, cancellationToken);
    }

    public static async Task<Results<Created<Basket>, ProblemHttpResult>> CreateBasketAsync(
        CreateBasketRequest request, [FromHeader(Name = Idempotency.Header)] string? key, ClaimsPrincipal caller,
        MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var errors = Check(request.RentalDate, request.CustomerDocument, key);
        var lines = request.Lines ?? [];
        if (lines.Count is 0 or > MostLines)
            errors.Add("lines", $"A basket holds 1 to {MostLines} films; this one has {lines.Count}.");
        for (var i = 0; i < lines.Count; i++)
            CheckLine(errors, lines[i], LineName(i));
        if (errors.Any)
            return errors.AsInvalid();
        if (RentalTimes.Fault(request.RentalDate!.Value, now) is { } fault)
            return Problems.Impossible("rentalDate", fault);

        return await database.OnceAsync<Basket>(Idempotency.Of(caller, key!, request, now), BasketAddress, async transaction =>
        {
            var counter = new Counter(transaction, caller, clock);
            var answer = await counter.RentAsync(request.RentalDate.Value, request.CustomerDocument!,
                [.. lines.Select(line => new WantedFilm(line.FilmId!.Value, line.StoreId!.Value))], LineName, cancellationToken);
            if (answer.Result is not Ok<IReadOnlyList<Rental>> { Value: { } rentals })
                return (ProblemHttpResult)answer.Result;
            var basket = new Basket(rentals, rentals.Sum(rental => rental.Amount ?? 0));
            return TypedResults.Created(BasketAddress(basket), basket);
        }, cancellationToken);
    }

    private static string Address(Rental rental) => $"/api/rentals/{rental.RentalId}";

    private static string BasketAddress(Basket basket) => Address(basket.Items[0]);

    private static string LineName(int line) => $"lines[{line}].";

    private static FieldErrors Check(DateTime? rentalDate, string? customerDocument, string? key)
    {
        var errors = new FieldErrors();
        Idempotency.Check(errors, key);
        errors.Require("rentalDate", rentalDate);
        errors.Require("customerDocument", customerDocument, 32);
        return errors;
    }

    private static void CheckLine(FieldErrors errors, BasketLine line, string name)
    {
        errors.Require($"{name}filmId", line.FilmId);
        errors.Require($"{name}storeId", line.StoreId);
    }
}
