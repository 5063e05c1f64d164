using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake;

/// <summary>What the business does, for everybody's home page: worked out once for all who look within a moment.</summary>
internal sealed class BusinessOverview(MySqlDataSource database, TimeProvider clock) : IDisposable
{
    // Figures that need the whole table of rentals are kept for longer.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1), While = TimeSpan.FromSeconds(5);
    private const int WeekDays = 7, MostFilms = 5;
    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<string, Held> held = [];

    /// <summary>What was worked out for one time zone.</summary>
    private sealed class Held
    {
        public (DateTimeOffset At, Overview Value)? Last { get; set; }

        public (DateTimeOffset At, Stock Value)? Stock { get; set; }
    }

    private sealed record Quarter(DateTime Start, long Rentals, decimal Revenue);

    private sealed record Today(long RentalsToday, decimal RevenueToday, long? EventsTotal, long EventsLastHour, long EventsLastMinute, DateTime? LakeUpdatedAt, DateTime? LastRental);

    private sealed record Out(long OpenRentals, long Overdue);

    private sealed record Stock(Out Out, IReadOnlyList<TopFilm> Films, IReadOnlyList<BusinessDay> Days);

    /// <summary>Days are those of the zone, by IANA's name, or of UTC. Events are those in the reports, counted when they came in.</summary>
    public static async Task<Results<Ok<Overview>, ProblemHttpResult>> GetAsync(BusinessOverview overview, CancellationToken cancellationToken, string zone = "UTC") =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? TypedResults.Ok(await overview.ReadAsync(found, cancellationToken))
            : Problems.Invalid("zone", "is no time zone that this system knows; name one like Europe/Berlin.");

    public void Dispose() => turn.Dispose();

    private async Task<Overview> ReadAsync(TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (!held.TryGetValue(zone.Id, out var known))
                held[zone.Id] = known = new();
            if (known.Last is not var (at, value) || clock.GetUtcNow() - at > Moment)
                known.Last = (clock.GetUtcNow(), value = await WorkOutAsync(known, new(zone), cancellationToken));
            return value;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Overview> WorkOutAsync(Held known, DaysOfZone days, CancellationToken cancellationToken)
    {
        const string events = "SELECT COALESCE(SUM(row_count), 0) FROM portal.event_batch WHERE version IS NOT NULL AND created_at >";
        const string sql = $"""
            SELECT (SELECT COUNT(*) FROM rental WHERE rental_date >= @today AND rental_date < @tomorrow) rentals_today,
                   (SELECT COALESCE(SUM(p.amount), 0) FROM rental r JOIN payment p ON p.rental_id = r.rental_id
                    WHERE r.rental_date >= @today AND r.rental_date < @tomorrow) revenue_today,
                   (SELECT row_count FROM portal.table_version WHERE database_name = 'curatedzonedb' AND table_name = 'streaming_films'
                    ORDER BY version DESC LIMIT 1) events_total,
                   ({events} @hourAgo) events_last_hour, ({events} @minuteAgo) events_last_minute,
                   (SELECT MAX(published_at) FROM portal.table_version) lake_updated_at,
                   (SELECT MAX(rental_date) FROM rental WHERE rental_date < @tomorrow) last_rental
            """;
        var now = clock.GetUtcNow().UtcDateTime;
        var today = days.DayOf(now);
        var row = (await database.FirstAsync<Today>(
            sql, new { today = days.StartOf(today), tomorrow = days.StartOf(today.AddDays(1)), hourAgo = now.AddHours(-1), minuteAgo = now.AddMinutes(-1) }, cancellationToken))!;
        if (known.Stock is not var (at, stock) || clock.GetUtcNow() - at > While)
            known.Stock = (clock.GetUtcNow(), stock = await StockAsync(days, days.DayOf(row.LastRental ?? now), now, cancellationToken));
        return new(row.RentalsToday, row.RevenueToday, stock.Out.OpenRentals, row.EventsLastHour, row.EventsTotal ?? 0, row.LakeUpdatedAt,
            Math.Round(row.EventsLastMinute / 60d, 1), stock.Out.Overdue, stock.Films, stock.Days);
    }

    private async Task<Stock> StockAsync(DaysOfZone zone, DateOnly lastDay, DateTime now, CancellationToken cancellationToken)
    {
        const string openSql = """
            SELECT COUNT(*) open_rentals, COALESCE(SUM(r.rental_date + INTERVAL f.rental_duration DAY < @now), 0) overdue
            FROM rental r JOIN inventory i ON i.inventory_id = r.inventory_id JOIN film f ON f.film_id = i.film_id WHERE r.return_date IS NULL
            """;
        const string filmSql = """
            SELECT f.film_id, f.title, COUNT(DISTINCT r.rental_id) rentals, COALESCE(SUM(p.amount), 0) revenue
            FROM rental r JOIN inventory i ON i.inventory_id = r.inventory_id JOIN film f ON f.film_id = i.film_id LEFT JOIN payment p ON p.rental_id = r.rental_id
            WHERE r.rental_date >= @from AND r.rental_date < @to GROUP BY f.film_id, f.title ORDER BY rentals DESC, revenue DESC, f.title LIMIT @MostFilms
            """;
        // By quarters of an hour: no zone's midnight lies between them, whichever way its clocks are put.
        const string quarterSql = """
            SELECT TIMESTAMP(DATE(r.rental_date), MAKETIME(HOUR(r.rental_date), MINUTE(r.rental_date) DIV 15 * 15, 0)) start, COUNT(DISTINCT r.rental_id) rentals, COALESCE(SUM(p.amount), 0) revenue
            FROM rental r LEFT JOIN payment p ON p.rental_id = r.rental_id WHERE r.rental_date >= @from AND r.rental_date < @to GROUP BY 1 ORDER BY 1
            """;
        var firstDay = lastDay.AddDays(1 - WeekDays);
        var week = new { from = zone.StartOf(firstDay), to = zone.StartOf(lastDay.AddDays(1)), MostFilms };
        var days = (await database.ListAsync<Quarter>(quarterSql, week, cancellationToken)).ToLookup(quarter => zone.DayOf(quarter.Start));
        return new(
            (await database.FirstAsync<Out>(openSql, new { now }, cancellationToken))!,
            await database.ListAsync<TopFilm>(filmSql, week, cancellationToken),
            [.. Enumerable.Range(0, WeekDays).Select(firstDay.AddDays).Select(day => new BusinessDay(day, days[day].Sum(one => one.Rentals), days[day].Sum(one => one.Revenue)))]);
    }
}
