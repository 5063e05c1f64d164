using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Rentals;

[Collection(ApiFixture.Collection)]
public sealed class WaiverTests(ApiFixture portal)
{
    private static readonly object Kindness = new { reason = "snowed in" };

    [Fact]
    public async Task AWaivedLateFeeIsNoLongerOwedAndSakilaSeesNoMoney()
    {
        var before = await CardAsync(560);
        var id = await ReturnedAsync(560);
        Assert.Equal(4m, (await RentalAsync(id)).GetProperty("unpaidFee").GetDecimal());

        var waiver = await WaiveAsync(id).JsonAsync();

        Assert.Equal((4m, "snowed in", "clerk"), (waiver.GetProperty("amount").GetDecimal(), waiver.Text("reason"), waiver.Text("waivedBy")));
        var after = await CardAsync(560);
        Assert.Equal(Money(before, "balance"), Money(after, "balance"));
        Assert.Equal(await portal.ScalarAsync<decimal>("SELECT get_customer_balance(560, UTC_TIMESTAMP())"), Money(after, "balance") + Money(after, "waived"));
        Assert.Equal(1, await portal.ScalarAsync<int>("SELECT COUNT(*) FROM payment WHERE rental_id = @id", new { id }));
        var rental = await RentalAsync(id);
        Assert.Equal((4m, 4m, 0m), (Money(rental, "lateFee"), Money(rental, "waivedFee"), Money(rental, "unpaidFee")));
        Assert.Equal(4m, Money((await portal.Clerk.GetAsync("/api/rentals?customerId=560").JsonAsync()).Items().Single(one => one.Int("rentalId") == id), "waivedFee"));
        Assert.Contains((await portal.Clerk.GetAsync($"/api/rentals/{id}/audit").JsonAsync()).Items(), entry => (entry.Text("action"), entry.Text("reason")) == ("rental.waive", "snowed in"));
    }

    [Fact]
    public async Task AWaiverIsTakenBackOnceAndTheFeeIsOwedAgain()
    {
        var id = await ReturnedAsync(561);
        var before = Money(await CardAsync(561), "balance");
        await WaiveAsync(id).JsonAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => portal.Clerk.DeleteAsJsonAsync($"/api/rentals/{id}/waiver", new { reason = "did come by car" })));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(4, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(before, Money(await CardAsync(561), "balance"));
        Assert.Equal(["reason"], await portal.Clerk.DeleteAsJsonAsync($"/api/rentals/{id}/waiver", new { reason = "" }).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task OfManyWhoWaiveAtOnceOneDoesIt()
    {
        var id = await ReturnedAsync(562);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => WaiveAsync(id)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task OnlyWhatIsNotPaidIsWaived()
    {
        var id = await ReturnedAsync(563);
        await portal.Clerk.PostOnceAsync("/api/customers/563/payments", new { amount = 1.50m, rentalId = id }, $"{Guid.NewGuid()}").JsonAsync(HttpStatusCode.Created);
        Assert.Equal(2.50m, Money(await WaiveAsync(id).JsonAsync(), "amount"));

        var paid = await ReturnedAsync(563, takePayment: true);
        Assert.Contains("is paid", (await WaiveAsync(paid).ProblemAsync(HttpStatusCode.Conflict)).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFeeThatWasPaidOnAccountIsNoLongerThereToWaive()
    {
        var id = await ReturnedAsync(566);
        var owed = Money(await CardAsync(566), "balance");
        await PayAsync(566, owed - 1);
        Assert.Equal(1m, Money(await RentalAsync(id), "unpaidFee"));
        await PayAsync(566, 1);

        Assert.Equal(0m, Money(await RentalAsync(id), "unpaidFee"));
        Assert.Contains("is paid", (await WaiveAsync(id).ProblemAsync(HttpStatusCode.Conflict)).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutLateFeeReturnReasonOrRentalNothingIsWaived()
    {
        var film = await portal.AddFilmAsync(copies: 1);
        var rental = (await portal.RentAsync(film, 564, "2026-01-01").JsonAsync(HttpStatusCode.Created)).Int("rentalId");
        Assert.Contains("is out", (await WaiveAsync(rental).ProblemAsync(HttpStatusCode.Conflict)).Text("detail"), StringComparison.Ordinal);
        await portal.Clerk.PostAsJsonAsync($"/api/rentals/{rental}/return", new { returnDate = "2026-01-02" }).JsonAsync();
        Assert.Contains("in time", (await WaiveAsync(rental).ProblemAsync(HttpStatusCode.Conflict)).Text("detail"), StringComparison.Ordinal);
        await WaiveAsync(999999).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal(["reason"], await portal.Clerk.PostAsJsonAsync($"/api/rentals/{rental}/waiver", new { reason = " " }).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task AWaiverGoesWithTheReturnOrTheRentalThatItWasFor()
    {
        var before = Money(await CardAsync(565), "balance");
        foreach (var undone in (string[])["/return", ""])
        {
            var id = await ReturnedAsync(565);
            await WaiveAsync(id).JsonAsync();
            (await portal.Clerk.DeleteAsJsonAsync($"/api/rentals/{id}{undone}", Kindness)).EnsureSuccessStatusCode().Dispose();
            Assert.Equal(0, await portal.ScalarAsync<int>("SELECT COUNT(*) FROM portal.late_fee_waiver WHERE rental_id = @id", new { id }));
            Assert.Equal(before, Money(await CardAsync(565), "balance"));
        }
    }

    // Rented for three days and back after seven: four dollars.
    private async Task<int> ReturnedAsync(int customerId, bool takePayment = false)
    {
        var rental = await portal.RentAsync(await portal.AddFilmAsync(copies: 1), customerId, "2026-01-01").JsonAsync(HttpStatusCode.Created);
        await portal.Clerk.PostAsJsonAsync($"/api/rentals/{rental.Int("rentalId")}/return", new { returnDate = "2026-01-08", takePayment }).JsonAsync();
        return rental.Int("rentalId");
    }

    private Task<JsonElement> PayAsync(int customerId, decimal amount) =>
        portal.Clerk.PostOnceAsync($"/api/customers/{customerId}/payments", new { amount }, $"{Guid.NewGuid()}").JsonAsync(HttpStatusCode.Created);

    private Task<HttpResponseMessage> WaiveAsync(int id) => portal.Clerk.PostAsJsonAsync($"/api/rentals/{id}/waiver", Kindness);

    private Task<JsonElement> RentalAsync(int id) => portal.Clerk.GetAsync($"/api/rentals/{id}").JsonAsync();

    private Task<JsonElement> CardAsync(int id) => portal.Clerk.GetAsync($"/api/customers/{id}").JsonAsync();

    private static decimal Money(JsonElement element, string name) => element.GetProperty(name).GetDecimal();
}
