using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena;

public sealed class RowOrderTests(LakeFixture fixture) : IClassFixture<LakeFixture>
{
    [Theory]
    [InlineData("SELECT g, count(*) c FROM ties GROUP BY g ORDER BY c DESC", "0 1 2 3 4 5 6 7 8 9")]
    [InlineData("SELECT g, count(*) c FROM ties GROUP BY g", "0 1 2 3 4 5 6 7 8 9")]
    [InlineData("SELECT DISTINCT g FROM ties", "0 1 2 3 4 5 6 7 8 9")]
    [InlineData("SELECT a.n FROM ties a JOIN ties b ON a.n = b.n WHERE a.n > 1990", "1991 1992 1993 1994 1995 1996 1997 1998 1999")]
    [InlineData("SELECT g FROM ties WHERE n < 3 UNION SELECT g FROM ties WHERE n < 3", "0 1 2")]
    [InlineData("WITH grouped AS (SELECT g FROM ties GROUP BY g) SELECT g FROM grouped LIMIT 3", "0 1 2")]
    [InlineData("SELECT x FROM (SELECT g x, count(*) c FROM ties GROUP BY g ORDER BY c LIMIT 4) ORDER BY 1 DESC", "3 2 1 0")]
    [InlineData("SELECT x FROM (SELECT g x FROM ties GROUP BY g ORDER BY g DESC)", "9 8 7 6 5 4 3 2 1 0")]
    [InlineData("(SELECT g x FROM ties GROUP BY g ORDER BY g DESC LIMIT 2)", "9 8")]
    [InlineData("SELECT n FROM ties WHERE n < 4", "3 2 1 0")]
    public async Task RowsOfEqualRankComeInOneOrder(string query, string first)
    {
        if (!isMade)
        {
            await fixture.Lake.PutAsync("ties/a", string.Concat(Enumerable.Range(0, 2000).Reverse().Select(n => $"{{\"n\":{n},\"g\":{n % 10}}}\n")));
            await fixture.Lake.TableAsync("ties", "n int, g int", Lake.Json, "ties/");
            isMade = true;
        }
        var rows = (await fixture.SucceedAsync(query)).Rows;
        Assert.Equal(first, string.Join(' ', rows.Select(row => row[0])));
    }

    private static bool isMade;
}
