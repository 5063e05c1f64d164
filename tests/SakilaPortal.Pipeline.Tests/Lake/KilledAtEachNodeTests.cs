using Dapper;
using MySqlConnector;

namespace SakilaPortal.Pipeline.Tests.Lake;

/// <summary>
/// The worker dies in the middle of each node, at the worst moment: where it writes down what it has done, and readers may already see it.
/// An open transaction of the test holds it there.
/// </summary>
[Collection(nameof(LakeCollection))]
public sealed class KilledAtEachNodeTests(LakeFixture lake)
{
    private const string NextVersion = """
        INSERT INTO portal.table_version (database_name, table_name, version, published_at, row_count, byte_count, file_count, location)
        SELECT database_name, table_name, MAX(version) + 1, UTC_TIMESTAMP(3), 0, 0, 0, '' FROM portal.table_version WHERE database_name = @database AND table_name = @table
        GROUP BY database_name, table_name
        """;

    [Fact]
    public async Task WhereverTheWorkerIsKilledTheTablesAreWholeAfterwards()
    {
        await KillAtAsync("replicate", "SELECT * FROM portal.replication_watermark WHERE table_name = 'payment' FOR UPDATE", new { }, () => Sales.SellAsync(lake, 11, 1.11m));
        await Sales.AreEqualAsync(lake, "a kill at replicate");

        await KillAtAsync("clean", NextVersion, new { database = "cleanzonedb", table = "payment" }, () => Sales.SellAsync(lake, 12, 2.22m));
        await Sales.AreEqualAsync(lake, "a kill at clean");

        await KillAtAsync("film_category", NextVersion, new { database = "curatedzonedb", table = "film_category" },
            () => lake.ExecuteAsync("UPDATE sakila.film SET length = 47 WHERE film_id = 901"));
        await OneIsAsync("47 47", "SELECT max(c.length), max(d.length) FROM curatedzonedb.film_category c JOIN curatedzonedb.dim_film d ON d.film_id = c.film_id WHERE c.film_id = 901");

        var simulation = Guid.CreateVersion7().ToString("N");
        await KillAtAsync("crawl", "INSERT INTO portal.event_series (series, bucket, bits, last_seen) VALUES (@simulation, 0, '', UTC_TIMESTAMP(3))", new { simulation },
            () => lake.PutAsync(Events.OfSimulation(simulation, 50)));
        await OneIsAsync("50 50", $"SELECT count(*), count(DISTINCT event_id) FROM curatedzonedb.streaming_films WHERE event_id LIKE '{simulation}-%'");

        await KillAtAsync("streaming_films", NextVersion, new { database = "curatedzonedb", table = "streaming_films" },
            () => lake.PutAsync(Events.OfSimulation(simulation, 80).Skip(40)));
        await OneIsAsync("80 80", $"SELECT count(*), count(DISTINCT event_id) FROM curatedzonedb.streaming_films WHERE event_id LIKE '{simulation}-%'");

        await KillAtAsync("dims", NextVersion, new { database = "curatedzonedb", table = "dim_customer" },
            () => lake.ExecuteAsync("UPDATE sakila.customer SET first_name = 'KILLED' WHERE customer_id = 99"));
        await OneIsAsync("600 1", "SELECT count(*), sum(CASE WHEN first_name = 'KILLED' THEN 1 ELSE 0 END) FROM curatedzonedb.dim_customer");

        await KillAtAsync("fact", NextVersion, new { database = "curatedzonedb", table = "fact_sales" }, () => Sales.SellAsync(lake, 13, 3.33m));
        await Sales.AreEqualAsync(lake, "a kill at fact");
        await TheCatalogueShowsWhatTheBooksSayAsync();
    }

    private async Task KillAtAsync(string node, string barrier, object parameters, Func<Task> change)
    {
        await using var connection = new MySqlConnection(lake.ConnectionString());
        await connection.OpenAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await connection.ExecuteAsync(barrier, parameters, transaction);
            await change();
            await lake.UntilAsync(async () => await lake.MySqlAsync<long>("""
                SELECT COUNT(*) FROM portal.workflow_node_run JOIN portal.workflow_run r USING (run_id)
                WHERE r.state = 'running' AND node = @node
                    AND (SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS') > 0
                """, new { node }) > 0, $"{node} is held where it writes down what it has done");
            await lake.KillPipelineAsync();
        }
        await lake.StartPipelineAsync();
    }

    private Task OneIsAsync(string expected, string sql) =>
        lake.UntilAsync(async () => string.Join(' ', (await lake.AthenaAsync(sql))[0]) == expected, $"'{expected}' is answered to {sql}");

    private Task TheCatalogueShowsWhatTheBooksSayAsync() => lake.UntilAsync(async () =>
    {
        await using var connection = new MySqlConnection(lake.ConnectionString());
        var newest = await connection.QueryAsync<(string Database, string Table, string Location)>("""
            SELECT database_name, table_name, location FROM portal.table_version v
            WHERE version = (SELECT MAX(version) FROM portal.table_version n WHERE n.database_name = v.database_name AND n.table_name = v.table_name)
            """);
        foreach (var (database, table, location) in newest)
            if ((await lake.Glue.GetTableAsync(new() { DatabaseName = database, Name = table })).Table.StorageDescriptor.Location != location)
                return false;
        return true;
    }, "the catalogue shows of every table what the books say");
}
