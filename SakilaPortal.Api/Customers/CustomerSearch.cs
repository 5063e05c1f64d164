using Dapper;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Customers;

namespace SakilaPortal.Api.Customers;

internal static class CustomerSearch
{
    private sealed record BalanceRow(int CustomerId, decimal Balance);

    public static async Task<IReadOnlyList<Customer>> FindAsync(
        MySqlDataSource database, string[] words, string? document, Paging paging, DateTime now, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(new { document, paging.Take, paging.Offset });
        for (var i = 0; i < words.Length; i++)
            parameters.Add($"word{i}", SearchText.Prefix(words[i]));
        var matches = words.Select((_, i) =>
            $"(c.first_name LIKE @word{i} OR c.last_name LIKE @word{i} OR c.email LIKE @word{i} OR d.document LIKE @word{i})");

        var sql = $"""
            SELECT c.customer_id, d.document, c.first_name, c.last_name, c.email, c.store_id, c.active,
                   (SELECT COUNT(*) FROM rental r WHERE r.customer_id = c.customer_id AND r.return_date IS NULL) open_rentals
            FROM customer c
            LEFT JOIN portal.customer_document d ON d.customer_id = c.customer_id
            WHERE {string.Join(" AND ", matches.Prepend("(@document IS NULL OR d.document = @document)"))}
            ORDER BY {paging.OrderBy}, c.last_name, c.first_name, c.customer_id
            LIMIT @Take OFFSET @Offset
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var customers = await connection.ListAsync<Customer>(sql, parameters, cancellationToken);
        var balances = await BalancesAsync(connection, customers, now, cancellationToken);
        return [.. customers.Select(customer => customer with { Balance = balances.GetValueOrDefault(customer.CustomerId) })];
    }

    // Sakila's get_customer_balance for many customers at once. Its result is a DECIMAL(5,2), which the late fee of one old rental
    // exceeds, and then the function fails; this has room.
    private static async Task<Dictionary<int, decimal>> BalancesAsync(
        MySqlConnection connection, IReadOnlyList<Customer> customers, DateTime now, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT customer_id, SUM(amount) balance FROM (
                SELECT r.customer_id, f.rental_rate
                     + GREATEST(COALESCE(TO_DAYS(r.return_date) - TO_DAYS(r.rental_date) - CAST(f.rental_duration AS SIGNED), 0), 0) amount
                FROM rental r
                JOIN inventory i ON i.inventory_id = r.inventory_id
                JOIN film f ON f.film_id = i.film_id
                WHERE r.customer_id IN @customerIds AND r.rental_date <= @now
                UNION ALL
                SELECT p.customer_id, -p.amount FROM payment p WHERE p.customer_id IN @customerIds AND p.payment_date <= @now
            ) entries
            GROUP BY customer_id
            """;
        if (customers.Count == 0)
            return [];
        var rows = await connection.ListAsync<BalanceRow>(
            sql, new { customerIds = customers.Select(customer => customer.CustomerId), now }, cancellationToken);
        return rows.ToDictionary(row => row.CustomerId, row => row.Balance);
    }
}
