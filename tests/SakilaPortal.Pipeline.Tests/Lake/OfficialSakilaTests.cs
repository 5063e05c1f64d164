using SakilaPortal.TestSupport;

namespace SakilaPortal.Pipeline.Tests.Lake;

/// <summary>The lake over the official Sakila, whose figures are known.</summary>
public sealed class OfficialSakilaTests
{
    [OfficialDumpFact]
    public async Task ItsPaymentsAddUpInTheLakeAsInMySql()
    {
        var lake = new OfficialLake();
        try
        {
            await lake.InitializeAsync();
            Assert.Equal(["16044", "67406.56"], (await lake.AthenaAsync("SELECT count(*), sum(amount) FROM cleanzonedb.payment"))[0]);
            Assert.Equal("Documentary", await lake.AthenaValueAsync("SELECT category_name FROM curatedzonedb.film_category WHERE film_id = 1"));
            await lake.UntilAsync(async () => await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.table_version WHERE table_name = 'fact_sales'") > 0, "fact_sales is there");
            Assert.Equal(["16044", "67406.56"], (await lake.AthenaAsync("SELECT count(*), sum(amount) FROM curatedzonedb.fact_sales"))[0]);
            Assert.Equal(
                ["1 33679.79", "2 33726.77"],
                (await lake.AthenaAsync("SELECT store_id, sum(amount) FROM curatedzonedb.fact_sales WHERE store_id > 0 GROUP BY store_id ORDER BY store_id")).Select(row => string.Join(' ', row)));
            Assert.Equal("Memorial Day", await lake.AthenaValueAsync("SELECT holiday_name FROM curatedzonedb.dim_date WHERE date_key = 20050530"));
            Assert.Equal("183", await lake.AthenaValueAsync("SELECT count(*) FROM cleanzonedb.rental WHERE return_date IS NULL"));
        }
        finally
        {
            await lake.DisposeAsync();
        }
    }

    private sealed class OfficialLake : LakeFixture
    {
        protected override IEnumerable<string> Sakila => ["--sakila", Repository.OfficialDump!];
    }
}
