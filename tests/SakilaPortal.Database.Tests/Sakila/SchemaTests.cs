using SakilaPortal.TestSupport;

namespace SakilaPortal.Database.Tests.Sakila;

[Collection(StockCollection.Name)]
public class SchemaTests(StockServers servers)
{
    [Theory]
    [InlineData(StockServers.BuiltIn), OfficialSakila]
    public async Task EveryStockObjectIsThereByName(string which)
    {
        await using var connection = await servers.OpenAsync(which);

        Assert.Equal(
            "actor address category city country customer film film_actor film_category film_text inventory language payment rental staff store",
            await Names("SELECT table_name FROM information_schema.tables WHERE table_schema = 'sakila' AND table_type = 'BASE TABLE'"));
        Assert.Equal(
            "actor_info customer_list film_list nicer_but_slower_film_list sales_by_film_category sales_by_store staff_list",
            await Names("SELECT table_name FROM information_schema.views WHERE table_schema = 'sakila'"));
        Assert.Equal(
            "film_in_stock film_not_in_stock get_customer_balance inventory_held_by_customer inventory_in_stock rewards_report",
            await Names("SELECT routine_name FROM information_schema.routines WHERE routine_schema = 'sakila'"));
        Assert.Equal(
            "customer_create_date del_film ins_film payment_date rental_date upd_film",
            await Names("SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = 'sakila'"));

        async Task<string> Names(string sql) => string.Join(' ', (await connection.QueryAsync<string>(sql)).Order(StringComparer.Ordinal));
    }

    [OfficialDumpFact]
    public async Task ColumnsKeysAndReferencesAreTheOfficialOnes()
    {
        const string columns = """
            SELECT CONCAT_WS(' ', table_name, column_name, column_type, is_nullable, column_default, extra)
            FROM information_schema.columns WHERE table_schema = 'sakila' AND column_name <> 'location'
            """;
        const string keys = """
            SELECT CONCAT_WS(' ', table_name, index_name, non_unique, GROUP_CONCAT(column_name ORDER BY seq_in_index))
            FROM information_schema.statistics WHERE table_schema = 'sakila' AND index_name <> 'idx_location'
            GROUP BY table_name, index_name, non_unique
            """;
        const string references = """
            SELECT CONCAT_WS(' ', table_name, constraint_name, referenced_table_name, delete_rule, update_rule)
            FROM information_schema.referential_constraints WHERE constraint_schema = 'sakila'
            """;
        await using var ours = await servers.OpenAsync(StockServers.BuiltIn);
        await using var official = await servers.OpenAsync(StockServers.Official);
        foreach (var sql in (string[])[columns, keys, references])
            Assert.Equal((await official.QueryAsync<string>(sql)).Order(StringComparer.Ordinal), (await ours.QueryAsync<string>(sql)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(StockServers.BuiltIn), OfficialSakila]
    public async Task PaymentsAreNotLimitedToTheStockSmallint(string which)
    {
        await using var connection = await servers.OpenAsync(which);
        const string sql = "SELECT column_type FROM information_schema.columns WHERE table_schema = 'sakila' AND table_name = 'payment' AND column_name = 'payment_id'";
        Assert.StartsWith("int", await connection.ExecuteScalarAsync<string>(sql));
    }
}
