using MySqlConnector;
using SakilaPortal.Api.Data;

namespace SakilaPortal.Api.Customers;

/// <summary>
/// Sakila's get_customer_balance for many customers at once, less the late fees that were waived, of which it knows nothing. Its result is a
/// DECIMAL(5,2), which the late fee of one old rental exceeds, and then the function fails; this has room.
/// </summary>
internal static class Balances
{
    private sealed record Row(int CustomerId, decimal Balance);

    private const string Sql = """
        SELECT customer_id, SUM(amount) balance FROM (
            SELECT r.customer_id, f.rental_rate
                 + GREATEST(COALESCE(TO_DAYS(r.return_date) - TO_DAYS(r.rental_date) - CAST(f.rental_duration AS SIGNED), 0), 0) amount
            FROM rental r
            JOIN inventory i ON i.inventory_id = r.inventory_id
            JOIN film f ON f.film_id = i.film_id
            WHERE r.customer_id IN @customerIds AND r.rental_date <= @now
            UNION ALL
            SELECT p.customer_id, -p.amount FROM payment p WHERE p.customer_id IN @customerIds AND p.payment_date <= @now
            UNION ALL
            SELECT r.customer_id, -w.amount FROM portal.late_fee_waiver w JOIN rental r ON r.rental_id = w.rental_id WHERE r.customer_id IN @customerIds
        ) entries
        GROUP BY customer_id
        """;

    public static async Task<Dictionary<int, decimal>> OfAsync(
        MySqlConnection connection, IReadOnlyList<int> customerIds, DateTime now, CancellationToken cancellationToken)
    {
        var rows = await connection.ListAsync<Row>(Sql, new { customerIds, now }, cancellationToken);
        return rows.ToDictionary(row => row.CustomerId, row => row.Balance);
    }

    /// <summary>One customer's, within a transaction.</summary>
    public static async Task<decimal> OfAsync(MySqlTransaction transaction, int customerId, DateTime now, CancellationToken cancellationToken) =>
        (await transaction.FirstAsync<Row>(Sql, new { customerIds = new[] { customerId }, now }, cancellationToken))?.Balance ?? 0;
}
