using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena;

/// <summary>What only DuckDB knows is refused, so that a query which runs here runs in Athena.</summary>
public sealed class DialectTests(AthenaFixture athena) : IClassFixture<AthenaFixture>
{
    private const string Rows = " FROM (VALUES (1, 'a', 1.5e0), (2, 'b', 2.5e0)) AS t(i, s, d)";

    [Theory]
    [InlineData("median(d)")]
    [InlineData("quantile_cont(d, 0.5)")]
    [InlineData("approx_quantile(d, 0.5)")]
    [InlineData("string_agg(s, ',')")]
    [InlineData("group_concat(s)")]
    [InlineData("list(s)")]
    [InlineData("first(s)")]
    [InlineData("arg_max(s, d)")]
    [InlineData("count_star()")]
    [InlineData("mode(s)")]
    public async Task AnAggregateOfDuckDbsOwnIsRefused(string expression) => Assert.NotNull((await athena.RunAsync($"SELECT {expression}{Rows}")).Reason);

    [Theory]
    [InlineData("strftime(current_date, '%Y')")]
    [InlineData("strptime('2021', '%Y')")]
    [InlineData("date_part('year', current_date)")]
    [InlineData("date_sub('day', current_date, current_date)")]
    [InlineData("datediff('day', current_date, current_date)")]
    [InlineData("epoch_ms(0)")]
    [InlineData("make_date(2021, 1, 1)")]
    [InlineData("monthname(current_date)")]
    [InlineData("to_days(1)")]
    [InlineData("regexp_matches('a', 'a')")]
    [InlineData("regexp_full_match('a', 'a')")]
    [InlineData("string_split('a', ',')")]
    [InlineData("list_value(1, 2)")]
    [InlineData("list_contains(ARRAY[1], 1)")]
    [InlineData("len('a')")]
    [InlineData("struct_pack(a := 1)")]
    [InlineData("printf('%d', 1)")]
    [InlineData("ifnull(1, 2)")]
    [InlineData("nvl(1, 2)")]
    [InlineData("'a' ILIKE 'A'")]
    [InlineData("'a' SIMILAR TO 'a'")]
    [InlineData("'a' ~ 'a'")]
    [InlineData("5 // 2")]
    [InlineData("2 ** 3")]
    [InlineData("2 ^ 3")]
    [InlineData("1 == 1")]
    [InlineData("'a'[1]")]
    [InlineData("ARRAY[1, 2][1:2]")]
    [InlineData("INTERVAL 1 DAY")]
    [InlineData("CAST('1' AS HUGEINT)")]
    [InlineData("CAST('a' AS TEXT)")]
    [InlineData("TRY(1)::integer")]
    public async Task AnExpressionOfDuckDbsOwnIsRefused(string expression) => Assert.NotNull((await athena.RunAsync($"SELECT {expression}")).Reason);

    [Theory]
    [InlineData("SELECT i, count(*)" + Rows + " GROUP BY ALL")]
    [InlineData("SELECT i" + Rows + " ORDER BY ALL")]
    [InlineData("SELECT * REPLACE (i + 1 AS i)" + Rows)]
    [InlineData("SELECT COLUMNS('i')" + Rows)]
    [InlineData("SELECT i" + Rows + " USING SAMPLE 1")]
    [InlineData("SELECT DISTINCT ON (i) s" + Rows)]
    [InlineData("SELECT i" + Rows + " LIMIT 1 OFFSET 1")]
    [InlineData("SELECT * FROM range(3)")]
    [InlineData("SELECT * FROM generate_series(1, 3)")]
    [InlineData("SELECT a.i" + Rows + " ASOF JOIN (VALUES (1)) AS u(i) ON t.i >= u.i")]
    [InlineData("SELECT t.i" + Rows + " ANTI JOIN (VALUES (1)) AS u(i) ON t.i = u.i")]
    [InlineData("SELECT t.i" + Rows + " POSITIONAL JOIN (VALUES (1)) AS u(i)")]
    [InlineData("PIVOT t ON i")]
    [InlineData("SUMMARIZE SELECT 1")]
    public async Task AQueryOfDuckDbsOwnIsRefused(string query) => Assert.NotNull((await athena.RunAsync(query)).Reason);
}
