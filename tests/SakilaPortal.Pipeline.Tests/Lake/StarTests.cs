namespace SakilaPortal.Pipeline.Tests.Lake;

[Collection(nameof(LakeCollection))]
public sealed class StarTests(LakeFixture lake)
{
    [Fact]
    public async Task TheFactIsWhatMySqlSaysAndFollowsEveryKindOfChange()
    {
        await IsEqualAsync("the first build");

        await lake.ExecuteAsync("""
            INSERT INTO sakila.rental (rental_date, inventory_id, customer_id, staff_id) VALUES (NOW(), 4321, 7, 2);
            INSERT INTO sakila.payment (customer_id, staff_id, rental_id, amount, payment_date) VALUES (7, 2, LAST_INSERT_ID(), 3.21, NOW());
            INSERT INTO sakila.payment (customer_id, staff_id, rental_id, amount, payment_date) VALUES (8, 1, NULL, 0.99, NOW())
            """);
        await IsEqualAsync("a rental, its payment, and a payment without rental");
        Assert.Equal("-1 -1 -1", string.Join(' ', (await lake.AthenaAsync("SELECT rental_id, film_id, date_key FROM curatedzonedb.fact_sales WHERE amount = decimal '0.99' AND rental_id = -1"))[0]));

        await lake.ExecuteAsync("UPDATE sakila.payment SET amount = amount + 1 WHERE payment_id % 1000 = 3");
        await IsEqualAsync("amounts changed here and there");
        await lake.ExecuteAsync("UPDATE sakila.rental SET rental_date = rental_date - INTERVAL 40 YEAR WHERE rental_id = 5");
        await IsEqualAsync("a rental moved to another day");
        Assert.Equal("0", await lake.AthenaValueAsync("SELECT count(*) FROM curatedzonedb.fact_sales f LEFT JOIN curatedzonedb.dim_date d ON d.date_key = f.date_key WHERE d.date_key IS NULL"));
        await lake.ExecuteAsync("UPDATE sakila.inventory SET store_id = 3 - store_id WHERE inventory_id BETWEEN 100 AND 120");
        await IsEqualAsync("copies moved to the other store");
        await lake.ExecuteAsync("""
            START TRANSACTION;
            INSERT INTO portal.tombstone (table_name, key_json, deleted_at)
            SELECT 'payment', JSON_OBJECT('payment_id', payment_id), UTC_TIMESTAMP(3) FROM sakila.payment WHERE payment_id % 2000 = 7;
            DELETE FROM sakila.payment WHERE payment_id % 2000 = 7;
            COMMIT
            """);
        await IsEqualAsync("payments deleted");
    }

