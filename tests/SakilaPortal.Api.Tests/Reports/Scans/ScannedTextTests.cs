using SakilaPortal.Api.Reports.Scans;

namespace SakilaPortal.Api.Tests.Reports.Scans;

public sealed class ScannedTextTests
{
    [Theory]
    [InlineData("SELECT title FROM film", true)]
    [InlineData("SELECT \"Title\" FROM film", true)]
    [InlineData("SELECT film_id FROM film /* title */ WHERE rating = 'title' -- title", false)]
    [InlineData("SELECT count(*) FROM film", false)]
    [InlineData("SELECT * FROM film", true)]
    [InlineData("SELECT f.* FROM film f", true)]
    [InlineData("SELECT length, * FROM film", true)]
    [InlineData("SELECT DISTINCT * FROM film", true)]
    [InlineData("SELECT count(*) FROM (SELECT * FROM film)", true)]
    [InlineData("SELECT length * 2 FROM film", false)]
    [InlineData("SELECT sum(length) * :factor FROM film", false)]
    [InlineData("SELECT 1e0 * (length + 1) FROM film", false)]
    [InlineData("SELECT count(*) * 100 FROM film", false)]
    [InlineData("SELECT 1 FROM film NATURAL JOIN language", true)]
    [InlineData("WITH f AS (TABLE film) SELECT count(*) FROM f", true)]
    [InlineData("SELECT b FROM film AS f (a, b)", true)]
    [InlineData("SELECT b FROM film f (a, b)", true)]
    [InlineData("SELECT b FROM (film) AS f (a, b)", true)]
    [InlineData("SELECT b FROM (film CROSS JOIN store) f (a, b)", true)]
    [InlineData("WITH f (a, b) AS (SELECT film_id, length FROM film) SELECT b FROM f", false)]
    [InlineData("SELECT b FROM (SELECT film_id, length FROM film) AS f (a, b)", false)]
    [InlineData("SELECT n.label FROM authors CROSS JOIN UNNEST(nationalities) AS n (id, label)", false)]
    [InlineData("SELECT CAST(length AS decimal(18,2)) FROM film WHERE rating IN (x, y)", false)]
    public void AColumnIsReadWhereItIsNamedOrMayBeMeantWithoutItsName(string sql, bool reads) =>
        Assert.Equal(reads, new ScannedText(sql, "curatedzonedb").Reads("title"));

    [Theory]
    [InlineData("SELECT title FROM film", 1)]
    [InlineData("SELECT film.title FROM curatedzonedb.film", 1)]
    [InlineData("SELECT a.title FROM film a JOIN curatedzonedb.film b ON a.film_id = b.film_id", 2)]
    [InlineData("SELECT a.title FROM film a, film b", 2)]
    [InlineData("SELECT a.title FROM film a JOIN cleanzonedb.film b ON a.film_id = b.film_id", 1)]
    [InlineData("SELECT count(*) AS film FROM film", 1)]
    [InlineData("WITH f AS (SELECT title FROM film) SELECT 1 FROM f a JOIN f b ON a.title = b.title", 2)]
    [InlineData("WITH f AS (SELECT title FROM film), g (t) AS (SELECT title FROM f UNION SELECT title FROM f) SELECT 1 FROM g JOIN g h ON g.t = h.t JOIN f ON true", 5)]
    [InlineData("WITH unused AS (SELECT title FROM film) SELECT 1", 1)]
    [InlineData("WITH RECURSIVE f (n) AS (SELECT film_id FROM film UNION ALL SELECT n + 1 FROM f) SELECT n FROM f", 11)]
    public void ATableIsReadOnceForEachPlaceThatLeadsToIt(string sql, long times) =>
        Assert.Equal(times, new ScannedText(sql, "curatedzonedb").Times("curatedzonedb", "film"));

    [Theory]
    [InlineData("SELECT 1 FROM landingzonedb.streaming WHERE partition_0 = '2026'", "2026")]
    [InlineData("SELECT 1 FROM landingzonedb.streaming s WHERE s.partition_0 = '2026' AND (state = 'Ohio' OR state = 'Iowa') GROUP BY 1", "2026")]
    [InlineData("SELECT count(*) FROM landingzonedb.streaming AS s WHERE eventtype = 'rent' AND PARTITION_0 IN ('2025', '2026') LIMIT 5;", "2025 2026")]
    [InlineData("SELECT 1 FROM landingzonedb.streaming WHERE partition_0 IN ('2025', '2026') AND partition_0 = '2026'", "2026")]
    [InlineData("SELECT 1 FROM landingzonedb.streaming WHERE partition_0 = '2025' AND partition_0 = '2026'", "")]
    [InlineData("SELECT 1 FROM landingzonedb.streaming WHERE partition_0 = 'it''s'", "it's")]
    [InlineData("SELECT 1 FROM landingzonedb.streaming", null)]
    [InlineData("SELECT 1 FROM landingzonedb.streaming WHERE partition_0 = '2026' OR state = 'Ohio'", null)]
    [InlineData("SELECT 1 FROM landingzonedb.streaming WHERE NOT partition_0 = '2026'", null)]
    [InlineData("SELECT 1 FROM landingzonedb.streaming WHERE partition_0 <> '2026'", null)]
    [InlineData("SELECT 1 FROM landingzonedb.streaming WHERE partition_0 = :year", null)]
    [InlineData("SELECT 1 FROM landingzonedb.streaming WHERE partition_0 = '2026' || '1'", null)]
    [InlineData("SELECT 1 FROM landingzonedb.streaming WHERE partition_0 IN ('2026', state)", null)]
    [InlineData("SELECT 1 FROM landingzonedb.streaming WHERE partition_0 BETWEEN '2025' AND partition_0", null)]
    [InlineData("SELECT 1 FROM landingzonedb.streaming WHERE CASE WHEN true AND partition_0 = '2026' THEN true END", null)]
    [InlineData("SELECT 1 FROM landingzonedb.streaming WHERE state IN (SELECT state FROM x WHERE a AND partition_0 = '2026')", null)]
    [InlineData("SELECT 1 FROM landingzonedb.streaming s JOIN x ON true WHERE partition_0 = '2026'", null)]
    [InlineData("SELECT 1 FROM x, landingzonedb.streaming WHERE partition_0 = '2026'", null)]
    [InlineData("SELECT 1 FROM landingzonedb.streaming WHERE partition_0 = '2026' UNION TABLE landingzonedb.streaming", null)]
    [InlineData("SELECT 1 FROM streaming WHERE partition_0 = '2026'", null)]
    public void APartitionIsLeftOutOnlyWhereEveryRowIsHeldToOthers(string sql, string? values) => Assert.Equal(
        values, new ScannedText(sql, "curatedzonedb").ValuesOf("partition_0", "landingzonedb", "streaming") is { } held ? string.Join(' ', held.Order()) : null);
}
