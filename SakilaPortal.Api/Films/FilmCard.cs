using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Films;

namespace SakilaPortal.Api.Films;

/// <summary>All about one film.</summary>
internal static class FilmCard
{
    public static async Task<Results<Ok<FilmDetails>, ProblemHttpResult>> GetAsync(int id, MySqlDataSource database, CancellationToken cancellationToken)
    {
        const string film = """
            SELECT f.film_id, f.title, f.description, f.release_year, l.name language, f.rating, f.length, f.special_features, f.rental_rate, f.rental_duration,
                   f.replacement_cost,
                   (SELECT COUNT(*) FROM inventory i JOIN rental r ON r.inventory_id = i.inventory_id WHERE i.film_id = f.film_id) rented,
                   (SELECT COALESCE(SUM(p.amount), 0) FROM inventory i JOIN rental r ON r.inventory_id = i.inventory_id JOIN payment p ON p.rental_id = r.rental_id
                    WHERE i.film_id = f.film_id) earned
            FROM film f JOIN language l ON l.language_id = f.language_id
            WHERE f.film_id = @id
            """;
        const string categories = "SELECT c.name FROM film_category fc JOIN category c ON c.category_id = fc.category_id WHERE fc.film_id = @id ORDER BY c.category_id";
        const string actors = """
            SELECT a.actor_id, a.first_name, a.last_name FROM film_actor fa JOIN actor a ON a.actor_id = fa.actor_id
            WHERE fa.film_id = @id ORDER BY a.last_name, a.first_name, a.actor_id
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await connection.ListAsync<FilmDetails>(film, new { id }, cancellationToken) is not [var found])
            return Problems.NotFound($"There is no film {id}; look it up in the list of films.");
        return TypedResults.Ok(found with
        {
            Categories = await connection.ListAsync<string>(categories, new { id }, cancellationToken),
            Actors = await connection.ListAsync<Actor>(actors, new { id }, cancellationToken),
            InStock = [.. (await FilmStock.OfAsync(connection, [id], null, cancellationToken))[id].Select(row => row.ToStock())],
        });
    }
}
