using SakilaPortal.Api.Http;
using SakilaPortal.Api.Reports;

namespace SakilaPortal.Api.Tests.Reports;

public sealed class ReportSqlTests
{
    [Theory]
    [InlineData("SELECT ':a', \":a\", :a", "SELECT ':a', \":a\", 'v'")]
    [InlineData("SELECT 'it''s :a' || :a", "SELECT 'it''s :a' || 'v'")]
    [InlineData("SELECT :a/* :a */+:a-- :a\n,:a", "SELECT 'v'/* :a */+'v'-- :a\n,'v'")]
    [InlineData("SELECT :ab, :a", "SELECT :ab, 'v'")]
    [InlineData("SELECT :a, 'never closed :a", "SELECT 'v', 'never closed :a")]
    [InlineData("SELECT '''' , :a", "SELECT '''' , 'v'")]
    [InlineData("SELECT '' , :a", "SELECT '' , 'v'")]
    [InlineData("SELECT :a;\n", "SELECT 'v'")]
    public void OnlyParametersOutsideTextAndCommentsAreFilled(string sql, string filled)
    {
        const string head = "-- parameter a: text = v\n";
        Assert.Equal(head + filled, ReportSql.Fill(new FieldErrors(), head + sql, null).Text);
    }

    [Theory]
    [InlineData("text", "x'; DROP TABLE t --", "'x''; DROP TABLE t --'")]
    [InlineData("number", "-3.5", "(-3.5)")]
    [InlineData("number", "12", "12")]
    [InlineData("date", "2026-02-28", "DATE '2026-02-28'")]
    public void AValueBecomesALiteralOfItsType(string type, string value, string literal)
    {
        var filled = ReportSql.Fill(new FieldErrors(), $"-- parameter p: {type}\nSELECT :p", new Dictionary<string, string?> { ["p"] = value }).Text;
        Assert.EndsWith($"SELECT {literal}", filled, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("number", "1e5")]
    [InlineData("number", "0x10")]
    [InlineData("date", "2026-02-30")]
    [InlineData("date", "2026-2-3")]
    [InlineData("date range", "2026-02-03")]
    [InlineData("date range", "2026-02-03..2026-02-01")]
    public void AValueOfAnotherTypeIsRefused(string type, string value)
    {
        var errors = new FieldErrors();
        ReportSql.Fill(errors, $"-- parameter p: {type}\nSELECT :p", new Dictionary<string, string?> { ["p"] = value });
        Assert.True(errors.Any);
    }

    [Theory]
    [InlineData("select 1", true)]
    [InlineData("-- first\nWITH a AS (SELECT 1) SELECT * FROM a;", true)]
    [InlineData("/* SELECT */ DELETE FROM t", false)]
    [InlineData("SELECT ';'", true)]
    [InlineData("SELECT 1; SELECT 2", false)]
    [InlineData("", false)]
    public void OnlyOneSelectIsAReport(string sql, bool isReport)
    {
        var errors = new FieldErrors();
        ReportSql.Check(errors, sql);
        Assert.Equal(isReport, !errors.Any);
    }

    [Theory]
    [InlineData(2, 8, 2, 8)]
    [InlineData(2, 28, 2, 12)]
    [InlineData(3, 3, 3, 3)]
    public void APlaceInTheFilledTextIsFoundInTheReports(int line, int column, int sourceLine, int sourceColumn)
    {
        const string sql = "-- parameter p: text = 'a long value'\nSELECT :p, wrong\n, more";
        Assert.Equal((sourceLine, sourceColumn), ReportSql.Fill(new FieldErrors(), sql, null).SourceOf(line, column));
    }

    [Theory]
    [InlineData("list(a, b c) = b c", "a|b c", null, "b c")]
    [InlineData("list(SELECT max(day) FROM probe) = x (y)", null, "SELECT max(day) FROM probe", "x (y)")]
    [InlineData("list(with a AS (SELECT 1) SELECT * FROM a)", null, "with a AS (SELECT 1) SELECT * FROM a", null)]
    public void AListIsOfValuesOrOfAQuery(string type, string? values, string? query, string? usual)
    {
        var parameter = Assert.Single(ReportText.Parse($"-- parameter p: {type}\nSELECT :p").Parameters);
        Assert.Equal(("list", values, query, usual), (parameter.Type, parameter.Values is null ? null : string.Join('|', parameter.Values), parameter.Query, parameter.Default));
    }

    [Fact]
    public void TheFirstCommentMayBeManyLinesOfEitherKind()
    {
        const string sql = """
            -- What it is,
            -- and why.
            -- parameter day: date
            -- tags: a, b b
            /* Chart: line */
            SELECT :day -- parameter late: text
            """;
        var text = ReportText.Parse(sql);
        Assert.Equal(("What it is, and why.", "line"), (text.Description, text.Chart));
        Assert.Equal(["a", "b b"], text.Tags);
        Assert.Equal("day", Assert.Single(text.Parameters).Name);
    }

    [Theory]
    [InlineData("kind: text", "kind: text", "kind")]
    [InlineData("kind: text", "Kind: number", "Kind")]
    [InlineData("period: date range", "period_from: date", "period_from")]
    [InlineData("period_to: date", "period: date range", "period")]
    public void TwoParametersOfOneNameAreAFaultAtTheSecond(string first, string second, string named)
    {
        var sql = $"/* What it shows.\n   parameter {first}\n   parameter {second} */\nSELECT :kind, :Kind, :period_from, :period_to";
        var (at, text) = Assert.Single(ReportSql.Faults(sql), fault => fault.Text.Contains("rename", StringComparison.Ordinal));
        Assert.Equal(sql.LastIndexOf("parameter ", StringComparison.Ordinal), at);
        Assert.Contains(named, text, StringComparison.Ordinal);
        Assert.Single(ReportText.Parse(sql).Parameters);
        ReportSql.Fill(new FieldErrors(), sql, ReportSql.Values(sql, null));
    }
}
