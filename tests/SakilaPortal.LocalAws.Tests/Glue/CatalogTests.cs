using Amazon.Glue;
using Amazon.Glue.Model;

namespace SakilaPortal.LocalAws.Tests.Glue;

public sealed class CatalogTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private readonly AmazonGlueClient glue = server.Glue();

    [Fact]
    public async Task NamesAreLowerCasedAndFoundInAnyCase()
    {
        await CreateAsync("NamesDb", "TheTable");
        var table = (await glue.GetTableAsync(new GetTableRequest { DatabaseName = "namesDB", Name = "THETABLE" })).Table;
        Assert.Equal(("namesdb", "thetable", "0"), (table.DatabaseName, table.Name, table.VersionId));
    }

    [Fact]
    public async Task WhatIsThereAlreadyOrMissingIsSaidByItsOwnError()
    {
        await CreateAsync("errors", "t");
        await Assert.ThrowsAsync<AlreadyExistsException>(() => CreateAsync("errors", "t"));
        await Assert.ThrowsAsync<AlreadyExistsException>(() => glue.CreateTableAsync(new CreateTableRequest { DatabaseName = "errors", TableInput = new TableInput { Name = "T" } }));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => glue.GetTableAsync(new GetTableRequest { DatabaseName = "errors", Name = "none" }));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => glue.GetDatabaseAsync(new GetDatabaseRequest { Name = "none" }));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => glue.GetPartitionsAsync(new GetPartitionsRequest { DatabaseName = "errors", TableName = "none" }));
        var error = await Assert.ThrowsAsync<AmazonGlueException>(() => glue.GetTableAsync(new GetTableRequest { DatabaseName = "errors" }));
        Assert.Contains("Name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUpdateMovesTheTableAndKeepsTheEarlierVersionUnlessItIsToldNotTo()
    {
        await CreateAsync("versions", "t");
        await UpdateAsync("s3://b/v1", skipArchive: false);
        await UpdateAsync("s3://b/v2", skipArchive: true);
        await UpdateAsync("s3://b/v3", skipArchive: false);
        var versions = (await glue.GetTableVersionsAsync(new GetTableVersionsRequest { DatabaseName = "versions", TableName = "t" })).TableVersions;
        Assert.Equal([("3", "s3://b/v3"), ("2", "s3://b/v2"), ("0", "s3://b/v0")], versions.Select(version => (version.VersionId, version.Table.StorageDescriptor.Location)));
        await Assert.ThrowsAsync<ConcurrentModificationException>(() => UpdateAsync("s3://b/late", skipArchive: true, versionId: "2"));
        await UpdateAsync("s3://b/v4", skipArchive: true, versionId: "3");
    }

    [Fact]
    public async Task OfManyUpdatesOfOneVersionOneWins()
    {
        await CreateAsync("versions2", "t");
        var updates = await Task.WhenAll(Enumerable.Range(0, 10).Select(async number =>
        {
            try
            {
                await UpdateAsync($"s3://b/{number}", skipArchive: true, versionId: "0", database: "versions2");
                return 1;
            }
            catch (ConcurrentModificationException)
            {
                return 0;
            }
        }));
        Assert.Equal(1, updates.Sum());
    }

    [Fact]
    public async Task ListsComeInPages()
    {
        await glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "pages" } });
        foreach (var number in Enumerable.Range(0, 7)) await glue.CreateTableAsync(new CreateTableRequest { DatabaseName = "pages", TableInput = new TableInput { Name = $"t{number}" } });
        List<string> names = [];
        GetTablesResponse page;
        var request = new GetTablesRequest { DatabaseName = "pages", MaxResults = 3, Expression = "t[0-5]" };
        do
        {
            page = await glue.GetTablesAsync(request);
            Assert.True(page.TableList.Count <= 3);
            names.AddRange(page.TableList.Select(table => table.Name));
        }
        while ((request.NextToken = page.NextToken) is not null);
        Assert.Equal(["t0", "t1", "t2", "t3", "t4", "t5"], names);
    }

    [Fact]
    public async Task PartitionsAreCreatedFilteredUpdatedAndDeleted()
    {
        await CreateAsync("parts", "t", "year", "month");
        List<List<string>> values = [["2025", "11"], ["2025", "12"], ["2026", "01"]];
        var created = await glue.BatchCreatePartitionAsync(Batch([.. values, ["2026"], ["2025", "11"]]));
        Assert.Equal(["InvalidInputException", "AlreadyExistsException"], created.Errors.Select(error => error.ErrorDetail.ErrorCode));
        Assert.Equal([["2025", "12"], ["2026", "01"]], await FindAsync("(year = '2025' and month > '11') or year in ('2026')"));
        await glue.BatchUpdatePartitionAsync(new BatchUpdatePartitionRequest
        {
            DatabaseName = "parts", TableName = "t",
            Entries = [new BatchUpdatePartitionRequestEntry { PartitionValueList = ["2025", "12"], PartitionInput = new PartitionInput { Values = ["2025", "12"], Parameters = new() { ["seen"] = "1" } } }],
        });
        var one = await glue.GetPartitionAsync(new GetPartitionRequest { DatabaseName = "parts", TableName = "t", PartitionValues = ["2025", "12"] });
        Assert.Equal("1", one.Partition.Parameters["seen"]);
        await glue.DeletePartitionAsync(new DeletePartitionRequest { DatabaseName = "parts", TableName = "t", PartitionValues = ["2025", "11"] });
        Assert.Equal([["2025", "12"], ["2026", "01"]], await FindAsync(null));
    }

    [Fact]
    public async Task EverythingOutlivesARestart()
    {
        await using var other = await LocalAwsServer.StartAsync();
        var before = other.Glue();
        await before.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "kept", Description = "d" } });
        await before.CreateTableAsync(new CreateTableRequest { DatabaseName = "kept", TableInput = new TableInput { Name = "odd ../name", PartitionKeys = [new() { Name = "y", Type = "string" }] } });
        await before.BatchCreatePartitionAsync(new BatchCreatePartitionRequest { DatabaseName = "kept", TableName = "odd ../name", PartitionInputList = [new() { Values = ["1"] }] });
        await other.RestartAsync();
        var after = other.Glue();
        Assert.Equal("d", (await after.GetDatabaseAsync(new GetDatabaseRequest { Name = "kept" })).Database.Description);
        Assert.Single((await after.GetPartitionsAsync(new GetPartitionsRequest { DatabaseName = "kept", TableName = "odd ../name" })).Partitions);
        await after.DeleteDatabaseAsync(new DeleteDatabaseRequest { Name = "kept" });
        await other.RestartAsync();
        Assert.Empty((await other.Glue().GetDatabasesAsync(new GetDatabasesRequest())).DatabaseList);
    }

    private async Task CreateAsync(string database, string table, params string[] partitionKeys)
    {
        await glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = database } });
        var input = new TableInput
        {
            Name = table, PartitionKeys = [.. partitionKeys.Select(key => new Column { Name = key, Type = "string" })],
            StorageDescriptor = new StorageDescriptor { Location = "s3://b/v0", Columns = [new() { Name = "a", Type = "int" }] },
        };
        await glue.CreateTableAsync(new CreateTableRequest { DatabaseName = database, TableInput = input });
    }

    private Task<UpdateTableResponse> UpdateAsync(string location, bool skipArchive, string? versionId = null, string database = "versions") => glue.UpdateTableAsync(new UpdateTableRequest
    {
        DatabaseName = database, SkipArchive = skipArchive, VersionId = versionId,
        TableInput = new TableInput { Name = "t", StorageDescriptor = new StorageDescriptor { Location = location } },
    });

    private static BatchCreatePartitionRequest Batch(List<List<string>> values) =>
        new() { DatabaseName = "parts", TableName = "t", PartitionInputList = values.ConvertAll(value => new PartitionInput { Values = value }) };

    private async Task<IEnumerable<List<string>>> FindAsync(string? expression) =>
        (await glue.GetPartitionsAsync(new GetPartitionsRequest { DatabaseName = "parts", TableName = "t", Expression = expression })).Partitions.Select(partition => partition.Values);
}
