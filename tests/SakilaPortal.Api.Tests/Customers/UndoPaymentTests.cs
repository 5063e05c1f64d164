using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SakilaPortal.Api.Tests.Rentals;

namespace SakilaPortal.Api.Tests.Customers;

[Collection(ApiFixture.Collection)]
public sealed class UndoPaymentTests(ApiFixture portal)
{
    private static readonly object Mistake = new { reason = "wrong customer" };

    [Fact]
    public async Task AnUndonePaymentIsOwedAgainAndTheLakeAndTheAuditKnow()
    {
        var before = await BalanceAsync(570);
        var id = await PayAsync(570, 2.50m);
        Assert.True(await CanUndoAsync(570, id));

        Assert.Equal(HttpStatusCode.NoContent, (await UndoAsync(id)).StatusCode);

        Assert.Equal(before, await BalanceAsync(570));
        Assert.Equal(1, await portal.ScalarAsync<int>("SELECT COUNT(*) FROM portal.tombstone WHERE table_name = 'payment' AND JSON_EXTRACT(key_json, '$.payment_id') = @id", new { id }));
        Assert.Equal("wrong customer", await portal.ScalarAsync<string>(
            "SELECT JSON_UNQUOTE(JSON_EXTRACT(detail, '$.reason')) FROM portal.audit WHERE subject = 'customer 570' AND action = 'payment.delete'"));
    }

    [Fact]
    public async Task OfManyWhoUndoAPaymentAtOnceOneDoesIt()
    {
        var id = await PayAsync(571, 1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => UndoAsync(id)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task WhatCameWithARentalOrLongAgoStays()
    {
        var rental = await portal.RentAsync(await portal.AddFilmAsync(copies: 1), customerId: 572).JsonAsync(HttpStatusCode.Created);
        Assert.False(await CanUndoAsync(572, rental.Int("paymentId")));
        var refusal = await UndoAsync(rental.Int("paymentId")).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Contains($"rental {rental.Int("rentalId")}", refusal.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(["reason"], await portal.Clerk.DeleteAsJsonAsync("/api/payments/1", new { reason = " " }).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.Analyst.DeleteAsJsonAsync("/api/payments/1", Mistake)).StatusCode);
    }

    private async Task<int> PayAsync(int customerId, decimal amount) =>
        (await portal.Clerk.PostOnceAsync($"/api/customers/{customerId}/payments", new { amount }, $"{Guid.NewGuid()}").JsonAsync(HttpStatusCode.Created)).Int("paymentId");

    private Task<HttpResponseMessage> UndoAsync(int id) => portal.Clerk.DeleteAsJsonAsync($"/api/payments/{id}", Mistake);

    private async Task<bool> CanUndoAsync(int customerId, int id) =>
        (await portal.Clerk.GetAsync($"/api/payments?customerId={customerId}").JsonAsync()).Items().Single(payment => payment.Int("paymentId") == id).GetProperty("canUndo").GetBoolean();

    private async Task<decimal> BalanceAsync(int customerId) =>
        (await portal.Clerk.GetAsync($"/api/customers/{customerId}").JsonAsync()).GetProperty("balance").GetDecimal();
}
