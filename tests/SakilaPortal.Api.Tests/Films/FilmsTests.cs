using System.Net;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Films;

[Collection(ApiFixture.Collection)]
public sealed class FilmsTests(ApiFixture portal)
{
    [Fact]
    public async Task AFilmShowsItsFactsAndTheCopiesOnTheShelfOfEachStore()
    {
        var film = (await FindAsync("ACADEMY DINOSAUR"))[0];
        Assert.Equal((1, "ACADEMY DINOSAUR", "Documentary", "PG", 86), (film.Int("filmId"), film.Text("title"), film.Text("category"), film.Text("rating"), film.Int("length")));
        foreach (var name in (string[])["rentalRate", "rentalDuration", "replacementCost"])
            Assert.True(film.GetProperty(name).GetDecimal() > 0);
        foreach (var stock in film.GetProperty("inStock").EnumerateArray())
            Assert.Equal(await OnShelfAsync(1, stock.Int("storeId")), stock.Int("copies"));
        Assert.Equal([1, 2], film.GetProperty("inStock").EnumerateArray().Select(stock => stock.Int("storeId")));
    }

    [Fact]
    public async Task TitlesThatBeginWithTheTextComeBeforeOtherMatches()
    {
        var titles = (await FindAsync("din", limit: 500)).Select(film => film.Text("title")!).ToList();
        Assert.Contains("ACADEMY DINOSAUR", titles);
        var beginning = titles.TakeWhile(title => title.StartsWith("DIN", StringComparison.Ordinal)).Count();
        Assert.DoesNotContain(titles.Skip(beginning), title => title.StartsWith("DIN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AllWordsMustMatchInTitleCategoryOrCast()
    {
        var actor = await portal.ScalarAsync<string>("SELECT a.last_name FROM film_actor fa JOIN actor a USING (actor_id) WHERE fa.film_id = 1 ORDER BY actor_id LIMIT 1");
        Assert.Equal(1, (await FindAsync($"acad documentary {actor}"))[0].Int("filmId"));
        Assert.Empty(await FindAsync("academy no-such-word"));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("' OR 1 = 1 --")]
    public async Task SignsOfSqlAreOnlySigns(string search) => Assert.Empty(await FindAsync(search));

    [Fact]
    public async Task WithoutATextTheFilmsComeByTitlePageByPage()
    {
        var first = await portal.Clerk.GetAsync("/api/films?limit=3").JsonAsync();
        var second = await portal.Clerk.GetAsync($"/api/films?limit=3&page={first.Int("nextPage")}").JsonAsync();
        var titles = first.Items().Concat(second.Items()).Select(film => film.Text("title")!).ToList();
        Assert.Equal(6, titles.Distinct().Count());
        Assert.Equal(titles.Order(StringComparer.Ordinal), titles);
    }

    [Fact]
    public async Task AStoreCanBeAskedForAlone()
    {
        var film = (await portal.Clerk.GetAsync("/api/films?search=academy%20dinosaur&storeId=2").JsonAsync()).Items()[0];
        Assert.Equal(2, Assert.Single(film.GetProperty("inStock").EnumerateArray()).Int("storeId"));
    }

    [Fact]
    public async Task NextDueIsWhenTheFirstRentedCopyIsExpectedBack()
    {
        var film = await portal.AddFilmAsync(copies: 2, rentalDuration: 4);
        await portal.RentAsync(film, rentalDate: "2026-03-01T10:00:00Z").JsonAsync(HttpStatusCode.Created);
        await portal.RentAsync(film, rentalDate: "2026-02-01T10:00:00Z").JsonAsync(HttpStatusCode.Created);
        var stock = (await FindAsync(film.Title))[0].GetProperty("inStock")[0];
        Assert.Equal((0, "2026-02-05T10:00:00Z"), (stock.Int("copies"), stock.Text("nextDue")));
    }

    private async Task<JsonElement[]> FindAsync(string search, int limit = 20) =>
        (await portal.Clerk.GetAsync($"/api/films?search={Uri.EscapeDataString(search)}&limit={limit}").JsonAsync()).Items();

    private Task<int> OnShelfAsync(int filmId, int storeId) => portal.ScalarAsync<int>(
        "SELECT COUNT(*) FROM inventory WHERE film_id = @filmId AND store_id = @storeId AND inventory_in_stock(inventory_id)", new { filmId, storeId });
}
