using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

/// <summary>Rents a copy: finds customer, film and store, takes a free copy under lock, and writes rental, payment and answer in one transaction.</summary>
internal static class RentFilm
{
    private sealed record FilmRow(int FilmId, string Title, int RentalDuration, decimal RentalRate);
    private sealed record CustomerRow(int CustomerId, string Name, bool Active);
    private sealed record StoreRow(int StoreId, int ManagerStaffId);

    public static async Task<Results<Created<Rental>, ProblemHttpResult>> CreateAsync(
        CreateRentalRequest request, [FromHeader(Name = Idempotency.Header)] string? key, ClaimsPrincipal caller,
        MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var errors = Check(request, key);
        if (errors.Any)
            return errors.AsInvalid();
        if (RentalTimes.Fault(request.RentalDate!.Value, now) is { } fault)
            return Problems.Impossible("rentalDate", fault);

        var claim = new Idempotency.Claim(caller.UserId, key!.Trim(), Idempotency.Hash(request), now);
        return await database.InTransactionAsync(async transaction =>
        {
            if (await Idempotency.FindEarlierAsync(transaction, claim, cancellationToken) is { } earlier)
                return earlier;
            var answer = await RentAsync(transaction, request, caller.StaffId, now, cancellationToken);
            if (answer.Result is Created<Rental> { Value: { } rental })
            {
                await Idempotency.KeepAsync(transaction, claim, rental, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
            return answer;
        }, cancellationToken);
    }

    public static Created<Rental> Answer(Rental rental) => TypedResults.Created($"/api/rentals/{rental.RentalId}", rental);

    private static FieldErrors Check(CreateRentalRequest request, string? key)
    {
        var errors = new FieldErrors();
        errors.Require(Idempotency.Header, key, Idempotency.LongestKey);
        errors.Require("rentalDate", request.RentalDate);
        errors.Require("customerDocument", request.CustomerDocument, 32);
        errors.Require("filmId", request.FilmId);
        errors.Require("storeId", request.StoreId);
        return errors;
    }

    private static async Task<Results<Created<Rental>, ProblemHttpResult>> RentAsync(
        MySqlTransaction transaction, CreateRentalRequest request, int? staffId, DateTime now, CancellationToken cancellationToken)
    {
        var customer = await transaction.FirstAsync<CustomerRow>("""
            SELECT c.customer_id, CONCAT(c.first_name, ' ', c.last_name) name, c.active
            FROM portal.customer_document d JOIN customer c ON c.customer_id = d.customer_id WHERE d.document = @document
            """, new { document = request.CustomerDocument!.Trim() }, cancellationToken);
        var film = await transaction.FirstAsync<FilmRow>(
            "SELECT film_id, title, rental_duration, rental_rate FROM film WHERE film_id = @FilmId", request, cancellationToken);
        var store = await transaction.FirstAsync<StoreRow>(
            "SELECT store_id, manager_staff_id FROM store WHERE store_id = @StoreId", request, cancellationToken);

        var errors = new FieldErrors();
        if (customer is null)
            errors.Add("customerDocument", $"No customer has the document '{request.CustomerDocument.Trim()}'; look it up under customers.");
        else if (!customer.Active)
            errors.Add("customerDocument", $"{customer.Name} is no longer an active customer, so nothing can be rented to them.");
        if (film is null)
            errors.Add("filmId", $"There is no film {request.FilmId}; look it up under films.");
        if (store is null)
            errors.Add("storeId", $"There is no store {request.StoreId}.");
        if (errors.Any)
            return errors.AsImpossible();

        var rentalDate = RentalTimes.ToStored(request.RentalDate!.Value);
        var inventoryId = await Copies.TakeAsync(transaction, film!.FilmId, store!.StoreId, customer!.CustomerId, rentalDate, cancellationToken);
        if (inventoryId is null)
            return await Copies.NoneLeftAsync(transaction, film.FilmId, film.Title, store.StoreId, now, cancellationToken);

        var rental = new Rental(0, rentalDate, rentalDate.AddDays(film.RentalDuration), customer.CustomerId, film.FilmId, film.Title,
            inventoryId.Value, store.StoreId, staffId ?? store.ManagerStaffId, null, film.RentalRate,
            CustomerName: customer.Name, CustomerDocument: request.CustomerDocument.Trim());
        return await InsertAsync(transaction, rental, cancellationToken);
    }

    private static async Task<Results<Created<Rental>, ProblemHttpResult>> InsertAsync(
        MySqlTransaction transaction, Rental rental, CancellationToken cancellationToken)
    {
        // The stock triggers put the time of the insert in place of the date given, so it is set again.
        const string insertRental = """
            INSERT INTO rental (rental_date, inventory_id, customer_id, staff_id) VALUES (@RentalDate, @InventoryId, @CustomerId, @StaffId);
            UPDATE rental SET rental_date = @RentalDate WHERE rental_id = LAST_INSERT_ID();
            SELECT LAST_INSERT_ID();
            """;
        const string insertPayment = """
            INSERT INTO payment (customer_id, staff_id, rental_id, amount, payment_date) VALUES (@CustomerId, @StaffId, @RentalId, @Amount, @RentalDate);
            UPDATE payment SET payment_date = @RentalDate WHERE payment_id = LAST_INSERT_ID();
            SELECT LAST_INSERT_ID();
            """;
        try
        {
            rental = rental with { RentalId = await transaction.FirstAsync<int>(insertRental, rental, cancellationToken) };
        }
        catch (MySqlException same) when (same.ErrorCode == MySqlErrorCode.DuplicateKeyEntry)
        {
            return Problems.Conflict("This customer rented the same copy in this very second already; try again in a moment.");
        }
        return Answer(rental with { PaymentId = await transaction.FirstAsync<long>(insertPayment, rental, cancellationToken) });
    }
}
