using Amazon.Athena.Model;
using SakilaPortal.Pipeline.Provisioning;

namespace SakilaPortal.Pipeline.Tests.Lake;

[Collection(nameof(LakeCollection))]
public sealed class SavedQueriesTests(LakeFixture lake)
{
    [Fact]
    public async Task EveryShippedReportIsThereOnceWithItsDescription()
    {
        var queries = await QueriesAsync();
        Assert.All(ShippedReport.All, report =>
        {
            var query = Assert.Single(queries, query => query.Name == report.Name);
            Assert.Equal(("curatedzonedb", report.Description), (query.Database, query.Description));
        });
        Assert.Equal(30, ShippedReport.All.Count);
    }

    [Fact]
    public async Task ANewTextReplacesTheOneShippedBeforeButNoPersonsEdit()
    {
        await AsIfShippedEarlierAsync("Streams-By-Hour", "SELECT 1 AS earlier");
        await AsIfShippedEarlierAsync("Streams-By-Rating", "SELECT 1 AS earlier");
        await EditAsync("Streams-By-Rating", "SELECT 2 AS edited");
        var deleted = Assert.Single(await QueriesAsync(), query => query.Name == "Streams-By-Platform");
        await lake.Athena.DeleteNamedQueryAsync(new() { NamedQueryId = deleted.NamedQueryId });

        await lake.KillPipelineAsync();
        await lake.StartPipelineAsync();
        var shipped = ShippedReport.All.Single(report => report.Name == "Streams-By-Hour").Sql;
        await lake.UntilAsync(async () => (await QueriesAsync()).Single(query => query.Name == "Streams-By-Hour").QueryString == shipped, "the new text is there");
        var queries = await QueriesAsync();
        Assert.Equal("SELECT 2 AS edited", queries.Single(query => query.Name == "Streams-By-Rating").QueryString);
        Assert.DoesNotContain(queries, query => query.Name == "Streams-By-Platform");

        await EditAsync("Streams-By-Rating", ShippedReport.All.Single(report => report.Name == "Streams-By-Rating").Sql);
        await lake.Athena.CreateNamedQueryAsync(new() { Name = deleted.Name, Description = deleted.Description, Database = deleted.Database, WorkGroup = "sakila-analysts", QueryString = deleted.QueryString });
    }

    public static TheoryData<string> Reports => [.. ShippedReport.All.Select(report => report.Name).Where(name => !name.StartsWith("Books-And-Films-", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task AShippedReportRunsInAthenasOwnDialect(string name) =>
        await lake.AthenaAsync(ReportDefaults.Fill(ShippedReport.All.Single(report => report.Name == name).Sql));

    private async Task AsIfShippedEarlierAsync(string name, string sql)
    {
        await EditAsync(name, sql);
        await lake.ExecuteAsync("UPDATE portal.shipped_report SET sql_text = @sql WHERE report_name = @name", new { name, sql });
    }

    private async Task EditAsync(string name, string sql)
    {
        var query = (await QueriesAsync()).Single(query => query.Name == name);
        await lake.Athena.UpdateNamedQueryAsync(new() { NamedQueryId = query.NamedQueryId, Name = name, Description = query.Description, QueryString = sql });
    }

    private async Task<List<NamedQuery>> QueriesAsync()
    {
        var ids = (await lake.Athena.ListNamedQueriesAsync(new() { WorkGroup = "sakila-analysts", MaxResults = 50 })).NamedQueryIds;
        return (await lake.Athena.BatchGetNamedQueryAsync(new() { NamedQueryIds = ids })).NamedQueries;
    }
}
