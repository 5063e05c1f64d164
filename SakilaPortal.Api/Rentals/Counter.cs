using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Payments;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

internal sealed record WantedFilm(int FilmId, int StoreId);

/// <summary>Hands out copies within one transaction: finds customer, films and stores, takes free copies under lock, writes rentals and payments.</summary>
internal sealed class Counter(MySqlTransaction transaction, ClaimsPrincipal caller, TimeProvider clock)
{
    private sealed record FilmRow(int FilmId, string Title, int RentalDuration, decimal RentalRate);
    private sealed record CustomerRow(int CustomerId, string Name, bool Active);
    private sealed record StoreRow(int StoreId, int ManagerStaffId);

    /// <summary>All that is wanted, in its order, or what stands against it; <paramref name="name"/> begins the field names of a line.</summary>
    public async Task<Results<Ok<IReadOnlyList<Rental>>, ProblemHttpResult>> RentAsync(
        DateTime date, string document, IReadOnlyList<WantedFilm> wanted, Func<int, string> name, CancellationToken cancellationToken)
    {
        var (customer, films, stores) = await FindAsync(document.Trim(), wanted, cancellationToken);
        var errors = Check(document.Trim(), customer, films, stores, wanted, name);
        if (errors.Any)
            return errors.AsImpossible();

        var rentalDate = RentalTimes.ToStored(date);
        var rentals = new Rental[wanted.Count];
        var missing = new List<WantedFilm>();
        // Every counter locks in the same order, so that two baskets never wait for each other.
        foreach (var line in Enumerable.Range(0, wanted.Count).OrderBy(line => wanted[line].StoreId).ThenBy(line => wanted[line].FilmId))
        {
            var (film, store) = (films[wanted[line].FilmId], stores[wanted[line].StoreId]);
            if (await Copies.TakeAsync(transaction, film.FilmId, store.StoreId, customer!.CustomerId, rentalDate, cancellationToken) is not { } inventoryId)
            {
                missing.Add(wanted[line]);
                continue;
            }
            rentals[line] = new(0, rentalDate, rentalDate.AddDays(film.RentalDuration), customer.CustomerId, film.FilmId, film.Title,
                inventoryId, store.StoreId, caller.StaffId ?? store.ManagerStaffId, null, film.RentalRate,
                CustomerName: customer.Name, CustomerDocument: document.Trim());
            if (await InsertAsync(rentals[line], cancellationToken) is not { } inserted)
                return Problems.Conflict("This customer rented the same copy in this very second already; try again in a moment.");
            rentals[line] = inserted;
        }
        return missing.Count == 0
            ? TypedResults.Ok<IReadOnlyList<Rental>>(rentals)
            : await Copies.NoneLeftAsync(transaction, missing, clock.GetUtcNow().UtcDateTime, cancellationToken);
    }

    private async Task<(CustomerRow? Customer, Dictionary<int, FilmRow> Films, Dictionary<int, StoreRow> Stores)> FindAsync(
        string document, IReadOnlyList<WantedFilm> wanted, CancellationToken cancellationToken)
    {
        var customer = await transaction.FirstAsync<CustomerRow>("""
            SELECT c.customer_id, CONCAT(c.first_name, ' ', c.last_name) name, c.active
            FROM portal.customer_document d JOIN customer c ON c.customer_id = d.customer_id WHERE d.document = @document
            """, new { document }, cancellationToken);
        var films = await transaction.ListAsync<FilmRow>(
            "SELECT film_id, title, rental_duration, rental_rate FROM film WHERE film_id IN @ids", new { ids = wanted.Select(line => line.FilmId) }, cancellationToken);
        var stores = await transaction.ListAsync<StoreRow>("SELECT store_id, manager_staff_id FROM store", null, cancellationToken);
        return (customer, films.ToDictionary(film => film.FilmId), stores.ToDictionary(store => store.StoreId));
    }

    private static FieldErrors Check(
        string document, CustomerRow? customer, Dictionary<int, FilmRow> films, Dictionary<int, StoreRow> stores, IReadOnlyList<WantedFilm> wanted, Func<int, string> name)
    {
        var errors = new FieldErrors();
        if (customer is null)
            errors.Add("customerDocument", $"No customer has the document '{document}'; look it up under customers.");
        else if (!customer.Active)
            errors.Add("customerDocument", $"{customer.Name} is no longer an active customer, so nothing can be rented to them.");
        for (var line = 0; line < wanted.Count; line++)
        {
            if (!films.ContainsKey(wanted[line].FilmId))
                errors.Add($"{name(line)}filmId", $"There is no film {wanted[line].FilmId}; look it up under films.");
            if (!stores.ContainsKey(wanted[line].StoreId))
                errors.Add($"{name(line)}storeId", $"There is no store {wanted[line].StoreId}.");
        }
        return errors;
    }

    private async Task<Rental?> InsertAsync(Rental rental, CancellationToken cancellationToken)
    {
        // The stock triggers put the time of the insert in place of the date given, so it is set again.
        const string insertRental = """
            INSERT INTO rental (rental_date, inventory_id, customer_id, staff_id) VALUES (@RentalDate, @InventoryId, @CustomerId, @StaffId);
            UPDATE rental SET rental_date = @RentalDate WHERE rental_id = LAST_INSERT_ID();
            SELECT LAST_INSERT_ID();
            """;
        try
        {
            rental = rental with { RentalId = await transaction.FirstAsync<int>(insertRental, rental, cancellationToken) };
        }
        catch (MySqlException same) when (same.ErrorCode == MySqlErrorCode.DuplicateKeyEntry)
        {
            return null;
        }
        var payment = new NewPayment(rental.CustomerId, rental.StaffId, rental.RentalId, rental.Amount!.Value, rental.RentalDate);
        rental = rental with { PaymentId = await payment.InsertAsync(transaction, cancellationToken) };
        await Audit.WriteAsync(transaction, clock, caller.UserName, "rental.create", $"rental {rental.RentalId}",
            new { rental.InventoryId, rental.CustomerId, rental.RentalDate, rental.Amount }, cancellationToken);
        return rental;
    }
}
