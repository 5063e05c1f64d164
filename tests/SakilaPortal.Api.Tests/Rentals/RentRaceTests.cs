using System.Net;

namespace SakilaPortal.Api.Tests.Rentals;

[Collection(ApiFixture.Collection)]
public sealed class RentRaceTests(ApiFixture portal)
{
    private const int Clerks = 16;

    [Fact]
    public async Task OfManyClerksAtTwoInstancesOnlyAsManyGetACopyAsThereAre()
    {
        await using var second = await portal.StartApiAsync();
        using var elsewhere = new HttpClient { BaseAddress = second.Address, DefaultRequestHeaders = { Authorization = portal.Clerk.DefaultRequestHeaders.Authorization } };
        var film = await portal.AddFilmAsync(copies: 3);

        var answers = await Task.WhenAll(Enumerable.Range(0, Clerks).Select(clerk => portal.RentAsync(film, clerk: clerk % 2 == 0 ? portal.Clerk : elsewhere)));

        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(Clerks - 3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(3, await portal.ScalarAsync<int>(
            "SELECT COUNT(DISTINCT r.inventory_id) FROM rental r JOIN inventory i USING (inventory_id) WHERE i.film_id = @FilmId", film));
        Assert.Equal(3, await RentalsAsync(film));
    }

    [Fact]
    public async Task TheSameKeySentManyTimesAtOnceMakesOneRental()
    {
        var film = await portal.AddFilmAsync(copies: 5);
        var key = $"{Guid.NewGuid()}";

        var answers = await Task.WhenAll(Enumerable.Range(0, Clerks).Select(_ => portal.RentAsync(film, customerId: 20, rentalDate: "2026-01-01", key: key)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
        Assert.Single(bodies.Distinct());
        Assert.Equal(1, await RentalsAsync(film));
    }

    [Fact]
    public async Task TheSameKeyAgainGetsTheSameAnswerAlsoAfterTheReturn()
    {
        var film = await portal.AddFilmAsync(copies: 5);
        var first = await portal.RentAsync(film, customerId: 21, rentalDate: "2026-01-01", key: "again").JsonAsync(HttpStatusCode.Created);
        await portal.Clerk.PostAsync($"/api/rentals/{first.Int("rentalId")}/return", null).JsonAsync();
        var second = await portal.RentAsync(film, customerId: 21, rentalDate: "2026-01-01T00:00:00Z", key: "again").JsonAsync(HttpStatusCode.Created);
        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal(1, await RentalsAsync(film));
    }

    [Fact]
    public async Task TheSameKeyWithAnotherBodyIsRefused()
    {
        var film = await portal.AddFilmAsync(copies: 5);
        var key = $"{Guid.NewGuid()}";
        await portal.RentAsync(film, customerId: 22, rentalDate: "2026-01-01", key: key).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(["Idempotency-Key"], await portal.RentAsync(film, customerId: 22, rentalDate: "2026-01-02", key: key).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
        Assert.Equal(1, await RentalsAsync(film));
    }

    [Fact]
    public async Task ARefusedRequestLeavesItsKeyFree()
    {
        var film = await portal.AddFilmAsync(copies: 1);
        var blocking = await portal.RentAsync(film).JsonAsync(HttpStatusCode.Created);
        await portal.RentAsync(film, customerId: 23, rentalDate: "2026-01-01", key: "patient").ProblemAsync(HttpStatusCode.Conflict);
        await portal.Clerk.PostAsync($"/api/rentals/{blocking.Int("rentalId")}/return", null).JsonAsync();
        await portal.RentAsync(film, customerId: 23, rentalDate: "2026-01-01", key: "patient").JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task KeysOfDifferentPeopleDoNotCollide()
    {
        var film = await portal.AddFilmAsync(copies: 2);
        await portal.RentAsync(film, customerId: 24, key: "common").JsonAsync(HttpStatusCode.Created);
        await portal.RentAsync(film, customerId: 25, key: "common", clerk: portal.Admin).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(2, await RentalsAsync(film));
    }

    private Task<int> RentalsAsync(TestFilm film) =>
        portal.ScalarAsync<int>("SELECT COUNT(*) FROM rental r JOIN inventory i USING (inventory_id) JOIN payment p USING (rental_id) WHERE i.film_id = @FilmId", film);
}
