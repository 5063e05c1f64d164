using System.Net.Http.Json;

namespace SakilaPortal.Api.Tests;

/// <summary>A film that a test has for itself.</summary>
public sealed record TestFilm(int FilmId, string Title, int StoreId);

internal static class Renting
{
    public const string Now = "now";

    /// <summary>A film of its own, with so many copies at a store.</summary>
    public static async Task<TestFilm> AddFilmAsync(this ApiFixture portal, int copies, int rentalDuration = 3, decimal rentalRate = 2.99m, int storeId = 1)
    {
        var title = $"OWN FILM{portal.NextNumber()}";
        var filmId = await portal.ScalarAsync<int>("""
            INSERT INTO film (title, language_id, rental_duration, rental_rate) VALUES (@title, 1, @rentalDuration, @rentalRate);
            SELECT LAST_INSERT_ID()
            """, new { title, rentalDuration, rentalRate });
        for (var copy = 0; copy < copies; copy++)
            await portal.ExecuteAsync("INSERT INTO inventory (film_id, store_id) VALUES (@filmId, @storeId)", new { filmId, storeId });
        return new(filmId, title, storeId);
    }

    public static Task<string> DocumentAsync(this ApiFixture portal, int customerId) =>
        portal.ScalarAsync<string>("SELECT document FROM portal.customer_document WHERE customer_id = @customerId", new { customerId });

    public static async Task<HttpResponseMessage> RentAsync(
        this ApiFixture portal, TestFilm film, int? customerId = null, string rentalDate = Now, string? key = null, HttpClient? clerk = null)
    {
        var customerDocument = await portal.DocumentAsync(customerId ?? await portal.ActiveCustomerAsync());
        rentalDate = rentalDate == Now ? $"{DateTime.UtcNow:s}Z" : rentalDate;
        return await (clerk ?? portal.Clerk).RentAsync(new { rentalDate, customerDocument, filmId = film.FilmId, storeId = film.StoreId }, key ?? $"{Guid.NewGuid()}");
    }

    public static Task<HttpResponseMessage> RentAsync(this HttpClient clerk, object body, string? key) => clerk.PostOnceAsync("/api/rentals", body, key);

    public static async Task<HttpResponseMessage> RentBasketAsync(this ApiFixture portal, int customerId, TestFilm[] films, string rentalDate = "2026-01-01", string? key = null)
    {
        var lines = films.Select(film => new { filmId = film.FilmId, storeId = film.StoreId });
        return await portal.Clerk.PostOnceAsync(
            "/api/rentals/basket", new { rentalDate, customerDocument = await portal.DocumentAsync(customerId), lines }, key ?? $"{Guid.NewGuid()}");
    }

    public static Task<HttpResponseMessage> PostOnceAsync(this HttpClient clerk, string path, object body, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return clerk.SendAsync(request);
    }

    private static Task<int> ActiveCustomerAsync(this ApiFixture portal) =>
        portal.ScalarAsync<int>("SELECT customer_id FROM customer WHERE active ORDER BY customer_id LIMIT 1 OFFSET @skip", new { skip = portal.NextNumber() % 400 });
}
