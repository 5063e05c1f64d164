using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Customers;

namespace SakilaPortal.Api.Payments;

internal static class PaymentList
{
    private const string Columns = """
        p.payment_id, p.customer_id, p.staff_id, p.rental_id, p.amount, p.payment_date, CONCAT(c.first_name, ' ', c.last_name) customer_name,
        i.film_id, f.title, CONCAT(s.first_name, ' ', s.last_name) staff_name
        """;

    private const string From = """
        FROM payment p
        JOIN customer c ON c.customer_id = p.customer_id
        JOIN staff s ON s.staff_id = p.staff_id
        LEFT JOIN rental r ON r.rental_id = p.rental_id
        LEFT JOIN inventory i ON i.inventory_id = r.inventory_id
        LEFT JOIN film f ON f.film_id = i.film_id
        """;

    private static readonly (string, string)[] Orders =
    [
        ("paymentId", "p.payment_id"), ("paymentDate", "p.payment_date"), ("amount", "p.amount"), ("customerId", "p.customer_id"), ("staffId", "p.staff_id"),
        ("customerName", "c.last_name, c.first_name, p.payment_id"), ("staffName", "s.last_name, s.first_name, p.payment_id"),
    ];

    private static readonly CsvColumn<Payment>[] CsvColumns =
    [
        new("payment_id", payment => payment.PaymentId), new("payment_date", payment => payment.PaymentDate), new("amount", payment => payment.Amount),
        new("customer_id", payment => payment.CustomerId), new("customer", payment => payment.CustomerName), new("rental_id", payment => payment.RentalId),
        new("title", payment => payment.Title), new("staff_id", payment => payment.StaffId), new("staff", payment => payment.StaffName),
    ];

    public static async Task<Results<Ok<Page<Payment>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PaymentFilter filter, [AsParameters] ListQuery query, MySqlDataSource database, CancellationToken cancellationToken)
    {
        if (Read(filter, query, out var paging) is { } refusal)
            return refusal;
        var order = $"ORDER BY {paging.ThenBy("p.payment_id")}";
        var page = $"SELECT p.payment_id {filter.Sql(paging.Column)} {order} LIMIT @Take OFFSET @Offset";
        var payments = await database.ListAsync<Payment>(
            $"SELECT {Columns}, {UndoPayment.IsPossible} can_undo {From} JOIN ({page}) page ON page.payment_id = p.payment_id {order}", filter.Parameters(paging), cancellationToken);
        return TypedResults.Ok(paging.ToPage(payments, await database.CountAsync(filter.Sql(""), filter.Parameters(), cancellationToken)));
    }

    public static Results<PushStreamHttpResult, ProblemHttpResult> Csv(
        [AsParameters] PaymentFilter filter, [AsParameters] ListQuery query, MySqlDataSource database, CancellationToken cancellationToken)
    {
        if (Read(filter, query, out var paging) is { } refusal)
            return refusal;
        var sql = $"SELECT {Columns} {From} {filter.Where} ORDER BY {paging.ThenBy("p.payment_id")}";
        return CsvDownload.Of("payments", CsvColumns, database.StreamAsync<Payment>(sql, filter.Parameters(), cancellationToken));
    }

    private static ProblemHttpResult? Read(PaymentFilter filter, ListQuery query, out Paging paging)
    {
        var errors = new FieldErrors();
        paging = (query.Sort is null && query.Desc is null ? query with { Desc = true } : query).Read(errors, Orders);
        filter.Check(errors);
        return errors.Any ? errors.AsInvalid() : null;
    }
}
