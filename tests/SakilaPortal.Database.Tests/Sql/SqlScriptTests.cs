using SakilaPortal.Database.Sql;

namespace SakilaPortal.Database.Tests.Sql;

public class SqlScriptTests
{
    [Fact]
    public async Task StatementsEndAtTheDelimiterOfTheMoment() => Assert.Equal(
        ["SELECT 1", "CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW BEGIN SET @a = 1; SET @b = 2; END", "SELECT 2"],
        await Split("SELECT 1;\nDELIMITER ;;\nCREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW BEGIN SET @a = 1; SET @b = 2; END;;\ndelimiter ;\nSELECT 2;"));

    [Fact]
    public async Task ADelimiterInQuotesOrACommentEndsNothing() => Assert.Equal(
        ["SELECT 'a;b', \"c;\", `d;`, 'it''s; \\'quoted\\'; ' /* e; */"],
        await Split("SELECT 'a;b', \"c;\", `d;`, 'it''s; \\'quoted\\'; ' /* e; */;"));

    [Fact]
    public async Task LineCommentsAndRemarksBetweenStatementsGo() => Assert.Equal(
        ["SELECT 1", "SELECT 2"],
        await Split("-- one; two\n# three;\n/* a remark;\nof two lines */\nSELECT 1;\n--\nSELECT 2;\n/* the end */\n"));

    [Fact]
    public async Task VersionedCommentsStay() => Assert.Equal(
        ["/*!50610 SET a = 1*/", "CREATE TABLE x (y INT /*!80003 SRID 0 */ NOT NULL)"],
        await Split("/*!50610 SET a = 1*/;\nCREATE TABLE x (y INT /*!80003 SRID 0 */ NOT NULL);"));

    [Fact]
    public async Task ADelimiterLineAfterARemarkCounts() => Assert.Equal(["SELECT 1;"], await Split("/* now */\nDELIMITER //\nSELECT 1; //"));

    [Fact]
    public async Task AStatementKnowsTheLineItBeginsAt()
    {
        var lines = new List<int>();
        await foreach (var statement in new SqlScript(new StringReader("\n-- x\nSELECT 1;\n\nSELECT\n2;"), "a.sql").ReadAsync())
            lines.Add(statement.Line);
        Assert.Equal([3, 5], lines);
    }

    [Theory]
    [InlineData("SELECT 1;\nSELECT 2", "line 2 has no ;")]
    [InlineData("SELECT 1;\n\nSELECT 'a;", "the quote ' in the statement at line 3")]
    [InlineData("SELECT 1 /* a", "the comment in the statement at line 1")]
    public async Task AScriptThatIsCutOffIsRefusedByFileAndLine(string script, string reason)
    {
        var refusal = await Assert.ThrowsAsync<DatabaseException>(() => Split(script));
        Assert.Contains("a.sql", refusal.Message);
        Assert.Contains(reason, refusal.Message);
    }

    private static async Task<List<string>> Split(string script)
    {
        var statements = new List<string>();
        await foreach (var statement in new SqlScript(new StringReader(script), "a.sql").ReadAsync())
            statements.Add(statement.Text);
        return statements;
    }
}
