using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

internal static class RentalList
{
    // One dollar a calendar day overdue, as get_customer_balance counts it; a copy that is still out is charged as if it came back now.
    public const string LateFee =
        "GREATEST(TO_DAYS(COALESCE(r.return_date, @now)) - TO_DAYS(r.rental_date) - CAST(f.rental_duration AS SIGNED), 0)";

    private const string Select = $"""
        SELECT r.rental_id, r.rental_date, {RentalFilter.DueDate} due_date, r.customer_id, i.film_id, f.title,
               r.inventory_id, i.store_id, r.staff_id, p.payment_id, p.amount, r.return_date, {LateFee} late_fee,
               CONCAT(c.first_name, ' ', c.last_name) customer_name, d.document customer_document, w.amount waived_fee
        FROM rental r
        JOIN inventory i ON i.inventory_id = r.inventory_id
        JOIN film f ON f.film_id = i.film_id
        JOIN customer c ON c.customer_id = r.customer_id
        LEFT JOIN portal.customer_document d ON d.customer_id = r.customer_id
        LEFT JOIN portal.late_fee_waiver w ON w.rental_id = r.rental_id
        LEFT JOIN payment p ON p.payment_id = (SELECT MIN(first.payment_id) FROM payment first WHERE first.rental_id = r.rental_id)
        """;

    private static readonly (string, string)[] Orders =
    [
        ("rentalId", "r.rental_id"), ("rentalDate", "r.rental_date, r.inventory_id, r.customer_id"), ("dueDate", RentalFilter.DueDate), ("returnDate", "r.return_date"),
        ("title", "f.title"), ("customerName", "c.last_name"), ("storeId", "i.store_id"), ("inventoryId", "r.inventory_id"),
    ];

    private static readonly CsvColumn<Rental>[] Columns =
    [
        new("rental_id", rental => rental.RentalId), new("rental_date", rental => rental.RentalDate), new("due_date", rental => rental.DueDate),
        new("return_date", rental => rental.ReturnDate), new("customer_id", rental => rental.CustomerId), new("customer", rental => rental.CustomerName),
        new("document", rental => rental.CustomerDocument), new("film_id", rental => rental.FilmId), new("title", rental => rental.Title),
        new("inventory_id", rental => rental.InventoryId), new("store_id", rental => rental.StoreId), new("staff_id", rental => rental.StaffId),
        new("amount", rental => rental.Amount), new("late_fee", rental => rental.LateFee), new("waived_fee", rental => rental.WaivedFee),
    ];

    public static async Task<Results<Ok<Page<Rental>>, ProblemHttpResult>> ListAsync(
        [AsParameters] RentalFilter filter, [AsParameters] ListQuery query, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Read(filter, query, out var paging) is { } refusal)
            return refusal;
        // The page is found in as few tables as filter and order need, and only its rows are filled in: the newest twenty cost twenty rows.
        var (found, order) = (filter.Sql(paging.Column), $"ORDER BY {paging.ThenBy("r.rental_id")}");
        var page = $"SELECT {filter.Hint(paging.Column)}r.rental_id {found} {order} LIMIT @Take OFFSET @Offset";
        var parameters = filter.Parameters(clock.GetUtcNow().UtcDateTime, paging);
        var rentals = await database.ListAsync<Rental>($"{Select} JOIN ({page}) page ON page.rental_id = r.rental_id {order}", parameters, cancellationToken);
        var total = await database.CountAsync(filter.Sql(""), parameters, cancellationToken);
        return TypedResults.Ok(paging.ToPage(rentals, total));
    }

    public static Results<PushStreamHttpResult, ProblemHttpResult> Csv(
        [AsParameters] RentalFilter filter, [AsParameters] ListQuery query, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Read(filter, query, out var paging) is { } refusal)
            return refusal;
        var where = filter.Sql("");
        var sql = $"{Select} {where[where.IndexOf("WHERE", StringComparison.Ordinal)..]} ORDER BY {paging.ThenBy("r.rental_id")}";
        return CsvDownload.Of("rentals", Columns, database.StreamAsync<Rental>(sql, filter.Parameters(clock.GetUtcNow().UtcDateTime), cancellationToken));
    }

    public static async Task<Results<Ok<Rental>, ProblemHttpResult>> GetAsync(
        int id, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await FindAsync(database, id, now, cancellationToken) is not { } rental)
            return Missing(id);
        var fee = await LateFees.OfAsync(database, id, now, cancellationToken);
        return TypedResults.Ok(rental with { UnpaidFee = rental.WaivedFee is null ? fee?.Unpaid : 0 });
    }

    public static Task<Rental?> FindAsync(MySqlDataSource database, int id, DateTime now, CancellationToken cancellationToken) =>
        database.FirstAsync<Rental>($"{Select} WHERE r.rental_id = @id", new { id, now }, cancellationToken);

    public static ProblemHttpResult Missing(int id) => Problems.NotFound($"There is no rental {id}; look it up in the list of rentals.");

    private static ProblemHttpResult? Read(RentalFilter filter, ListQuery query, out Paging paging)
    {
        var errors = new FieldErrors();
        var newestFirst = query.Sort is null && query.Desc is null ? query with { Desc = true } : query;
        paging = newestFirst.Read(errors, Orders);
        filter.Check(errors);
        return errors.Any ? errors.AsInvalid() : null;
    }
}
