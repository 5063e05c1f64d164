using SakilaPortal.LocalAws.Athena.Sql.Parsing;
using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;
using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena;

/// <summary>A text and the same one with all parentheses written are the same query.</summary>
public sealed class PrecedenceTests
{
    [Theory]
    [InlineData("1 + 2 * 3 - 4", "(1 + (2 * 3)) - 4")]
    [InlineData("1 - 2 - 3", "(1 - 2) - 3")]
    [InlineData("-a * b", "(-a) * b")]
    [InlineData("ARRAY[a] || a + b", "ARRAY[a] || (a + b)")]
    [InlineData("NOT p AND q OR p", "((NOT p) AND q) OR p")]
    [InlineData("p OR q AND p", "p OR (q AND p)")]
    [InlineData("NOT a = b", "NOT (a = b)")]
    [InlineData("a + 1 BETWEEN 1 AND 2 AND q", "((a + 1) BETWEEN 1 AND 2) AND q")]
    [InlineData("a = b IS NULL", "(a = b) IS NULL")]
    [InlineData("a NOT IN (1, 2) OR p", "(NOT (a IN (1, 2))) OR p")]
    [InlineData("s || s LIKE 'a%'", "(s || s) LIKE 'a%'")]
    [InlineData("CASE WHEN p THEN a ELSE b END + 1", "(CASE WHEN p THEN a ELSE b END) + 1")]
    [InlineData("ARRAY[a, b][1] + 1", "((ARRAY[a, b])[1]) + 1")]
    public void OperatorsBindAsInTrino(string written, string parenthesised) =>
        Assert.Equal(Sql($"SELECT {parenthesised} FROM t"), Sql($"SELECT {written} FROM t"));

    [Theory]
    [InlineData("SELECT a b FROM t", "SELECT a AS b FROM t")]
    [InlineData("select A from T where P", "SELECT \"a\" FROM \"t\" WHERE \"p\"")]
    [InlineData("SELECT a FROM t -- the end", "SELECT/* a comment */a FROM t;")]
    [InlineData("SELECT x.a FROM t x, t y", "SELECT x.a FROM t AS x CROSS JOIN t AS y")]
    [InlineData("SELECT a FROM t ORDER BY a LIMIT 5", "SELECT a FROM t ORDER BY a ASC NULLS LAST FETCH FIRST 5 ROWS ONLY")]
    [InlineData("SELECT count(a) count FROM t", "SELECT count(ALL a) AS count FROM t")]
    [InlineData("SELECT timestamp FROM t", "SELECT t.\"timestamp\" FROM awsdatacatalog.default.t")]
    public void DifferentWritingsAreTheSameQuery(string one, string other) => Assert.Equal(Sql(other), Sql(one));

    private static string Sql(string query)
    {
        var table = new TableSchema("awsdatacatalog", "default", "t",
        [
            new("a", SqlType.Integer), new("b", SqlType.Integer), new("p", SqlType.Boolean), new("q", SqlType.Boolean),
            new("s", SqlType.Varchar), new("timestamp", SqlType.Varchar),
        ]);
        var session = new Session("awsdatacatalog", "default", TimeProvider.System.GetUtcNow(), (_, name) => name == "t" ? table : null, []);
        return Translator.Translate(((SelectStatement)Parser.Parse(query)).Query, session).Sql;
    }
}
