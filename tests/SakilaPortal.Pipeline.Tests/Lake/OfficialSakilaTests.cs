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
