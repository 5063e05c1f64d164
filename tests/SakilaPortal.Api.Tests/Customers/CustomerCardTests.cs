using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Customers;

[Collection(ApiFixture.Collection)]
public sealed class CustomerCardTests(ApiFixture portal)
{
    [Fact]
    public async Task ACustomersCardHoldsAddressFiguresAndBalance()
    {
        var card = await CardAsync(7);
        Assert.Equal(await portal.ScalarAsync<string>("SELECT city FROM customer JOIN address USING (address_id) JOIN city USING (city_id) WHERE customer_id = 7"), card.Text("city"));
        Assert.Equal(await portal.ScalarAsync<int>("SELECT COUNT(*) FROM rental WHERE customer_id = 7"), card.Int("rentals"));
        Assert.Equal(await portal.ScalarAsync<decimal>("SELECT get_customer_balance(7, UTC_TIMESTAMP())"), card.GetProperty("balance").GetDecimal());
        await portal.Clerk.GetAsync("/api/customers/60000").ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ANoteIsAddedChangedAndRemovedAndItsOldTextStaysInTheAudit()
    {
        var note = await portal.Clerk.PostAsJsonAsync("/api/customers/520/notes", new { text = " Prefers the phone. " }).JsonAsync(HttpStatusCode.Created);
        var path = $"/api/customers/520/notes/{note.Int("noteId")}";
        Assert.Equal(("Prefers the phone.", "clerk"), (note.Text("text"), note.Text("createdBy")));
        await portal.Admin.PutAsJsonAsync(path, new { text = "Prefers e-mail." }).JsonAsync();
        var shown = Assert.Single((await CardAsync(520)).GetProperty("notes").EnumerateArray());
        Assert.Equal(("Prefers e-mail.", "admin"), (shown.Text("text"), shown.Text("changedBy")));

        await portal.Clerk.PutAsJsonAsync($"/api/customers/521/notes/{note.Int("noteId")}", new { text = "not theirs" }).ProblemAsync(HttpStatusCode.NotFound);
        (await portal.Clerk.DeleteAsync(path)).EnsureSuccessStatusCode().Dispose();
        Assert.Empty((await CardAsync(520)).GetProperty("notes").EnumerateArray());
        Assert.Equal(2, await portal.ScalarAsync<int>("SELECT COUNT(*) FROM portal.audit WHERE subject = 'customer 520' AND action LIKE 'note.%'"));
        Assert.Equal(["text"], await portal.Clerk.PostAsJsonAsync("/api/customers/520/notes", new { text = " " }).FaultyFieldsAsync(HttpStatusCode.BadRequest));
        await portal.Clerk.PostAsJsonAsync("/api/customers/60000/notes", new { text = "x" }).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task APaymentLowersTheBalanceOnceHoweverOftenItIsSent()
    {
        var before = await CardAsync(530);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PayAsync(530, new { amount = 3.50m }, "pay-once").JsonAsync(HttpStatusCode.Created)));
        Assert.Single(answers.Select(answer => answer.Int("paymentId")).Distinct());
        var after = await CardAsync(530);
        Assert.Equal(before.GetProperty("balance").GetDecimal() - 3.50m, after.GetProperty("balance").GetDecimal());
        Assert.Equal(after.GetProperty("balance").GetDecimal(), await portal.ScalarAsync<decimal>("SELECT get_customer_balance(530, UTC_TIMESTAMP())"));
        Assert.Equal(answers[0].Int("paymentId"), (await portal.Clerk.GetAsync("/api/payments?customerId=530").JsonAsync()).Items()[0].Int("paymentId"));
    }

    [Fact]
    public async Task APaymentThatCannotBeIsRefusedWithItsReason()
    {
        foreach (var amount in (decimal[])[0, -1, 1000, 0.001m])
            Assert.Equal(["amount"], await PayAsync(531, new { amount }).FaultyFieldsAsync(HttpStatusCode.BadRequest));
        Assert.Equal(["Idempotency-Key"], await PayAsync(531, new { amount = 1 }, key: null).FaultyFieldsAsync(HttpStatusCode.BadRequest));
        var others = await portal.ScalarAsync<int>("SELECT MIN(rental_id) FROM rental WHERE customer_id <> 531");
        Assert.Equal(["rentalId"], await PayAsync(531, new { amount = 1, rentalId = others }).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
        await PayAsync(60000, new { amount = 1 }).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ALateFeeStandsInTheBalanceUntilItIsPaid()
    {
        var film = await portal.AddFilmAsync(copies: 2, rentalDuration: 3);
        var before = Balance(await CardAsync(540));
        var (owed, paid) = (await RentAsync(film), await RentAsync(film));

        var quote = await portal.Clerk.GetAsync($"/api/rentals/{owed}/return?returnDate=2026-01-08T00:00:00Z").JsonAsync();
        Assert.Equal(4m, quote.GetProperty("lateFee").GetDecimal());
        Assert.Equal(JsonValueKind.Null, (await ReturnAsync(owed, takePayment: false)).GetProperty("paymentId").ValueKind);
        Assert.Equal(before + 4, Balance(await CardAsync(540)));

        var payment = (await ReturnAsync(paid, takePayment: true)).Int("paymentId");
        Assert.Equal(before + 4, Balance(await CardAsync(540)));
        Assert.Equal((4m, paid), (await portal.ScalarAsync<decimal>("SELECT amount FROM payment WHERE payment_id = @payment", new { payment }),
            await portal.ScalarAsync<int>("SELECT rental_id FROM payment WHERE payment_id = @payment", new { payment })));

        async Task<int> RentAsync(TestFilm own) => (await portal.RentAsync(own, customerId: 540, rentalDate: "2026-01-01").JsonAsync(HttpStatusCode.Created)).Int("rentalId");
        Task<JsonElement> ReturnAsync(int rental, bool takePayment) =>
            portal.Clerk.PostAsJsonAsync($"/api/rentals/{rental}/return", new { returnDate = "2026-01-08", takePayment }).JsonAsync();
    }

    private static decimal Balance(JsonElement card) => card.GetProperty("balance").GetDecimal();

    private Task<JsonElement> CardAsync(int id) => portal.Clerk.GetAsync($"/api/customers/{id}").JsonAsync();

    private Task<HttpResponseMessage> PayAsync(int customerId, object body, string? key = "") =>
        portal.Clerk.PostOnceAsync($"/api/customers/{customerId}/payments", body, key?.Length == 0 ? $"{Guid.NewGuid()}" : key);
}
