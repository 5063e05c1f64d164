namespace SakilaPortal.Database.Tests.Sakila;

[Collection(StockCollection.Name)]
public class TriggerTests(StockServers servers)
{
    [Theory]
    [InlineData(StockServers.BuiltIn, "rental", "rental_date", "INSERT INTO rental (rental_date, inventory_id, customer_id, staff_id) VALUES (@past, 1, 1, 1)")]
    [InlineData(StockServers.BuiltIn, "payment", "payment_date", "INSERT INTO payment (customer_id, staff_id, amount, payment_date) VALUES (1, 1, 1, @past)")]
    [InlineData(StockServers.BuiltIn, "customer", "create_date",
        "INSERT INTO customer (store_id, first_name, last_name, address_id, create_date) VALUES (1, 'A', 'B', 5, @past)")]
    public async Task ANewRowsDateIsThePresentWhateverIsGivenAndCanBeSetAfterwards(string which, string table, string column, string insert)
    {
        await using var connection = await servers.OpenAsync(which);
        await using var undone = await connection.BeginTransactionAsync();
        var past = new DateTime(2010, 1, 2, 3, 4, 5);
        await connection.ExecuteAsync(insert, new { past }, undone);
        var id = await connection.ExecuteScalarAsync<long>("SELECT LAST_INSERT_ID()", transaction: undone);
        Assert.InRange(await Date(), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddMinutes(1));

        await connection.ExecuteAsync($"UPDATE {table} SET {column} = @past WHERE {table}_id = @id", new { past, id }, undone);
        Assert.Equal(past, await Date());

        Task<DateTime> Date() => connection.ExecuteScalarAsync<DateTime>($"SELECT {column} FROM {table} WHERE {table}_id = @id", new { id }, undone);
    }

    [Theory]
    [InlineData(StockServers.BuiltIn), OfficialSakila]
    public async Task FilmTextFollowsFilm(string which)
    {
        await using var connection = await servers.OpenAsync(which);
        await using var undone = await connection.BeginTransactionAsync();
        await Run("INSERT INTO film (film_id, title, description, language_id) VALUES (2001, 'NEW TITLE', 'first', 1)");
        Assert.Equal(("NEW TITLE", "first"), await Text(2001));

        await Run("UPDATE film SET film_id = 2002, description = 'second' WHERE film_id = 2001");
        Assert.Equal(("NEW TITLE", "second"), await Text(2002));

        await Run("UPDATE film SET description = NULL WHERE film_id = 2002");
        Assert.Equal(("NEW TITLE", "second"), await Text(2002));

        await Run("DELETE FROM film WHERE film_id = 2002");
        Assert.Equal(default, await Text(2002));

        Task Run(string sql) => connection.ExecuteAsync(sql, transaction: undone);
        Task<(string, string)> Text(int id) => connection.QuerySingleOrDefaultAsync<(string, string)>(
            "SELECT title, description FROM film_text WHERE film_id = @id", new { id }, undone);
    }
}
