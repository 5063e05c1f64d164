using System.Net;
using System.Net.Http.Json;

namespace SakilaPortal.Api.Tests.Rentals;

/// <summary>What a clerk looks up: what is out and overdue, a copy in hand, who did what, and any list as a file.</summary>
[Collection(ApiFixture.Collection)]
public sealed class CounterListTests(ApiFixture portal)
{
    [Fact]
    public async Task RentalsAreFilteredByStateDayAndCopy()
    {
        var film = await portal.AddFilmAsync(copies: 3);
        var late = await portal.RentAsync(film, rentalDate: "2026-01-02T23:59:59Z").JsonAsync(HttpStatusCode.Created);
        var back = await portal.RentAsync(film, rentalDate: "2026-01-03").JsonAsync(HttpStatusCode.Created);
        var fresh = await portal.RentAsync(film).JsonAsync(HttpStatusCode.Created);
        await portal.Clerk.PostAsJsonAsync($"/api/rentals/{back.Int("rentalId")}/return", new { returnDate = "2026-01-04" }).JsonAsync();

        Assert.Equal([late.Int("rentalId"), fresh.Int("rentalId")], await IdsAsync($"filmId={film.FilmId}&state=out&sort=rentalDate"));
        Assert.Equal([late.Int("rentalId")], await IdsAsync($"filmId={film.FilmId}&state=overdue&sort=dueDate"));
        Assert.Equal([back.Int("rentalId")], await IdsAsync($"filmId={film.FilmId}&state=returned"));
        Assert.Equal([late.Int("rentalId")], await IdsAsync($"filmId={film.FilmId}&from=2026-01-02&to=2026-01-02"));
        Assert.Equal([fresh.Int("rentalId")], await IdsAsync($"inventoryId={fresh.Int("inventoryId")}&open=true"));
        Assert.Equal(["state", "to"], (await portal.Clerk.GetAsync("/api/rentals?state=lost&from=2026-01-02&to=2026-01-01").FaultyFieldsAsync(HttpStatusCode.BadRequest)).Order());
    }

    [Fact]
    public async Task APersonsDaysAreGivenAsMomentsAndTheLastDayThereIsIsADay()
    {
        var film = await portal.AddFilmAsync(copies: 2);
        var early = (await portal.RentAsync(film, rentalDate: "2026-01-02T03:59:59Z").JsonAsync(HttpStatusCode.Created)).Int("rentalId");
        var late = (await portal.RentAsync(film, rentalDate: "2026-01-03T03:59:59Z").JsonAsync(HttpStatusCode.Created)).Int("rentalId");

        // The second of January where it is four hours earlier.
        Assert.Equal([late], await IdsAsync($"filmId={film.FilmId}&since=2026-01-02T04:00:00Z&before=2026-01-03T04:00:00Z"));
        Assert.Equal([late, early], await IdsAsync($"filmId={film.FilmId}&to=9999-12-31"));
        Assert.NotEmpty((await portal.Clerk.GetAsync("/api/payments?to=9999-12-31").JsonAsync()).Items());
        Assert.Equal(["before"], await portal.Clerk.GetAsync("/api/payments?since=2026-01-02T00:00:00Z&before=2026-01-01T00:00:00Z").FaultyFieldsAsync(HttpStatusCode.BadRequest));
        Assert.Empty((await portal.Clerk.GetAsync("/api/payments?since=2026-01-02T04:00:00Z&before=2026-01-02T04:00:01Z").JsonAsync()).Items());
    }

    [Fact]
    public async Task PaymentsAreOrderedByTheNamesThatAreShown()
    {
        foreach (var (sort, name) in new[] { ("customerName", "customerName"), ("staffName", "staffName") })
        {
            var names = (await portal.Clerk.GetAsync($"/api/payments?sort={sort}&to=2005-05-27&pageSize=100").JsonAsync()).Items().Select(payment => payment.Text(name)!.Split(' ')[^1]).ToList();
            Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
        }
    }

    [Fact]
    public async Task ACopyTellsWhoHasItAndWhenItIsDue()
    {
        var film = await portal.AddFilmAsync(copies: 2, rentalDuration: 3);
        var rental = await portal.RentAsync(film, customerId: 60, rentalDate: "2026-01-01").JsonAsync(HttpStatusCode.Created);
        var copies = (await portal.Clerk.GetAsync($"/api/inventory?filmId={film.FilmId}").JsonAsync()).Items();
        Assert.Equal(2, copies.Length);
        var one = Assert.Single((await portal.Clerk.GetAsync($"/api/inventory?inventoryId={rental.Int("inventoryId")}").JsonAsync()).Items());
        Assert.Equal((film.Title, 60, "2026-01-04T00:00:00Z"), (one.Text("title"), one.Int("customerId"), one.Text("dueDate")));
        Assert.Null(copies.Single(copy => copy.Int("inventoryId") != rental.Int("inventoryId")).Text("customerName"));
    }

