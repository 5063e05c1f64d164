using System.Net;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Rentals;

[Collection(ApiFixture.Collection)]
public sealed class BasketTests(ApiFixture portal)
{
    [Fact]
    public async Task SeveralFilmsAreRentedAtOnceInTheOrderOfTheBasket()
    {
        TestFilm[] films = [await portal.AddFilmAsync(copies: 1, storeId: 2), await portal.AddFilmAsync(copies: 1, rentalRate: 0.99m), await portal.AddFilmAsync(copies: 1)];
        var basket = await portal.RentBasketAsync(40, films).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(films.Select(film => (film.FilmId, film.StoreId)), basket.Items().Select(rental => (rental.Int("filmId"), rental.Int("storeId"))));
        Assert.Equal(0.99m + 2.99m + 2.99m, basket.GetProperty("total").GetDecimal());
        var ids = basket.Items().Select(rental => rental.Int("rentalId"));
        Assert.Equal(3, await portal.ScalarAsync<int>("SELECT COUNT(*) FROM payment WHERE rental_id IN @ids AND payment_date = '2026-01-01'", new { ids }));
    }

    [Fact]
    public async Task WhenOneFilmHasNoCopyLeftNothingIsRentedAndEachSuchFilmIsNamed()
    {
        var (there, gone) = (await portal.AddFilmAsync(copies: 1), await portal.AddFilmAsync(copies: 1, rentalDuration: 4));
        await portal.ExecuteAsync("INSERT INTO inventory (film_id, store_id) VALUES (@FilmId, 2)", gone);
        await portal.RentAsync(gone, rentalDate: "2026-01-01").JsonAsync(HttpStatusCode.Created);

        var refused = await portal.RentBasketAsync(41, [there, gone]).ProblemAsync(HttpStatusCode.Conflict);

        var missing = Assert.Single(refused.GetProperty("unavailable").EnumerateArray());
        Assert.Equal((gone.FilmId, 1, "2026-01-05T00:00:00Z"), (missing.Int("filmId"), missing.Int("storeId"), missing.Text("nextDue")));
        Assert.Equal((2, 1), (missing.GetProperty("elsewhere")[0].Int("storeId"), missing.GetProperty("elsewhere")[0].Int("copies")));
        Assert.Contains("Store 2 has 1 on the shelf", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(0, await portal.ScalarAsync<int>("SELECT COUNT(*) FROM rental JOIN inventory USING (inventory_id) WHERE film_id = @FilmId", there));
    }

    [Fact]
    public async Task TheSameFilmTwiceNeedsTwoCopies()
    {
        var film = await portal.AddFilmAsync(copies: 1);
        await portal.RentBasketAsync(42, [film, film]).ProblemAsync(HttpStatusCode.Conflict);
        await portal.ExecuteAsync("INSERT INTO inventory (film_id, store_id) VALUES (@FilmId, 1)", film);
        var basket = await portal.RentBasketAsync(42, [film, film]).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(2, basket.Items().Select(rental => rental.Int("inventoryId")).Distinct().Count());
    }

    [Fact]
    public async Task TheSameKeyRentsABasketOnceAndARefusedOneLeavesItFree()
    {
        var film = await portal.AddFilmAsync(copies: 0);
        await portal.RentBasketAsync(43, [film], key: "basket-once").ProblemAsync(HttpStatusCode.Conflict);
        await portal.ExecuteAsync("INSERT INTO inventory (film_id, store_id) VALUES (@FilmId, 1), (@FilmId, 1)", film);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => portal.RentBasketAsync(43, [film], key: "basket-once").JsonAsync(HttpStatusCode.Created)));
        Assert.Single(answers.Select(answer => answer.Items()[0].Int("rentalId")).Distinct());
        Assert.Equal(["Idempotency-Key"], await portal.RentAsync(film, key: "basket-once").FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task AKeyThatComesAgainWithOtherFilmsIsToldWhatItHasMade()
    {
        var (film, other) = (await portal.AddFilmAsync(copies: 1), await portal.AddFilmAsync(copies: 1));
        var made = await portal.RentBasketAsync(46, [film], key: "basket-changed").JsonAsync(HttpStatusCode.Created);

        var refusal = await portal.RentBasketAsync(46, [film, other], key: "basket-changed").ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(made.Items()[0].Int("rentalId"), refusal.GetProperty("earlier").Items().Single().Int("rentalId"));
    }

    [Fact]
    public async Task WhatIsWrongIsNamedLineByLine()
    {
        var film = await portal.AddFilmAsync(copies: 1);
        Assert.Equal(["lines"], await portal.RentBasketAsync(44, []).FaultyFieldsAsync(HttpStatusCode.BadRequest));
        Assert.Equal(["lines[1].filmId", "lines[1].storeId"],
            await portal.RentBasketAsync(44, [film, new(60000, "none", 9)]).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
    }

    [Theory]
    [InlineData("filmId=0&storeId=1", "filmId")]
    [InlineData("filmId=1&storeId=99", "storeId")]
    [InlineData("filmId=1&storeId=1&rentalDate=9999-12-31T00:00:00Z", "rentalDate")]
    public async Task AQuoteOfWhatCannotBeIsRefused(string query, string field) =>
        Assert.Equal([field], await portal.Clerk.GetAsync($"/api/rentals/quote?{query}").FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));

    [Fact]
    public async Task AQuoteSaysPriceDueDateAndCopiesAndWritesNothing()
    {
        var (first, second) = (await portal.AddFilmAsync(copies: 2, rentalDuration: 5, rentalRate: 4.99m), await portal.AddFilmAsync(copies: 0));
        var quote = await portal.Clerk.GetAsync($"/api/rentals/quote?filmId={first.FilmId}&filmId={second.FilmId}&storeId=1&rentalDate=2026-01-01T10:00:00Z").JsonAsync();
        Assert.Equal((7.98m, 1m), (quote.GetProperty("total").GetDecimal(), quote.GetProperty("lateFeePerDay").GetDecimal()));
        var lines = quote.GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(("2026-01-06T10:00:00Z", 2, 0), (lines[0].Text("dueDate"), Copies(lines[0]), Copies(lines[1])));
        Assert.Equal(["storeId"], await portal.Clerk.GetAsync("/api/rentals/quote?filmId=1").FaultyFieldsAsync(HttpStatusCode.BadRequest));
        Assert.Equal(["filmId"], await portal.Clerk.GetAsync("/api/rentals/quote?filmId=60000&storeId=1").FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
    }

    private static int Copies(JsonElement line) => line.GetProperty("inStock").EnumerateArray().First(stock => stock.Int("storeId") == 1).Int("copies");
}
