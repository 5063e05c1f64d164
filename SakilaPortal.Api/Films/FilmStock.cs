using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Films;

namespace SakilaPortal.Api.Films;

/// <summary>The copies of films on the shelf of each store, also of a store without any, and when the next one is due back.</summary>
internal static class FilmStock
{
    private const string Sql = """
        SELECT f.film_id, f.title, s.store_id, COUNT(DISTINCT i.inventory_id) - COUNT(DISTINCT r.inventory_id) copies,
               MIN(r.rental_date + INTERVAL f.rental_duration DAY) next_due
        FROM film f
        CROSS JOIN store s
        LEFT JOIN inventory i ON i.film_id = f.film_id AND i.store_id = s.store_id
        LEFT JOIN rental r ON r.inventory_id = i.inventory_id AND r.return_date IS NULL
        WHERE f.film_id IN @filmIds AND (@storeId IS NULL OR s.store_id = @storeId)
        GROUP BY f.film_id, f.title, s.store_id
        ORDER BY s.store_id
        """;

    internal sealed record Row(int FilmId, string Title, int StoreId, int Copies, DateTime? NextDue)
    {
        public Stock ToStock() => new(StoreId, Copies, NextDue);
    }

    public static async Task<ILookup<int, Row>> OfAsync(MySqlTransaction transaction, IReadOnlyList<int> filmIds, CancellationToken cancellationToken) =>
        (await transaction.ListAsync<Row>(Sql, new { filmIds, storeId = (int?)null }, cancellationToken)).ToLookup(row => row.FilmId);

    public static async Task<ILookup<int, Row>> OfAsync(
        MySqlConnection connection, IReadOnlyList<int> filmIds, int? storeId, CancellationToken cancellationToken) =>
        (await connection.ListAsync<Row>(Sql, new { filmIds, storeId }, cancellationToken)).ToLookup(row => row.FilmId);
}
