using SakilaPortal.Api.Http;

namespace SakilaPortal.Api.Rentals;

/// <summary>Which rentals a list is about, as it stands in the query.</summary>
/// <param name="Open">Whether they are still out.</param>
/// <param name="State">out, overdue or returned.</param>
/// <param name="From">The first day of the rental date, in UTC.</param>
/// <param name="To">The last day of the rental date, in UTC.</param>
/// <param name="Since">The first moment of the rental date.</param>
/// <param name="Before">The moment after the last one.</param>
internal sealed record RentalFilter(
    int? CustomerId, int? FilmId, int? StoreId, bool? Open, int? InventoryId = null, string? State = null, DateOnly? From = null, DateOnly? To = null,
    DateTimeOffset? Since = null, DateTimeOffset? Before = null)
{
    public const string DueDate = "r.rental_date + INTERVAL f.rental_duration DAY";

    private DaySpan Span => new(From, To, Since, Before);

    private static readonly string[] States = ["out", "overdue", "returned"];

    public void Check(FieldErrors errors)
    {
        if (State is not null && !States.Contains(State))
            errors.Add("state", $"'{State}' is no state of a rental; the states are {string.Join(", ", States)}.");
        Span.Check(errors);
    }

    /// <summary>FROM and WHERE over rental r, with the tables that the filter or the order's column needs: inventory i, film f, customer c.</summary>
    public string Sql(string column)
    {
        var conditions = Conditions().DefaultIfEmpty("TRUE").ToList();
        var needed = string.Join(' ', conditions.Append(column));
        var needsFilm = needed.Contains("f.", StringComparison.Ordinal);
        var sql = "FROM rental r";
        if (needsFilm || needed.Contains("i.", StringComparison.Ordinal))
            sql += " JOIN inventory i ON i.inventory_id = r.inventory_id";
        if (needsFilm)
            sql += " JOIN film f ON f.film_id = i.film_id";
        if (column.Contains("c.", StringComparison.Ordinal))
            sql += " JOIN customer c ON c.customer_id = r.customer_id";
        return $"{sql} WHERE {string.Join(" AND ", conditions)}";
    }

    /// <summary>
    /// Walks the rentals in their own order until the page is full, where a filter leaves so many that this is soon: MySQL would rather
    /// gather all of a store's and sort them.
    /// </summary>
    public string Hint(string column) =>
        StoreId is not null && (CustomerId ?? FilmId ?? InventoryId) is null && column.StartsWith("r.rental_", StringComparison.Ordinal) && column != DueDate
            ? "STRAIGHT_JOIN "
            : "";

    public object Parameters(DateTime now, Paging? paging = null) => new
    {
        CustomerId, FilmId, StoreId, InventoryId, now, first = Span.First, end = Span.End, paging?.Take, paging?.Offset,
    };

    private IEnumerable<string> Conditions()
    {
        if (CustomerId is not null)
            yield return "r.customer_id = @CustomerId";
        if (InventoryId is not null)
            yield return "r.inventory_id = @InventoryId";
        if (FilmId is not null)
            yield return "i.film_id = @FilmId";
        if (StoreId is not null)
            yield return "i.store_id = @StoreId";
        if (Open == true || State is "out" or "overdue")
            yield return "r.return_date IS NULL";
        if (Open == false || State == "returned")
            yield return "r.return_date IS NOT NULL";
        if (State == "overdue")
            yield return $"{DueDate} < @now";
        if (Span.First is not null)
            yield return "r.rental_date >= @first";
        if (Span.End is not null)
            yield return "r.rental_date < @end";
    }
}