    [Fact]
    public async Task APaymentWhoseRentalComesLateHasItsFilmThen()
    {
        await lake.ExecuteAsync("""
            SET foreign_key_checks = 0;
            INSERT INTO sakila.payment (customer_id, staff_id, rental_id, amount, payment_date) VALUES (1, 1, 9000001, 5.55, NOW());
            SET foreign_key_checks = 1
            """);
        await lake.UntilAsync(async () => await SaleAsync("film_id, store_id, date_key, amount") == "-1 -1 -1 5.55", "the sale stands without film");
        await lake.ExecuteAsync("INSERT INTO sakila.rental (rental_id, rental_date, inventory_id, customer_id, staff_id) VALUES (9000001, NOW(), 1, 1, 1)");
        await lake.UntilAsync(async () => await SaleAsync("film_id, amount") == "1 5.55", "the sale has its film");
        await IsEqualAsync("a late rental");
        Assert.Equal(0, await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.unmatched_sale"));
    }

    [Fact]
    public async Task WhatConcernsNoSaleMakesNoNewVersionOfTheFact()
    {
        await IsEqualAsync("all before");
        var version = await VersionAsync("fact_sales");
        await lake.ExecuteAsync("UPDATE sakila.rental SET return_date = NOW() WHERE return_date IS NULL LIMIT 3");
        await lake.UntilAsync(async () => await lake.MySqlAsync<long>("""
            SELECT JSON_VALUE(inputs, '$."cleanzonedb.rental"') = (SELECT MAX(version) FROM portal.table_version WHERE table_name = 'rental')
            FROM portal.table_version WHERE table_name = 'fact_sales' ORDER BY version DESC LIMIT 1
            """) == 1 && await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.landed_object WHERE state = 'found'") == 0, "the fact has seen the returns");
        Assert.Equal(version, await VersionAsync("fact_sales"));
    }

    [Fact]
    public async Task DimensionsDescribeAndHaveAMemberForTheUnknown()
    {
        Assert.Equal("ACADEMY DINOSAUR English Documentary", await OneAsync("SELECT title, language, category_name FROM curatedzonedb.dim_film WHERE film_id = 1"));
        foreach (var (table, rows) in new[] { ("dim_film", 1001), ("dim_customer", 600), ("dim_store", 3), ("dim_actor", 200), ("dim_category", 16), ("bridge_film_category", 1000) })
            Assert.Equal($"{rows}", await lake.AthenaValueAsync($"SELECT count(*) FROM curatedzonedb.{table}"));
        Assert.Equal("Unknown Unknown Unknown", await OneAsync("""
            SELECT f.title, c.full_name, s.store_name
            FROM curatedzonedb.dim_film f, curatedzonedb.dim_customer c, curatedzonedb.dim_store s
            WHERE f.film_id = -1 AND c.customer_id = -1 AND s.store_id = -1
            """));
        var city = await lake.MySqlAsync<string>("SELECT city FROM sakila.customer JOIN sakila.address USING (address_id) JOIN sakila.city USING (city_id) WHERE customer_id = 77");
        Assert.Equal(city, await OneAsync("SELECT city FROM curatedzonedb.dim_customer WHERE customer_id = 77"));
    }

    [Fact]
    public async Task ADimensionFollowsItsSourceAndWhatItShowsOfOthers()
    {
        await lake.ExecuteAsync("UPDATE sakila.customer SET last_name = 'ELSE' WHERE customer_id = 78");
        await lake.UntilAsync(async () => await OneAsync("SELECT last_name FROM curatedzonedb.dim_customer WHERE customer_id = 78") == "ELSE", "the customer has the new name");
        await lake.ExecuteAsync("UPDATE sakila.country SET country = 'Atlantis' WHERE country_id = (SELECT country_id FROM sakila.customer JOIN sakila.address USING (address_id) JOIN sakila.city USING (city_id) WHERE customer_id = 79)");
        await lake.UntilAsync(async () => await OneAsync("SELECT country FROM curatedzonedb.dim_customer WHERE customer_id = 79") == "Atlantis", "the customer lives there");
        await lake.ExecuteAsync("""
            START TRANSACTION;
            INSERT INTO portal.tombstone (table_name, key_json, deleted_at) VALUES ('film_actor', (SELECT JSON_OBJECT('actor_id', actor_id, 'film_id', film_id) FROM sakila.film_actor WHERE actor_id = 9 LIMIT 1), UTC_TIMESTAMP(3));
            DELETE FROM sakila.film_actor WHERE actor_id = 9 ORDER BY film_id LIMIT 1;
            COMMIT
            """);
        var left = await lake.MySqlAsync<long>("SELECT COUNT(*) FROM sakila.film_actor");
        await lake.UntilAsync(async () => await OneAsync("SELECT count(*) FROM curatedzonedb.bridge_film_actor") == $"{left}", "the actor plays in one film less");
    }

    private Task IsEqualAsync(string after) => Sales.AreEqualAsync(lake, after);

    private Task<string> SaleAsync(string columns) => OneAsync($"SELECT {columns} FROM curatedzonedb.fact_sales WHERE rental_id = 9000001");

    private async Task<string> OneAsync(string sql) => string.Join(' ', (await lake.AthenaAsync(sql)).FirstOrDefault() ?? []);

    private Task<long> VersionAsync(string table) => lake.MySqlAsync<long>("SELECT MAX(version) FROM portal.table_version WHERE table_name = @table", new { table });
}
