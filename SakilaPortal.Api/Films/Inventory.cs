using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Films;

namespace SakilaPortal.Api.Films;

/// <summary>Copies one by one, as a clerk holds them in hand.</summary>
internal static class Inventory
{
    public static async Task<Results<Ok<Page<InventoryItem>>, ProblemHttpResult>> ListAsync(
        int? inventoryId, int? filmId, int? storeId, [AsParameters] ListQuery query, MySqlDataSource database, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var paging = query.Read(errors, ("inventoryId", "i.inventory_id"), ("storeId", "i.store_id"));
        if (errors.Any)
            return errors.AsInvalid();

        const string where = """
            FROM inventory i
            WHERE (@inventoryId IS NULL OR i.inventory_id = @inventoryId) AND (@filmId IS NULL OR i.film_id = @filmId) AND (@storeId IS NULL OR i.store_id = @storeId)
            """;
        var sql = $"""
            SELECT i.inventory_id, i.film_id, f.title, i.store_id, r.rental_id, r.customer_id, CONCAT(c.first_name, ' ', c.last_name) customer_name,
                   r.rental_date, r.rental_date + INTERVAL f.rental_duration DAY due_date
            FROM (SELECT i.inventory_id {where} ORDER BY {paging.ThenBy("i.inventory_id")} LIMIT @Take OFFSET @Offset) page
            JOIN inventory i ON i.inventory_id = page.inventory_id
            JOIN film f ON f.film_id = i.film_id
            LEFT JOIN rental r ON r.inventory_id = i.inventory_id AND r.return_date IS NULL
            LEFT JOIN customer c ON c.customer_id = r.customer_id
            ORDER BY {paging.ThenBy("i.inventory_id")}
            """;
        var parameters = new { inventoryId, filmId, storeId, paging.Take, paging.Offset };
        var items = await database.ListAsync<InventoryItem>(sql, parameters, cancellationToken);
        return TypedResults.Ok(paging.ToPage(items, await database.CountAsync(where, parameters, cancellationToken)));
    }
}
