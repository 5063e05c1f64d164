namespace SakilaPortal.Api.Rentals;

/// <summary>Which rentals a list is about, as it stands in the query.</summary>
internal sealed record RentalFilter(int? CustomerId, int? FilmId, int? StoreId, bool? Open)
{
    /// <summary>FROM and WHERE over rental r, with the tables that the filter or the order's column needs: inventory i, film f, customer c.</summary>
    public string From(string column)
    {
        var needsFilm = column.Contains("f.", StringComparison.Ordinal);
        var needsInventory = needsFilm || FilmId is not null || StoreId is not null || column.Contains("i.", StringComparison.Ordinal);
        var sql = "FROM rental r";
        if (needsInventory)
            sql += " JOIN inventory i ON i.inventory_id = r.inventory_id";
        if (needsFilm)
            sql += " JOIN film f ON f.film_id = i.film_id";
        if (column.Contains("c.", StringComparison.Ordinal))
            sql += " JOIN customer c ON c.customer_id = r.customer_id";
        return $"{sql} WHERE {string.Join(" AND ", Conditions().DefaultIfEmpty("TRUE"))}";
    }

    private IEnumerable<string> Conditions()
    {
        if (CustomerId is not null)
            yield return "r.customer_id = @CustomerId";
        if (FilmId is not null)
            yield return "i.film_id = @FilmId";
        if (StoreId is not null)
            yield return "i.store_id = @StoreId";
        if (Open is not null)
            yield return "(r.return_date IS NULL) = @Open";
    }
}
