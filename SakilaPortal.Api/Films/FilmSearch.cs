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

    private const string Category = """
        (SELECT c.name FROM film_category fc JOIN category c ON c.category_id = fc.category_id WHERE fc.film_id = f.film_id ORDER BY fc.category_id LIMIT 1)
        """;

    /// <summary>The orders of the list; without one, films that begin with the text come first, and then the title decides.</summary>
    public static readonly (string, string)[] Orders =
    [
        ("title", "f.title"), ("category", "category"), ("rating", "f.rating"), ("length", "f.length"), ("rentalRate", "f.rental_rate"),
        ("rentalDuration", "f.rental_duration"), ("replacementCost", "f.replacement_cost"), ("filmId", "f.film_id"),
    ];

    /// <summary>The films in which every word begins some word of title, category or cast.</summary>
    public static async Task<(IReadOnlyList<Film> Films, long? Total)> FindAsync(
        MySqlDataSource database, FilmFilter filter, Paging paging, bool byMatch, bool counted, CancellationToken cancellationToken)
    {
        var words = SearchText.Words(filter.Search);
        var parameters = new DynamicParameters(new
        {
            paging.Take, paging.Offset, prefix = SearchText.Prefix(string.Join(' ', words)), filter.Category, filter.Rating, filter.ActorId,
        });
        for (var i = 0; i < words.Length; i++)
            parameters.Add($"word{i}", SearchText.Prefix(words[i]));

        var from = $"FROM film f WHERE {Each(words.Length, $"({InTitle} OR {InCategoryOrActor})")}{filter.Sql}";
        var match = $"CASE WHEN f.title LIKE @prefix THEN 0 WHEN {Each(words.Length, InTitle)} THEN 1 ELSE 2 END, ";
        var sql = $"""
            SELECT f.film_id, f.title, f.rating, f.length, f.rental_rate, f.rental_duration, f.replacement_cost, {Category} category
            {from}
            ORDER BY {(byMatch ? match : "")}{paging.ThenBy("f.title")}, f.film_id
            LIMIT @Take OFFSET @Offset
            """;
        long? total = counted ? await database.CountAsync(from, parameters, cancellationToken) : null;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var films = await connection.ListAsync<Film>(sql, parameters, cancellationToken);
        if (films.Count == 0)
            return (films, total);
        var stock = await FilmStock.OfAsync(connection, [.. films.Select(film => film.FilmId)], filter.StoreId, cancellationToken);
        return ([.. films.Select(film => film with { InStock = [.. stock[film.FilmId].Select(row => row.ToStock())] })], total);
    }

    private static string Each(int words, string condition) =>
        words == 0 ? "TRUE" : string.Join(" AND ", Enumerable.Range(0, words).Select(word => string.Format(condition, $"word{word}")));
}
