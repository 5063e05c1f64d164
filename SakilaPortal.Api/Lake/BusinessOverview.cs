using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake;

internal static class BusinessOverview
{
    /// <summary>Today is the UTC day. Events are those in the reports: an hour's worth is what streaming_films has grown by since then.</summary>
    public static async Task<Ok<Overview>> GetAsync(MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT (SELECT COUNT(*) FROM rental WHERE rental_date >= @today AND rental_date < @tomorrow) rentals_today,
                   (SELECT COALESCE(SUM(p.amount), 0) FROM rental r JOIN payment p ON p.rental_id = r.rental_id
                    WHERE r.rental_date >= @today AND r.rental_date < @tomorrow) revenue_today,
                   (SELECT COUNT(*) FROM rental WHERE return_date IS NULL) open_rentals,
                   (SELECT row_count FROM portal.table_version WHERE database_name = 'curatedzonedb' AND table_name = 'streaming_films'
                    ORDER BY version DESC LIMIT 1) events_total,
                   (SELECT row_count FROM portal.table_version WHERE database_name = 'curatedzonedb' AND table_name = 'streaming_films'
                    AND published_at <= @hourAgo ORDER BY version DESC LIMIT 1) events_before,
                   (SELECT MAX(published_at) FROM portal.table_version) lake_updated_at
            """;
        var now = clock.GetUtcNow().UtcDateTime;
        var row = (await database.FirstAsync<Row>(
            sql, new { today = now.Date, tomorrow = now.Date.AddDays(1), hourAgo = now.AddHours(-1) }, cancellationToken))!;
        return TypedResults.Ok(new Overview(
            row.RentalsToday, row.RevenueToday, row.OpenRentals, (row.EventsTotal ?? 0) - (row.EventsBefore ?? 0), row.EventsTotal ?? 0, row.LakeUpdatedAt));
    }

    private sealed record Row(
        long RentalsToday, decimal RevenueToday, long OpenRentals, long? EventsTotal, long? EventsBefore, DateTime? LakeUpdatedAt);
}
