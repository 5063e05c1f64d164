using SakilaPortal.Api.Http;

namespace SakilaPortal.Api.Payments;

/// <summary>Which payments a list is about, as it stands in the query.</summary>
/// <param name="From">The first day, in UTC.</param>
/// <param name="To">The last day, in UTC.</param>
/// <param name="Since">The first moment.</param>
/// <param name="Before">The moment after the last one.</param>
internal sealed record PaymentFilter(
    int? CustomerId, int? StaffId, int? RentalId, DateOnly? From = null, DateOnly? To = null, DateTimeOffset? Since = null, DateTimeOffset? Before = null)
{
    private DaySpan Span => new(From, To, Since, Before);

    public string Where => $"WHERE {string.Join(" AND ", Conditions().DefaultIfEmpty("TRUE"))}";

    /// <summary>FROM and WHERE over payment p, with the table that the order's column needs: customer c or staff s.</summary>
    public string Sql(string column)
    {
        var sql = "FROM payment p";
        if (column.Contains("c.", StringComparison.Ordinal))
            sql += " JOIN customer c ON c.customer_id = p.customer_id";
        if (column.Contains("s.", StringComparison.Ordinal))
            sql += " JOIN staff s ON s.staff_id = p.staff_id";
        return $"{sql} {Where}";
    }

    public void Check(FieldErrors errors) => Span.Check(errors);

    public object Parameters(Paging? paging = null) => new
    {
        CustomerId, StaffId, RentalId, first = Span.First, end = Span.End, paging?.Take, paging?.Offset,
    };

    private IEnumerable<string> Conditions()
    {
        if (CustomerId is not null)
            yield return "p.customer_id = @CustomerId";
        if (StaffId is not null)
            yield return "p.staff_id = @StaffId";
        if (RentalId is not null)
            yield return "p.rental_id = @RentalId";
        if (Span.First is not null)
            yield return "p.payment_date >= @first";
        if (Span.End is not null)
            yield return "p.payment_date < @end";
    }
}
