using SakilaPortal.TestSupport;

namespace SakilaPortal.Database.Tests.Sakila;

[Collection(StockCollection.Name)]
public class RowTests(StockServers servers)
{
    [Theory]
    [InlineData(StockServers.BuiltIn), OfficialSakila]
    public async Task CountsAreTheStockOnes(string which)
    {
        await using var connection = await servers.OpenAsync(which);
        (string Table, long Rows)[] expected =
        [
            ("actor", 200), ("address", 603), ("category", 16), ("city", 600), ("country", 109), ("customer", 599), ("film", 1000), ("film_category", 1000),
            ("film_text", 1000), ("inventory", 4581), ("language", 6), ("payment", 16044), ("rental", 16044), ("staff", 2), ("store", 2),
        ];
        foreach (var (table, rows) in expected)
            Assert.Equal((table, rows), (table, await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}")));
        Assert.Equal(183, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM rental WHERE return_date IS NULL"));
    }

    [Theory]
    [InlineData(StockServers.BuiltIn), OfficialSakila]
    public async Task EveryReferenceLeadsToARow(string which)
    {
        await using var connection = await servers.OpenAsync(which);
        var references = (await connection.QueryAsync<(string Table, string Column, string ToTable, string ToColumn)>("""
            SELECT table_name, column_name, referenced_table_name, referenced_column_name
            FROM information_schema.key_column_usage WHERE table_schema = 'sakila' AND referenced_table_name IS NOT NULL
            """)).ToList();
        Assert.Equal(22, references.Count);
        foreach (var (table, column, toTable, toColumn) in references)
            Assert.Equal((table, column, 0), (table, column, await connection.ExecuteScalarAsync<long>(
                $"SELECT COUNT(*) FROM {table} f WHERE f.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {toTable} t WHERE t.{toColumn} = f.{column})")));
    }

    [Theory]
    [InlineData(StockServers.BuiltIn), OfficialSakila]
    public async Task DatesStayThoseOfTheRows(string which)
    {
        await using var connection = await servers.OpenAsync(which);
        foreach (var (table, column) in ((string, string)[])[("rental", "rental_date"), ("payment", "payment_date")])
        {
            var (first, last) = await connection.QuerySingleAsync<(DateTime, DateTime)>($"SELECT MIN({column}), MAX({column}) FROM {table}");
            Assert.Equal((new DateTime(2005, 5, 24), new DateTime(2006, 2, 14)), (first.Date, last.Date));
        }
        Assert.Equal(new DateTime(2006, 2, 14), await connection.ExecuteScalarAsync<DateTime>("SELECT DATE(MAX(create_date)) FROM customer"));
    }

    [OfficialDumpFact]
    public async Task TheOfficialSakilaAddsUp()
    {
        await using var connection = await servers.OpenAsync(StockServers.Official);
        Assert.Equal(67406.56m, await connection.ExecuteScalarAsync<decimal>("SELECT SUM(amount) FROM payment"));
        Assert.Equal(("Sports", 5314.21m), await connection.QueryFirstAsync<(string, decimal)>("SELECT * FROM sales_by_film_category"));
    }

    [Fact]
    public async Task TheFirstBuiltInFilmIsTheWellKnownOne()
    {
        await using var connection = await servers.OpenAsync(StockServers.BuiltIn);
        Assert.Equal(
            ("ACADEMY DINOSAUR", 86, "PG", "Documentary"),
            await connection.QuerySingleAsync<(string, int, string, string)>("SELECT title, length, rating, category FROM film_list WHERE FID = 1"));
        var titles = (await connection.QueryAsync<string>("SELECT title FROM film ORDER BY film_id")).ToList();
        Assert.Equal(titles.Distinct().Order(StringComparer.Ordinal), titles);
        Assert.All(titles, title => Assert.Matches("^[A-Z]+ [A-Z]+$", title));
    }

    [Fact]
    public async Task NoBuiltInItemIsOutTwiceAtATime()
    {
        await using var connection = await servers.OpenAsync(StockServers.BuiltIn);
        const string overlaps = """
            SELECT COUNT(*) FROM rental earlier JOIN rental later ON later.inventory_id = earlier.inventory_id AND later.rental_id > earlier.rental_id
            WHERE earlier.return_date IS NULL OR earlier.return_date > later.rental_date
            """;
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>(overlaps));
    }

    [Fact]
    public async Task BuiltInPaymentsAreTheRateAndADollarForEachDayLate()
    {
        await using var connection = await servers.OpenAsync(StockServers.BuiltIn);
        const string wrong = """
            SELECT COUNT(*) FROM payment JOIN rental USING (rental_id) JOIN inventory USING (inventory_id) JOIN film USING (film_id)
            WHERE amount <> rental_rate + GREATEST(0, IFNULL(DATEDIFF(return_date, rental_date) - CAST(rental_duration AS SIGNED), 0)) OR payment_date <> rental_date
            """;
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>(wrong));
        Assert.True(await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM payment JOIN rental USING (rental_id) WHERE amount > 5") > 1000);
    }
}
