using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Customers;

namespace SakilaPortal.Api.Customers;

/// <summary>All about one customer.</summary>
internal static class CustomerCard
{
    public static async Task<Results<Ok<CustomerDetails>, ProblemHttpResult>> GetAsync(
        int id, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT c.customer_id, d.document, c.first_name, c.last_name, c.email, c.store_id, c.active, c.create_date,
                   CONCAT_WS(', ', a.address, NULLIF(a.address2, '')) address, a.district, ci.city, co.country, a.postal_code, a.phone,
                   COALESCE(r.open_rentals, 0) open_rentals, COALESCE(r.overdue_rentals, 0) overdue_rentals, COALESCE(r.rentals, 0) rentals,
                   (SELECT COALESCE(SUM(p.amount), 0) FROM payment p WHERE p.customer_id = c.customer_id) paid,
                   (SELECT COALESCE(SUM(w.amount), 0) FROM rental r JOIN portal.late_fee_waiver w ON w.rental_id = r.rental_id WHERE r.customer_id = c.customer_id) waived
            FROM customer c
            JOIN address a ON a.address_id = c.address_id
            JOIN city ci ON ci.city_id = a.city_id
            JOIN country co ON co.country_id = ci.country_id
            LEFT JOIN portal.customer_document d ON d.customer_id = c.customer_id
            LEFT JOIN (SELECT r.customer_id, COUNT(*) rentals, SUM(r.return_date IS NULL) open_rentals,
                              SUM(r.return_date IS NULL AND r.rental_date + INTERVAL f.rental_duration DAY < @now) overdue_rentals
                       FROM rental r JOIN inventory i ON i.inventory_id = r.inventory_id JOIN film f ON f.film_id = i.film_id
                       WHERE r.customer_id = @id GROUP BY r.customer_id) r ON r.customer_id = c.customer_id
            WHERE c.customer_id = @id
            """;
        var now = clock.GetUtcNow().UtcDateTime;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await connection.ListAsync<CustomerDetails>(sql, new { id, now }, cancellationToken) is not [var customer])
            return Missing(id);
        return TypedResults.Ok(customer with
        {
            Balance = (await Balances.OfAsync(connection, [id], now, cancellationToken)).GetValueOrDefault(id),
            Notes = await CustomerNotes.OfAsync(connection, id, cancellationToken),
        });
    }

    public static ProblemHttpResult Missing(int id) => Problems.NotFound($"There is no customer {id}; look it up in the list of customers.");
}
