using System.Net;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Rentals;

[Collection(ApiFixture.Collection)]
public sealed class RentFilmTests(ApiFixture portal)
{
    [Fact]
    public async Task ARentalWithAPastDateKeepsItInMySqlAndSoDoesItsPayment()
    {
        var film = await portal.AddFilmAsync(copies: 1, rentalDuration: 5, rentalRate: 4.99m);
        var rental = await portal.RentAsync(film, customerId: 10, rentalDate: "2005-08-01T12:30:15+02:00").JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("2005-08-01T10:30:15Z", "2005-08-06T10:30:15Z"), (rental.Text("rentalDate"), rental.Text("dueDate")));
        Assert.Equal((10, film.FilmId, film.Title, 1, 4.99m),
            (rental.Int("customerId"), rental.Int("filmId"), rental.Text("title"), rental.Int("storeId"), rental.GetProperty("amount").GetDecimal()));

        var id = rental.Int("rentalId");
        Assert.Equal(1, await portal.ScalarAsync<int>("""
            SELECT COUNT(*) FROM rental r JOIN payment p USING (rental_id)
            WHERE r.rental_id = @id AND r.rental_date = '2005-08-01 10:30:15' AND r.return_date IS NULL AND r.inventory_id = @inventory AND r.staff_id = @staff
              AND p.payment_id = @payment AND p.payment_date = '2005-08-01 10:30:15' AND p.amount = 4.99 AND p.customer_id = 10 AND p.staff_id = @staff
            """, new { id, inventory = rental.Int("inventoryId"), staff = rental.Int("staffId"), payment = rental.Int("paymentId") }));
    }

    [Theory]
    [InlineData("2005-08-01", "2005-08-01T00:00:00Z")]
    [InlineData("2005-08-01T09:00", "2005-08-01T09:00:00Z")]
    [InlineData("2005-08-01T09:00:00", "2005-08-01T09:00:00Z")]
    [InlineData("2005-08-01T09:00:00.999Z", "2005-08-01T09:00:00Z")]
    [InlineData("2005-08-01T00:30:00-05:00", "2005-08-01T05:30:00Z")]
    public async Task TimesAreReadInAnyZoneAndWithoutOneAsUtc(string given, string kept)
    {
        var film = await portal.AddFilmAsync(copies: 1);
        Assert.Equal(kept, (await portal.RentAsync(film, rentalDate: given).JsonAsync(HttpStatusCode.Created)).Text("rentalDate"));
    }

    [Fact]
    public async Task TheClerksOwnStaffNumberCountsAndElseTheStoresManager()
    {
        var film = await portal.AddFilmAsync(copies: 2, storeId: 2);
        Assert.Equal(1, (await portal.RentAsync(film).JsonAsync(HttpStatusCode.Created)).Int("staffId"));
        var manager = await portal.ScalarAsync<int>("SELECT manager_staff_id FROM store WHERE store_id = 2");
        Assert.Equal(manager, (await portal.RentAsync(film, clerk: portal.Admin).JsonAsync(HttpStatusCode.Created)).Int("staffId"));
    }

    [Fact]
    public async Task AFilmWithNoCopyLeftCannotBeRentedAndTheAnswerSaysWhenOneIsDueBack()
    {
        var film = await portal.AddFilmAsync(copies: 1, rentalDuration: 6);
        await portal.RentAsync(film, rentalDate: "2026-01-01T08:00:00Z").JsonAsync(HttpStatusCode.Created);
        var refused = await portal.RentAsync(film).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal("2026-01-07T08:00:00Z", refused.Text("nextDue"));
        Assert.Contains(film.Title, refused.Text("detail"), StringComparison.Ordinal);
        Assert.Contains("2026-01-07", refused.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoreThatNeverHadTheFilmHasNoCopyToWaitFor()
    {
        var film = await portal.AddFilmAsync(copies: 0);
        var refused = await portal.RentAsync(film).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal(JsonValueKind.Null, refused.GetProperty("nextDue").ValueKind);
    }

    [Fact]
    public async Task AReturnedCopyCanBeRentedAgain()
    {
        var film = await portal.AddFilmAsync(copies: 1);
        var first = await portal.RentAsync(film, rentalDate: "2026-01-01").JsonAsync(HttpStatusCode.Created);
        await portal.Clerk.PostAsync($"/api/rentals/{first.Int("rentalId")}/return", null).JsonAsync();
        var second = await portal.RentAsync(film).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(first.Int("inventoryId"), second.Int("inventoryId"));
    }

    [Fact]
    public async Task EveryMissingFieldIsNamed()
    {
        Assert.Equal(["rentalDate", "customerDocument", "filmId", "storeId"], await portal.Clerk.RentAsync(new { }, "k").FaultyFieldsAsync(HttpStatusCode.BadRequest));
        var film = await portal.AddFilmAsync(copies: 1);
        var body = new { rentalDate = "2026-01-01", customerDocument = await portal.DocumentAsync(1), filmId = film.FilmId, storeId = 1 };
        Assert.Equal(["Idempotency-Key"], await portal.Clerk.RentAsync(body, key: null).FaultyFieldsAsync(HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2005-02-30")]
    [InlineData("01/08/2005")]
    [InlineData("")]
    public async Task ABadDateIsNamed(string rentalDate)
    {
        var body = new { rentalDate, customerDocument = "x", filmId = 1, storeId = 1 };
        Assert.Equal(["rentalDate"], await portal.Clerk.RentAsync(body, "k").FaultyFieldsAsync(HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task WhatIsUnknownIsNamedAllAtOnce()
    {
        var body = new { rentalDate = "2026-01-01", customerDocument = "no-such-document", filmId = 60000, storeId = 9 };
        Assert.Equal(["customerDocument", "filmId", "storeId"], await portal.Clerk.RentAsync(body, "k").FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
    }

    [Theory]
    [InlineData("2999-01-01")]
    [InlineData("0001-01-01")]
    public async Task ADateThatCannotBeIsRefused(string rentalDate)
    {
        var film = await portal.AddFilmAsync(copies: 1);
        Assert.Equal(["rentalDate"], await portal.RentAsync(film, rentalDate: rentalDate).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task NothingIsRentedToAnInactiveCustomer()
    {
        var film = await portal.AddFilmAsync(copies: 1);
        var inactive = await portal.ScalarAsync<int>("SELECT customer_id FROM customer WHERE NOT active LIMIT 1");
        Assert.Equal(["customerDocument"], await portal.RentAsync(film, customerId: inactive).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
    }
}
