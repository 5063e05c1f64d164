using Dapper;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Films;

namespace SakilaPortal.Api.Films;

internal static class FilmSearch
{
    private const string InTitle = "CONCAT(' ', f.title) LIKE CONCAT('% ', @{0})";

    private const string InCategoryOrActor = """
        EXISTS (SELECT 1 FROM film_category fc JOIN category c ON c.category_id = fc.category_id WHERE fc.film_id = f.film_id AND c.name LIKE @{0})
        OR EXISTS (SELECT 1 FROM film_actor fa JOIN actor a ON a.actor_id = fa.actor_id
                   WHERE fa.film_id = f.film_id AND (a.last_name LIKE @{0} OR a.first_name LIKE @{0}))
        """;

    private sealed record StockRow(int FilmId, int StoreId, int Copies, DateTime? NextDue);

    /// <summary>The films in which every word begins some word of title, category or cast; those that begin with the text come first.</summary>
    public static async Task<IReadOnlyList<Film>> FindAsync(
        MySqlDataSource database, string? search, int? storeId, Paging paging, CancellationToken cancellationToken)
    {
        var words = SearchText.Words(search);
        var parameters = new DynamicParameters(new { paging.Take, paging.Offset, prefix = SearchText.Prefix(string.Join(' ', words)) });
        for (var i = 0; i < words.Length; i++)
            parameters.Add($"word{i}", SearchText.Prefix(words[i]));

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var films = await connection.ListAsync<Film>(Sql(words.Length), parameters, cancellationToken);
        if (films.Count == 0)
            return films;
        var stock = await StockAsync(connection, films, storeId, cancellationToken);
        return [.. films.Select(film => film with { InStock = [.. stock[film.FilmId]] })];
    }

    private static string Sql(int words)
    {
        var inTitle = Each(words, InTitle);
        return $"""
            SELECT f.film_id, f.title, f.rating, f.length, f.rental_rate, f.rental_duration, f.replacement_cost,
                   (SELECT c.name FROM film_category fc JOIN category c ON c.category_id = fc.category_id
                    WHERE fc.film_id = f.film_id ORDER BY fc.category_id LIMIT 1) category
            FROM film f
            WHERE {Each(words, $"({InTitle} OR {InCategoryOrActor})")}
            ORDER BY CASE WHEN f.title LIKE @prefix THEN 0 WHEN {inTitle} THEN 1 ELSE 2 END, f.title, f.film_id
            LIMIT @Take OFFSET @Offset
            """;
    }

    private static string Each(int words, string condition) =>
        words == 0 ? "TRUE" : string.Join(" AND ", Enumerable.Range(0, words).Select(word => string.Format(condition, $"word{word}")));

    private static async Task<ILookup<int, Stock>> StockAsync(
        MySqlConnection connection, IReadOnlyList<Film> films, int? storeId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT f.film_id, s.store_id, COUNT(DISTINCT i.inventory_id) - COUNT(DISTINCT r.inventory_id) copies,
                   MIN(r.rental_date + INTERVAL f.rental_duration DAY) next_due
            FROM film f
            CROSS JOIN store s
            LEFT JOIN inventory i ON i.film_id = f.film_id AND i.store_id = s.store_id
            LEFT JOIN rental r ON r.inventory_id = i.inventory_id AND r.return_date IS NULL
            WHERE f.film_id IN @filmIds AND (@storeId IS NULL OR s.store_id = @storeId)
            GROUP BY f.film_id, s.store_id
            ORDER BY s.store_id
            """;
        var rows = await connection.ListAsync<StockRow>(sql, new { filmIds = films.Select(film => film.FilmId), storeId }, cancellationToken);
        return rows.ToLookup(row => row.FilmId, row => new Stock(row.StoreId, row.Copies, row.NextDue));
    }
}