    [Fact]
    public async Task TheAuditOfARentalTellsItsLifeAlsoWhenItWasUndone()
    {
        var rental = await portal.RentAsync(await portal.AddFilmAsync(copies: 1), rentalDate: "2026-01-01").JsonAsync(HttpStatusCode.Created);
        var path = $"/api/rentals/{rental.Int("rentalId")}";
        await portal.Clerk.PostAsync($"{path}/return", null).JsonAsync();
        (await portal.Clerk.DeleteAsJsonAsync(path, new { reason = "wrong film" })).Dispose();

        var entries = (await portal.Clerk.GetAsync($"{path}/audit").JsonAsync()).Items();
        Assert.Equal(["rental.create", "rental.return", "rental.delete"], entries.Select(entry => entry.Text("action")));
        Assert.Equal(("clerk", "wrong film"), (entries[2].Text("userName"), entries[2].Text("reason")));
    }

    [Fact]
    public async Task TheListAsAFileHoldsEveryRowOfTheFilterAndNoFormula()
    {
        var film = await portal.AddFilmAsync(copies: 2);
        await portal.ExecuteAsync("UPDATE film SET title = '=1+1, \"quoted\"' WHERE film_id = @FilmId", film);
        await portal.RentAsync(film, rentalDate: "2026-01-01").JsonAsync(HttpStatusCode.Created);
        await portal.RentAsync(film, rentalDate: "2026-01-02").JsonAsync(HttpStatusCode.Created);

        using var response = await portal.Clerk.GetAsync($"/api/rentals/csv?filmId={film.FilmId}&sort=rentalDate");
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("rental_id,rental_date,due_date,return_date,customer_id,customer,document,film_id,title,inventory_id,store_id,staff_id,amount,late_fee,waived_fee", lines[0]);
        Assert.Equal((4, ""), (lines.Length, lines[3]));
        Assert.Contains("2026-01-01 00:00:00Z,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",\"'=1+1, \"\"quoted\"\"\",", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rentals", "rental")]
    [InlineData("films", "film")]
    [InlineData("customers", "customer")]
    [InlineData("payments", "payment")]
    public async Task EveryListComesAsAFileWhole(string list, string table)
    {
        var text = await portal.Clerk.GetStringAsync($"/api/{list}/csv");
        Assert.InRange(text.Split("\r\n").Length - 2, await portal.ScalarAsync<int>($"SELECT COUNT(*) FROM {table}") - 5, int.MaxValue);
        using var unknown = await portal.Clerk.GetAsync($"/api/{list}/csv?sort=nonsense");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task APageOfFilmsIsSortedFilteredAndCounted()
    {
        var page = await portal.Clerk.GetAsync("/api/films?category=Horror&rating=PG&pageSize=500&sort=length&desc=true").JsonAsync();
        var films = page.Items();
        Assert.Equal(films.Length, page.Int("total"));
        Assert.All(films, film => Assert.Equal(("Horror", "PG"), (film.Text("category"), film.Text("rating"))));
        Assert.Equal(films.Select(film => film.Int("length")).OrderDescending(), films.Select(film => film.Int("length")));
    }

    [Fact]
    public async Task AFilmsCardHoldsItsCastItsCopiesAndWhatItEarned()
    {
        var card = await portal.Clerk.GetAsync("/api/films/1").JsonAsync();
        Assert.Equal(await portal.ScalarAsync<int>("SELECT COUNT(*) FROM film_actor WHERE film_id = 1"), card.GetProperty("actors").GetArrayLength());
        Assert.Equal(await portal.ScalarAsync<decimal>("SELECT SUM(amount) FROM payment JOIN rental USING (rental_id) JOIN inventory USING (inventory_id) WHERE film_id = 1"),
            card.GetProperty("earned").GetDecimal());
        Assert.Equal(["Documentary"], card.GetProperty("categories").EnumerateArray().Select(name => name.GetString()));
        await portal.Clerk.GetAsync("/api/films/60000").ProblemAsync(HttpStatusCode.NotFound);
    }

    private async Task<int[]> IdsAsync(string query) =>
        [.. (await portal.Clerk.GetAsync($"/api/rentals?{query}").JsonAsync()).Items().Select(rental => rental.Int("rentalId"))];
}
