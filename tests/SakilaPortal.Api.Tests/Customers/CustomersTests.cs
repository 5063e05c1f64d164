using System.Net;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Customers;

[Collection(ApiFixture.Collection)]
public sealed class CustomersTests(ApiFixture portal)
{
    [Fact]
    public async Task ACustomerIsFoundByTheWholeDocument()
    {
        var document = await DocumentAsync(7);
        var customer = Assert.Single((await portal.Clerk.GetAsync($"/api/customers?document={document}").JsonAsync()).Items());
        Assert.Equal((7, document), (customer.Int("customerId"), customer.Text("document")));
        Assert.Empty((await portal.Clerk.GetAsync($"/api/customers?document={document}0").JsonAsync()).Items());
    }

    [Fact]
    public async Task ACustomerIsFoundByTheBeginningOfNamesEMailOrDocument()
    {
        var customer = Assert.Single((await portal.Clerk.GetAsync($"/api/customers?document={await DocumentAsync(7)}").JsonAsync()).Items());
        foreach (var search in (string[])
            [$"{customer.Text("firstName")![..3]} {customer.Text("lastName")}", customer.Text("email")!, customer.Text("document")!])
            Assert.Contains((await FindAsync(search)).Items(), found => found.Int("customerId") == 7);
        Assert.Empty((await FindAsync("nobody is called that")).Items());
    }

    [Fact]
    public async Task TheBalanceIsTheOneOfSakilasFunctionForEveryCustomer()
    {
        var page = await portal.Clerk.GetAsync("/api/customers?pageSize=300&sort=customerId").JsonAsync();
        foreach (var customer in page.Items())
        {
            var expected = await portal.ScalarAsync<decimal>("SELECT get_customer_balance(@id, UTC_TIMESTAMP())", new { id = customer.Int("customerId") });
            Assert.Equal(expected, customer.GetProperty("balance").GetDecimal());
        }
    }

    [Fact]
    public async Task AReturnAfterTwentyYearsDoesNotBreakTheBalance()
    {
        var film = await portal.AddFilmAsync(copies: 1, rentalDuration: 3);
        var rental = await portal.RentAsync(film, customerId: 500, rentalDate: "2005-06-01").JsonAsync(HttpStatusCode.Created);
        var before = (await OneAsync(500)).GetProperty("balance").GetDecimal();
        await portal.Clerk.PostAsync($"/api/rentals/{rental.Int("rentalId")}/return", null).JsonAsync();
        Assert.True((await OneAsync(500)).GetProperty("balance").GetDecimal() - before > 7000);
    }

    [Fact]
    public async Task OpenRentalsAreThoseThatAreStillOut()
    {
        var film = await portal.AddFilmAsync(copies: 1);
        var before = (await OneAsync(501)).Int("openRentals");
        var rental = await portal.RentAsync(film, customerId: 501).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(before + 1, (await OneAsync(501)).Int("openRentals"));
        await portal.Clerk.PostAsync($"/api/rentals/{rental.Int("rentalId")}/return", null).JsonAsync();
        Assert.Equal(before, (await OneAsync(501)).Int("openRentals"));
    }

    private async Task<JsonElement> OneAsync(int customerId) =>
        Assert.Single((await portal.Clerk.GetAsync($"/api/customers?document={await DocumentAsync(customerId)}").JsonAsync()).Items());

    private Task<JsonElement> FindAsync(string search) => portal.Clerk.GetAsync($"/api/customers?search={Uri.EscapeDataString(search)}").JsonAsync();

    private Task<string> DocumentAsync(int customerId) => portal.DocumentAsync(customerId);
}
