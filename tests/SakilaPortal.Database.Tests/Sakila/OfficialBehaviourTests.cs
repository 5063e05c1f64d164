using SakilaPortal.Database.Sql;
using SakilaPortal.TestSupport;

namespace SakilaPortal.Database.Tests.Sakila;

/// <summary>Our views and routines beside the official ones, over the same rows: the schema <c>own</c> is ours, <c>sakila</c> the dump as it is.</summary>
[Collection(StockCollection.Name)]
public class OfficialBehaviourTests(StockServers servers)
{
    [OfficialDumpFact]
    public async Task OurViewsAndRoutinesAnswerAsTheOfficialOnes()
    {
        await using var connection = await servers.OpenAsync(StockServers.Official);
        await MakeOwnAsync(connection);
        foreach (var view in (string[])["customer_list", "staff_list", "film_list", "nicer_but_slower_film_list", "sales_by_store", "sales_by_film_category", "actor_info"])
            await SameAnswersAsync(connection, $"SELECT * FROM {{0}}.{view}");
        await SameAnswersAsync(connection, "SELECT inventory_id, {0}.inventory_in_stock(inventory_id), {0}.inventory_held_by_customer(inventory_id) FROM sakila.inventory");
        await SameAnswersAsync(connection, "SELECT {0}.inventory_in_stock(99999), {0}.inventory_held_by_customer(99999)");
        foreach (var date in (string[])["2005-06-16 12:00:00", "2005-08-02 03:14:15", "2006-02-14 15:16:03", "2030-01-01"])
            await SameAnswersAsync(connection, $"SELECT customer_id, {{0}}.get_customer_balance(customer_id, '{date}') FROM sakila.customer");
        foreach (var film in Enumerable.Range(1, 40))
            foreach (var procedure in (string[])["film_in_stock", "film_not_in_stock"])
                await SameAnswersAsync(connection, $"CALL {{0}}.{procedure}({film}, {1 + (film % 2)}, @count)");
    }

    private static async Task MakeOwnAsync(MySqlConnection connection)
    {
        await connection.ExecuteAsync("SET SESSION sql_mode = 'TRADITIONAL', group_concat_max_len = 100000; CREATE DATABASE own CHARACTER SET utf8mb4");
        await OfficialViewsAsync(connection);
        await connection.ChangeDatabaseAsync("own");
        await RunOursAsync("1_tables");
        await connection.ExecuteAsync("SET foreign_key_checks = 0");
        foreach (var table in (await connection.QueryAsync<string>("SELECT table_name FROM information_schema.tables WHERE table_schema = 'own'")).ToList())
        {
            var columns = string.Join(',', await connection.QueryAsync<string>(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'own' AND table_name = @table", new { table }));
            await connection.ExecuteAsync($"INSERT INTO own.{table} ({columns}) SELECT {columns} FROM sakila.{table}");
        }
        await RunOursAsync("2_views");
        await RunOursAsync("3_routines");

        Task RunOursAsync(string script) =>
            SqlScript.RunAsync(new StringReader(Embedded.Text($"Sakila/Stock/{script}.sql")), script, connection, CancellationToken.None);
    }

    // The loader replaces the dump's views by ours, so that this brings them back.
    private static async Task OfficialViewsAsync(MySqlConnection connection)
    {
        using var schema = new StreamReader(Path.Combine(Repository.OfficialDump!, "sakila-schema.sql"));
        await foreach (var statement in new SqlScript(schema, "sakila-schema.sql").ReadAsync())
            if (statement.Text.Split('\n')[0] is var head && head.StartsWith("CREATE", StringComparison.Ordinal) && head.Contains(" VIEW ", StringComparison.Ordinal))
                await connection.ExecuteAsync("CREATE OR REPLACE" + statement.Text["CREATE".Length..]);
    }

    private static async Task SameAnswersAsync(MySqlConnection connection, string sql)
    {
        var official = await RowsAsync(connection, string.Format(sql, "sakila"));
        var own = await RowsAsync(connection, string.Format(sql, "own"));
        Assert.Equal(official[0], own[0].Replace("own.", "sakila."));
        Assert.Equal(official[1..], own[1..]);
    }

    private static async Task<List<string>> RowsAsync(MySqlConnection connection, string sql)
    {
        await using var reader = await connection.ExecuteReaderAsync(sql);
        var rows = new List<string> { string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)) };
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => InOneOrder(reader.GetValue(column)))));
        return rows;
    }

    // A list of actors has no order of its own in the stock view.
    private static string? InOneOrder(object value) =>
        value is string text && text.Contains(", ", StringComparison.Ordinal) ? string.Join(", ", text.Split(", ").Order(StringComparer.Ordinal)) : value.ToString();
}
