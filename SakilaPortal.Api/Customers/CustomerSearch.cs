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
        ("email", "c.email"), ("storeId", "c.store_id"), ("active", "c.active"), ("openRentals", "o.open_rentals"), ("document", "d.document"),
    ];

    // The page is found first, and only its rows are filled in.
    public static async Task<IReadOnlyList<Customer>> FindAsync(
        MySqlDataSource database, CustomerFilter filter, Paging paging, DateTime now, CancellationToken cancellationToken)
    {
        const string fill = """
            SELECT c.customer_id, d.document, c.first_name, c.last_name, c.email, c.store_id, c.active,
                   (SELECT COUNT(*) FROM rental r WHERE r.customer_id = c.customer_id AND r.return_date IS NULL) open_rentals
            FROM customer c
            LEFT JOIN portal.customer_document d ON d.customer_id = c.customer_id
            WHERE c.customer_id IN @ids
            """;
        var page = $"SELECT c.customer_id {filter.Sql(paging.Column)} ORDER BY {paging.ThenBy("c.customer_id")} LIMIT @Take OFFSET @Offset";
        var parameters = filter.Parameters;
        parameters.AddDynamicParams(new { paging.Take, paging.Offset });
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var ids = await connection.ListAsync<int>(page, parameters, cancellationToken);
        if (ids.Count == 0)
            return [];
        var customers = (await connection.ListAsync<Customer>(fill, new { ids }, cancellationToken)).ToDictionary(customer => customer.CustomerId);
        var balances = await Balances.OfAsync(connection, ids, now, cancellationToken);
        return [.. ids.Select(id => customers[id] with { Balance = balances.GetValueOrDefault(id) })];
    }

    public static Task<long?> CountAsync(MySqlDataSource database, CustomerFilter filter, CancellationToken cancellationToken) =>
        database.CountAsync(filter.Sql(""), filter.Parameters, cancellationToken);
}
