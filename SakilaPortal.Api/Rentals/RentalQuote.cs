using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Films;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

/// <summary>Price, due date and copies of what a clerk is about to rent out; nothing is written or held.</summary>
internal static class RentalQuote
{
    // What Sakila's get_customer_balance adds for each day.
    private const decimal LateFeePerDay = 1m;

    private sealed record FilmRow(int FilmId, string Title, int RentalDuration, decimal RentalRate);

    public static async Task<Results<Ok<Quote>, ProblemHttpResult>> GetAsync(
        int[] filmId, int[] storeId, DateTimeOffset? rentalDate, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (filmId.Length == 0)
            errors.Add("filmId", "Name at least one film, as filmId=1.");
        if (storeId.Length != 1 && storeId.Length != filmId.Length)
            errors.Add("storeId", "Name one store for all films, or one for each.");
        if (errors.Any)
            return errors.AsInvalid();
        var now = clock.GetUtcNow().UtcDateTime;
        if (rentalDate is { } given && RentalTimes.Fault(given.UtcDateTime, now) is { } fault)
            return Problems.Impossible("rentalDate", fault);

        const string find = "SELECT film_id, title, rental_duration, rental_rate FROM film WHERE film_id IN @filmId";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var films = (await connection.ListAsync<FilmRow>(find, new { filmId }, cancellationToken)).ToDictionary(film => film.FilmId);
        foreach (var unknown in filmId.Where(id => !films.ContainsKey(id)).Distinct())
            errors.Add("filmId", $"There is no film {unknown}; look it up under films.");
        if (errors.Any)
            return errors.AsImpossible();

        // Every film's stock names all stores.
        var stock = await FilmStock.OfAsync(connection, [.. films.Keys], null, cancellationToken);
        foreach (var unknown in storeId.Except(stock[filmId[0]].Select(row => row.StoreId)))
            errors.Add("storeId", $"There is no store {unknown}.");
        if (errors.Any)
            return errors.AsImpossible();
        var date = RentalTimes.ToStored(rentalDate?.UtcDateTime ?? now);
        var lines = filmId.Select((id, line) => new QuoteLine(
            id, films[id].Title, storeId.Length == 1 ? storeId[0] : storeId[line], films[id].RentalRate, date.AddDays(films[id].RentalDuration),
            [.. stock[id].Select(row => row.ToStock())])).ToList();
        return TypedResults.Ok(new Quote(date, lines, lines.Sum(line => line.Amount), LateFeePerDay));
    }
}
