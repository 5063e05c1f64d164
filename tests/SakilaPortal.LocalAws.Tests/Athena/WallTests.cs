using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena;

/// <summary>What an analyst's text must not reach: other files, DuckDB's own language, its settings.</summary>
public sealed class WallTests(AthenaFixture athena) : IClassFixture<AthenaFixture>
{
    [Theory]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SELECT * FROM read_text('/etc/passwd')")]
    [InlineData("SELECT * FROM '/etc/passwd'")]
    [InlineData("SELECT * FROM \"/etc/passwd\"")]
    [InlineData("SELECT read_text('/etc/passwd')")]
    [InlineData("SELECT getenv('HOME')")]
    [InlineData("SELECT current_setting('allowed_directories')")]
    [InlineData("SELECT * FROM duckdb_settings()")]
    [InlineData("SELECT * FROM duckdb_tables")]
    [InlineData("SELECT * FROM information_schema.tables")]
    [InlineData("SELECT * FROM pg_catalog.pg_class")]
    [InlineData("SELECT * FROM sqlite_master")]
    [InlineData("SELECT * FROM scan_1")]
    [InlineData("SELECT * FROM result")]
    [InlineData("SELECT zoned(TIMESTAMP '2020-01-01 00:00:00', 'UTC')")]
    [InlineData("COPY (SELECT 1) TO '/tmp/x'")]
    [InlineData("ATTACH '/tmp/x.db'")]
    [InlineData("PRAGMA version")]
    [InlineData("SET memory_limit = '1TB'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD httpfs")]
    [InlineData("CREATE TABLE t AS SELECT 1")]
    [InlineData("INSERT INTO t VALUES (1)")]
    [InlineData("DROP TABLE t")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELECT 1; COPY (SELECT 1) TO '/tmp/x'")]
    [InlineData("SELECT 'a' -- \n; DROP TABLE t")]
    [InlineData("SELECT $$x$$")]
    [InlineData("SELECT {'a': 1}")]
    [InlineData("SELECT [1, 2]")]
    [InlineData("SELECT 1::integer")]
    [InlineData("SELECT * EXCLUDE (a) FROM t")]
    [InlineData("FROM t SELECT a")]
    [InlineData("SELECT a FROM t QUALIFY 1 = 1")]
    [InlineData("UNLOAD (SELECT 1 a) TO '/tmp/x' WITH (format = 'PARQUET')")]
    [InlineData("UNLOAD (SELECT 1 a) TO 's3://nosuch/x' WITH (format = 'PARQUET')")]
    public async Task ItIsRefused(string query) => Assert.NotNull((await athena.RunAsync(query)).Reason);

    [Theory]
    [InlineData("it's")]
    [InlineData("'); COPY (SELECT 1) TO '/tmp/x'; --")]
    [InlineData("\\'; --")]
    [InlineData("{0} {*} {!x} @sum(1)")]
    [InlineData("$1 ? :a /* x */ -- y")]
    public async Task ATextStaysAText(string text)
    {
        var literal = $"'{text.Replace("'", "''")}'";
        var outcome = await athena.RunAsync($"SELECT {literal} AS \"{text.Replace("\"", "\"\"")}\", upper({literal}), max({literal}) FILTER (WHERE {literal} <> 'x') OVER ()");
        Assert.Equal<IEnumerable<string?>>([text, text.ToUpperInvariant(), text], outcome.Rows.Single());
        Assert.Equal(text, outcome.AllRows[0][0]);
    }

    [Fact]
    public async Task ADeeplyNestedQueryIsRefusedAndHarmsNothing()
    {
        Assert.Contains("nested too deeply", (await athena.RunAsync($"SELECT {new string('(', 5000)}1{new string(')', 5000)}")).Reason);
        Assert.Null((await athena.RunAsync("SELECT 1")).Reason);
    }
}
