using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Rentals;

[Collection(ApiFixture.Collection)]
public sealed class UndoReturnTests(ApiFixture portal)
{
    private static readonly object Mistake = new { reason = "scanned the wrong case" };

    [Fact]
    public async Task AMistakenReturnIsTakenBackWithTheFeeThatItTookAndTheLakeHearsOfBoth()
    {
        var (id, customer) = (await RentAsync(customerId: 550), 550);
        var before = await BalanceAsync(customer);
        var payment = (await ReturnAsync(id, takePayment: true)).Int("paymentId");
        await portal.ExecuteAsync("UPDATE rental SET last_update = '2026-01-08' WHERE rental_id = @id", new { id });

        await UndoAsync(id);

        var rental = await portal.Clerk.GetAsync($"/api/rentals/{id}").JsonAsync();
        Assert.Equal(JsonValueKind.Null, rental.GetProperty("returnDate").ValueKind);
        Assert.Equal(before, await BalanceAsync(customer));
        Assert.Equal(0, await portal.ScalarAsync<int>("SELECT COUNT(*) FROM payment WHERE payment_id = @payment", new { payment }));
        Assert.Equal(1, await portal.ScalarAsync<int>("SELECT COUNT(*) FROM payment WHERE rental_id = @id", new { id }));
        Assert.Equal(1, await portal.ScalarAsync<int>(
            "SELECT COUNT(*) FROM portal.tombstone WHERE table_name = 'payment' AND JSON_VALUE(key_json, '$.payment_id') = @payment", new { payment }));
        Assert.True(await portal.ScalarAsync<bool>("SELECT last_update > UTC_TIMESTAMP() - INTERVAL 1 MINUTE FROM rental WHERE rental_id = @id", new { id }));

        var audit = (await portal.Clerk.GetAsync($"/api/rentals/{id}/audit").JsonAsync()).Items();
        Assert.Equal(["rental.create", "rental.return", "rental.return.undo"], audit.Select(entry => entry.Text("action")));
        Assert.Equal(("scanned the wrong case", payment), (audit[2].Text("reason"), audit[1].Int("paymentId")));
        Assert.Contains($"\"paymentId\":{payment}", audit[2].Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasPaidAtAnotherTimeStaysToTheCustomersCredit()
    {
        var id = await RentAsync(customerId: 551);
        var before = await BalanceAsync(551);
        await ReturnAsync(id, takePayment: false);
        await portal.Clerk.PostOnceAsync("/api/customers/551/payments", new { amount = 4m, rentalId = id }, $"{Guid.NewGuid()}").JsonAsync(HttpStatusCode.Created);
        await UndoAsync(id);
        Assert.Equal(before - 4, await BalanceAsync(551));
    }

    [Fact]
    public async Task AReturnAfterAnUndoneOneLeavesTheNewFeeAloneToTakeBack()
    {
        var id = await RentAsync(customerId: 552);
        await ReturnAsync(id, takePayment: true);
        await UndoAsync(id);
        await ReturnAsync(id, takePayment: false);
        var before = await BalanceAsync(552);
        await UndoAsync(id);
        Assert.Equal(before - 4, await BalanceAsync(552));
        Assert.Equal(1, await portal.ScalarAsync<int>("SELECT COUNT(*) FROM payment WHERE rental_id = @id", new { id }));
    }

    [Fact]
    public async Task ACopyThatWentOutAgainKeepsItsReturnAlsoWhenItCameBackSince()
    {
        var film = await portal.AddFilmAsync(copies: 1);
        var id = await RentAsync(film, 553);
        await ReturnAsync(id, takePayment: false);
        var later = await portal.RentAsync(film, customerId: 554, rentalDate: "2026-01-09").JsonAsync(HttpStatusCode.Created);

        Assert.Contains($"rental {later.Int("rentalId")}", (await RefusedAsync(id, HttpStatusCode.Conflict)).Text("detail"), StringComparison.Ordinal);
        await portal.Clerk.PostAsJsonAsync($"/api/rentals/{later.Int("rentalId")}/return", new { returnDate = "2026-01-10" }).JsonAsync();
        await RefusedAsync(id, HttpStatusCode.Conflict);
        await UndoAsync(later.Int("rentalId"));
    }

    [Fact]
    public async Task WithoutAReasonARentalOrAReturnNothingIsTakenBack()
    {
        var id = await RentAsync(customerId: 555);
        Assert.Contains("is out", (await RefusedAsync(id, HttpStatusCode.Conflict)).Text("detail"), StringComparison.Ordinal);
        await RefusedAsync(999999, HttpStatusCode.NotFound);
        await ReturnAsync(id, takePayment: false);
        Assert.Equal(["reason"], await portal.Clerk.DeleteAsJsonAsync($"/api/rentals/{id}/return", new { reason = " " }).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
        Assert.Equal(["reason"], await portal.Clerk.DeleteAsync($"/api/rentals/{id}/return").FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.Analyst.DeleteAsJsonAsync($"/api/rentals/{id}/return", Mistake)).StatusCode);
    }

    [Fact]
    public async Task OfManyWhoTakeAReturnBackAtOnceOneDoesIt()
    {
        var id = await RentAsync(customerId: 556);
        await ReturnAsync(id, takePayment: true);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => portal.Clerk.DeleteAsJsonAsync($"/api/rentals/{id}/return", Mistake)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(1, await portal.ScalarAsync<int>("SELECT COUNT(*) FROM payment WHERE rental_id = @id", new { id }));
    }

    [Fact]
    public async Task AReturnIsTakenBackOrItsCopyHandedOutNeverBoth()
    {
        for (var round = 0; round < 8; round++)
        {
            var film = await portal.AddFilmAsync(copies: 1);
            var id = await RentAsync(film, 557);
            await ReturnAsync(id, takePayment: false);
            var (undo, rent) = (portal.Clerk.DeleteAsJsonAsync($"/api/rentals/{id}/return", Mistake), portal.RentAsync(film, customerId: 558));
            var statuses = (await Task.WhenAll(undo, rent)).Select(answer => answer.StatusCode);
            Assert.Single(statuses, HttpStatusCode.Conflict);
            Assert.Equal(1, await portal.ScalarAsync<int>(
                "SELECT COUNT(*) FROM rental r JOIN inventory i USING (inventory_id) WHERE i.film_id = @FilmId AND r.return_date IS NULL", film));
        }
    }

    private async Task<int> RentAsync(int customerId) => await RentAsync(await portal.AddFilmAsync(copies: 1), customerId);

    private async Task<int> RentAsync(TestFilm film, int customerId) =>
        (await portal.RentAsync(film, customerId, "2026-01-01").JsonAsync(HttpStatusCode.Created)).Int("rentalId");

    // Three days are paid for, so that it comes back four days late.
    private Task<JsonElement> ReturnAsync(int id, bool takePayment) =>
        portal.Clerk.PostAsJsonAsync($"/api/rentals/{id}/return", new { returnDate = "2026-01-08", takePayment }).JsonAsync();

    private async Task UndoAsync(int id)
    {
        using var answer = await portal.Clerk.DeleteAsJsonAsync($"/api/rentals/{id}/return", Mistake);
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
    }

    private Task<JsonElement> RefusedAsync(int id, HttpStatusCode status) => portal.Clerk.DeleteAsJsonAsync($"/api/rentals/{id}/return", Mistake).ProblemAsync(status);

    private async Task<decimal> BalanceAsync(int customerId) =>
        (await portal.Clerk.GetAsync($"/api/customers/{customerId}").JsonAsync()).GetProperty("balance").GetDecimal();
}
