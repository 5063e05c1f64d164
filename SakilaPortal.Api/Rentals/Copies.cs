using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;

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

    /// <summary>409, saying when a copy is due back.</summary>
    public static async Task<ProblemHttpResult> NoneLeftAsync(
        MySqlTransaction transaction, int filmId, string title, int storeId, DateTime now, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT MIN(r.rental_date + INTERVAL f.rental_duration DAY)
            FROM inventory i
            JOIN film f ON f.film_id = i.film_id
            JOIN rental r ON r.inventory_id = i.inventory_id AND r.return_date IS NULL
            WHERE i.film_id = @filmId AND i.store_id = @storeId
            """;
        var nextDue = await transaction.FirstAsync<DateTime?>(sql, new { filmId, storeId }, cancellationToken);
        return Problems.Conflict(
            nextDue is { } due
                ? $"No copy of {title} is left at store {storeId}; the next one {(due < now ? "was" : "is")} due back on {due:yyyy-MM-dd} at {due:HH:mm} UTC."
                : $"Store {storeId} has no copy of {title}; try another store.",
            new Dictionary<string, object?> { ["nextDue"] = nextDue });
    }
}
