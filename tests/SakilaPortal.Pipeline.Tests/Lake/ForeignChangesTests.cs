using Dapper;
using MySqlConnector;
using SakilaPortal.Pipeline.Replication;

namespace SakilaPortal.Pipeline.Tests.Lake;

/// <summary>What others do to MySQL, past the portal and past last_update.</summary>
[Collection(nameof(LakeCollection))]
public sealed class ForeignChangesTests(LakeFixture lake)
{
    [Fact]
    public async Task ARowDeletedByOthersLeavesTheLake()
    {
        var payment = await lake.MySqlAsync<long>("SELECT MIN(payment_id) + 100 FROM sakila.payment");
        await lake.ExecuteAsync("DELETE FROM sakila.payment WHERE payment_id = @payment", new { payment });
        await lake.UntilAsync(async () => await lake.AthenaValueAsync($"SELECT count(*) FROM cleanzonedb.payment WHERE payment_id = {payment}") == "0", "the payment is gone");
        Assert.Equal($"{await lake.MySqlAsync<long>("SELECT COUNT(*) FROM sakila.payment")}", await lake.AthenaValueAsync("SELECT count(*) FROM cleanzonedb.payment"));
    }

    [Fact]
    public async Task WhatReferredToARowDeletedByOthersIsReadAgain()
    {
        var (rental, payment) = await lake.RowAsync<(int, int)>("SELECT rental_id, MIN(payment_id) FROM sakila.payment WHERE rental_id > 200 GROUP BY rental_id ORDER BY rental_id LIMIT 1");
        await lake.UntilAsync(async () => await lake.AthenaValueAsync($"SELECT count(*) FROM fact_sales WHERE rental_id = {rental}") == "1", "the sale is known with its rental");
        var touched = await lake.MySqlAsync<DateTime>("SELECT last_update FROM sakila.payment WHERE payment_id = @payment", new { payment });
        await lake.ExecuteAsync("DELETE FROM sakila.rental WHERE rental_id = @rental", new { rental });
        Assert.Equal(touched, await lake.MySqlAsync<DateTime>("SELECT last_update FROM sakila.payment WHERE payment_id = @payment", new { payment }));

        await lake.UntilAsync(async () => await lake.AthenaValueAsync($"SELECT count(*) FROM cleanzonedb.payment WHERE rental_id = {rental}") == "0", "no payment refers to the rental");
        await lake.UntilAsync(async () => await lake.AthenaValueAsync($"SELECT max(rental_id) FROM fact_sales WHERE payment_id = {payment}") == "-1", "the sale is without rental");
        Assert.Equal("0", await lake.AthenaValueAsync($"SELECT count(*) FROM cleanzonedb.rental WHERE rental_id = {rental}"));
        Assert.Equal($"{await lake.MySqlAsync<long>("SELECT COUNT(rental_id) FROM sakila.payment")}", await lake.AthenaValueAsync("SELECT count(rental_id) FROM cleanzonedb.payment"));
    }

    [Fact]
    public async Task ARowOfATwofoldKeyDeletedByOthersLeavesTheLake()
    {
        await lake.ExecuteAsync("DELETE FROM sakila.film_actor WHERE actor_id = 2 ORDER BY film_id LIMIT 1");
        var expected = await lake.MySqlAsync<long>("SELECT SUM(film_id) FROM sakila.film_actor WHERE actor_id = 2");
        await lake.UntilAsync(async () => await lake.AthenaValueAsync("SELECT sum(film_id) FROM cleanzonedb.film_actor WHERE actor_id = 2") == $"{expected}", "the row is gone");
    }

    [Fact]
    public async Task ARowBroughtInWithAnOldTimeComesToTheLake()
    {
        await lake.ExecuteAsync("INSERT INTO sakila.city (city, country_id, last_update) VALUES ('Old Town, \"the\" first', 1, '2006-02-15 04:45:25')");
        await lake.UntilAsync(async () => await lake.AthenaValueAsync("SELECT count(*) FROM cleanzonedb.city WHERE city = 'Old Town, \"the\" first'") == "1", "the city is clean");
    }

    [Fact]
    public async Task LookingForChangesReadsAsMuchOfATableOfAnySize()
    {
        await using var database = new MySqlDataSource(lake.ConnectionString());
        var tables = await new SourceSchema(database, TimeProvider.System).TablesAsync(CancellationToken.None);
        foreach (var table in tables.Where(table => table.Name is "customer" or "film" or "inventory" or "payment" or "rental"))
        {
            var (sql, parameters) = ChangeCapture.Probe([table], _ => DateTime.UtcNow.AddDays(1));
            await using var connection = await database.OpenConnectionAsync();
            await connection.ExecuteAsync("FLUSH STATUS");
            Assert.Empty(await connection.QueryAsync<string>(sql, parameters));
            var read = (await connection.QueryAsync<(string Name, string Value)>("SHOW SESSION STATUS LIKE 'Handler_read%'")).Sum(row => long.Parse(row.Value));
            Assert.True(read <= 3, $"{table.Name}: {read} reads");
        }
    }
}
