using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Rentals;

[Collection(ApiFixture.Collection)]
public sealed class RentalLifeTests(ApiFixture portal)
{
    [Theory]
    [InlineData("2026-01-04T23:59:59Z", 0)]
    [InlineData("2026-01-05T00:00:00Z", 1)]
    [InlineData("2026-01-11", 7)]
    public async Task EachDayOverdueCostsADollarAsSakilaCounts(string returnDate, int fee)
    {
        var rental = await RentAsync("2026-01-01T18:00:00Z", rentalDuration: 3);
        var returned = await ReturnAsync(rental, returnDate).JsonAsync();
        Assert.Equal(fee, returned.GetProperty("lateFee").GetDecimal());
        var stored = await portal.Clerk.GetAsync($"/api/rentals/{rental.Int("rentalId")}").JsonAsync();
        Assert.Equal((returned.Text("returnDate"), fee), (stored.Text("returnDate"), stored.Int("lateFee")));
    }

    [Fact]
    public async Task WithoutATimeAReturnIsNow()
    {
        var rental = await RentAsync("2026-01-01");
        var returned = await portal.Clerk.PostAsync($"/api/rentals/{rental.Int("rentalId")}/return", null).JsonAsync();
        Assert.InRange(returned.GetProperty("returnDate").GetDateTime(), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddSeconds(1));
    }

    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2999-01-01")]
    public async Task AReturnBeforeTheRentalOrInTheFutureIsRefused(string returnDate)
    {
        var rental = await RentAsync("2026-01-01");
        Assert.Equal(["returnDate"], await ReturnAsync(rental, returnDate).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task ACopyComesBackOnlyOnce()
    {
        var rental = await RentAsync("2026-01-01");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ReturnAsync(rental, "2026-01-02")));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task WhatDoesNotExistCannotBeReadReturnedDeletedOrTraced()
    {
        await portal.Clerk.GetAsync("/api/rentals/999999").ProblemAsync(HttpStatusCode.NotFound);
        await portal.Clerk.PostAsync("/api/rentals/999999/return", null).ProblemAsync(HttpStatusCode.NotFound);
        await portal.Clerk.DeleteAsJsonAsync("/api/rentals/999999", new { reason = "x" }).ProblemAsync(HttpStatusCode.NotFound);
        await portal.Analyst.GetAsync("/api/rentals/999999/trace").ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ADeletedRentalLeavesAnAuditAndTombstones()
    {
        var rental = await RentAsync("2026-01-01");
        var (id, payment) = (rental.Int("rentalId"), rental.Int("paymentId"));
        Assert.Equal(["reason"], await portal.Clerk.DeleteAsJsonAsync($"/api/rentals/{id}", new { reason = " " }).FaultyFieldsAsync(HttpStatusCode.BadRequest));
        using var deleted = await portal.Clerk.DeleteAsJsonAsync($"/api/rentals/{id}", new { reason = "wrong film" });
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);

        await portal.Clerk.GetAsync($"/api/rentals/{id}").ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal(0, await portal.ScalarAsync<int>("SELECT COUNT(*) FROM payment WHERE payment_id = @payment OR rental_id = @id", new { payment, id }));
        Assert.Equal(2, await portal.ScalarAsync<int>("""
            SELECT COUNT(*) FROM portal.tombstone
            WHERE (table_name = 'rental' AND JSON_VALUE(key_json, '$.rental_id') = @id) OR (table_name = 'payment' AND JSON_VALUE(key_json, '$.payment_id') = @payment)
            """, new { payment, id }));
        Assert.Equal("clerk", await portal.ScalarAsync<string>(
            "SELECT user_name FROM portal.audit WHERE subject = @subject AND action = 'rental.delete' AND JSON_VALUE(detail, '$.reason') = 'wrong film'", new { subject = $"rental {id}" }));
    }

    [Fact]
    public async Task RentalsAreFilteredAndOrdered()
    {
        var film = await portal.AddFilmAsync(copies: 3);
        var first = await portal.RentAsync(film, customerId: 30, rentalDate: "2026-01-03").JsonAsync(HttpStatusCode.Created);
        await portal.RentAsync(film, customerId: 31, rentalDate: "2026-01-01").JsonAsync(HttpStatusCode.Created);
        await portal.RentAsync(film, customerId: 30, rentalDate: "2026-01-02").JsonAsync(HttpStatusCode.Created);
        await ReturnAsync(first, "2026-01-04").JsonAsync();

        Assert.Equal(["2026-01-02", "2026-01-01", "2026-01-03"], await DatesAsync($"filmId={film.FilmId}"));
        Assert.Equal(["2026-01-01", "2026-01-02", "2026-01-03"], await DatesAsync($"filmId={film.FilmId}&sort=rentalDate"));
        Assert.Equal(["2026-01-02", "2026-01-01"], await DatesAsync($"filmId={film.FilmId}&open=true&sort=rentalDate&desc=true"));
        Assert.Equal(["2026-01-03"], await DatesAsync($"filmId={film.FilmId}&open=false"));
        Assert.Equal(["2026-01-02", "2026-01-03"], await DatesAsync($"filmId={film.FilmId}&customerId=30&sort=rentalDate"));
        Assert.Empty(await DatesAsync($"filmId={film.FilmId}&storeId=2"));
    }

    [Fact]
    public async Task AListGoesOnPageByPageAndKnowsItsTotal()
    {
        var first = await portal.Clerk.GetAsync("/api/rentals?pageSize=2&sort=rentalId").JsonAsync();
        var second = await portal.Clerk.GetAsync("/api/rentals?pageSize=2&sort=rentalId&page=2").JsonAsync();
        Assert.Equal(2, first.Int("nextPage"));
        Assert.True(first.Items()[1].Int("rentalId") < second.Items()[0].Int("rentalId"));
        Assert.Equal(await portal.ScalarAsync<int>("SELECT COUNT(*) FROM rental"), first.Int("total"));
        var beyond = await portal.Clerk.GetAsync("/api/rentals?page=100000").JsonAsync();
        Assert.Equal((0, JsonValueKind.Null), (beyond.Items().Length, beyond.GetProperty("nextPage").ValueKind));
    }

    [Fact]
    public async Task ATraceBeginsAtTheRow()
    {
        var rental = await RentAsync("2026-01-01");
        var hop = (await portal.Analyst.GetAsync($"/api/rentals/{rental.Int("rentalId")}/trace").JsonAsync()).GetProperty("hops")[0];
        Assert.Equal(("row", "done"), (hop.Text("stage"), hop.Text("state")));
        Assert.InRange(hop.GetProperty("at").GetDateTime(), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddSeconds(1));
    }

    private async Task<string[]> DatesAsync(string query) =>
        [.. (await portal.Clerk.GetAsync($"/api/rentals?{query}").JsonAsync()).Items().Select(rental => rental.Text("rentalDate")![..10])];

    private async Task<JsonElement> RentAsync(string rentalDate, int rentalDuration = 3) =>
        await portal.RentAsync(await portal.AddFilmAsync(copies: 1, rentalDuration), rentalDate: rentalDate).JsonAsync(HttpStatusCode.Created);

    private Task<HttpResponseMessage> ReturnAsync(JsonElement rental, string returnDate) =>
        portal.Clerk.PostAsJsonAsync($"/api/rentals/{rental.Int("rentalId")}/return", new { returnDate });
}
