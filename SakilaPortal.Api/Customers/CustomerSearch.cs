using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Customers;

namespace SakilaPortal.Api.Customers;

internal static class CustomerSearch
{
    public static readonly (string, string)[] Orders =
    [
        ("lastName", "c.last_name, c.first_name, c.customer_id"), ("firstName", "c.first_name, c.last_name, c.customer_id"), ("customerId", "c.customer_id"),
        ("email", "c.email"), ("storeId", "c.store_id"), ("active", "c.active"), ("openRentals", "open_rentals"), ("document", "d.document"),
    ];

    public static async Task<IReadOnlyList<Customer>> FindAsync(
        MySqlDataSource database, CustomerFilter filter, Paging paging, DateTime now, CancellationToken cancellationToken)
    {
        const string openRentals = "(SELECT COUNT(*) FROM rental r WHERE r.customer_id = c.customer_id AND r.return_date IS NULL) open_rentals";
        var sql = $"""
            SELECT c.customer_id, d.document, c.first_name, c.last_name, c.email, c.store_id, c.active, {openRentals}
            {filter.Sql}
            ORDER BY {paging.ThenBy("c.customer_id")}
            LIMIT @Take OFFSET @Offset
            """;
        var parameters = filter.Parameters;
        parameters.AddDynamicParams(new { paging.Take, paging.Offset });
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var customers = await connection.ListAsync<Customer>(sql, parameters, cancellationToken);
        var balances = await Balances.OfAsync(connection, [.. customers.Select(customer => customer.CustomerId)], now, cancellationToken);
        return [.. customers.Select(customer => customer with { Balance = balances.GetValueOrDefault(customer.CustomerId) })];
    }

    public static Task<long?> CountAsync(MySqlDataSource database, CustomerFilter filter, CancellationToken cancellationToken) =>
        database.CountAsync(filter.Sql, filter.Parameters, cancellationToken);
}
