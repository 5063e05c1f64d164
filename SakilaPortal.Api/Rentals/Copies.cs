using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Films;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Films;

namespace SakilaPortal.Api.Rentals;

/// <summary>The copies of a film at a store. One is on the shelf when it has no rental without return date.</summary>
internal static class Copies
{
    /// <summary>
    /// Locks all copies of the film at the store until the transaction ends, so that a second clerk sees what the first one took, and
    /// answers with a free one. A copy that this customer had from the same second on is passed over: Sakila allows that only once.
    /// </summary>
    public static async Task<int?> TakeAsync(
        MySqlTransaction transaction, int filmId, int storeId, int customerId, DateTime rentalDate, CancellationToken cancellationToken)
    {
        const string lockAll = "SELECT inventory_id FROM inventory WHERE film_id = @filmId AND store_id = @storeId ORDER BY inventory_id FOR UPDATE";
        const string take = """
            SELECT i.inventory_id FROM inventory i
            WHERE i.film_id = @filmId AND i.store_id = @storeId
              AND NOT EXISTS (SELECT 1 FROM rental r WHERE r.inventory_id = i.inventory_id
                              AND (r.return_date IS NULL OR (r.rental_date = @rentalDate AND r.customer_id = @customerId)))
            ORDER BY i.inventory_id LIMIT 1
            """;
        var wanted = new { filmId, storeId, customerId, rentalDate };
        await transaction.ListAsync<int>(lockAll, wanted, cancellationToken);
        return await transaction.FirstAsync<int?>(take, wanted, cancellationToken);
    }

    /// <summary>409, saying of each film when a copy is due back, and where else one stands on the shelf.</summary>
    public static async Task<ProblemHttpResult> NoneLeftAsync(
        MySqlTransaction transaction, IReadOnlyList<WantedFilm> missing, DateTime now, CancellationToken cancellationToken)
    {
        var stock = await FilmStock.OfAsync(transaction, [.. missing.Select(film => film.FilmId).Distinct()], cancellationToken);
        var lines = missing.Distinct().Select(film =>
        {
            var stores = stock[film.FilmId].ToList();
            var here = stores.First(store => store.StoreId == film.StoreId);
            return new MissingFilm(film.FilmId, here.Title, film.StoreId, here.NextDue, [.. stores.Where(store => store.Copies > 0 && store.StoreId != film.StoreId).Select(store => store.ToStock())]);
        }).ToList();
        return Problems.Conflict(string.Join(' ', lines.Select(line => line.Say(now))), new Dictionary<string, object?>
        {
            ["nextDue"] = lines.Min(line => line.NextDue), ["unavailable"] = lines,
        });
    }

    private sealed record MissingFilm(int FilmId, string Title, int StoreId, DateTime? NextDue, IReadOnlyList<Stock> Elsewhere)
    {
        public string Say(DateTime now)
        {
            var here = NextDue is { } due
                ? $"No copy of {Title} is left at store {StoreId}; the next one {(due < now ? "was" : "is")} due back on {due:yyyy-MM-dd} at {due:HH:mm} UTC."
                : $"Store {StoreId} has no copy of {Title} to wait for; try another store.";
            return Elsewhere is [var other, ..] ? $"{here} Store {other.StoreId} has {other.Copies} on the shelf." : here;
        }
    }
}
