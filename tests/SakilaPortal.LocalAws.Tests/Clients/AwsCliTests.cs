using System.Security.Cryptography;
using System.Text.Json;

namespace SakilaPortal.LocalAws.Tests.Clients;

public sealed class AwsCliTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    [AwsCliFact]
    public async Task FilesGoInAndOutAndAreListedAndRemoved()
    {
        await Aws("s3", "mb", "s3://cli-small");
        await File.WriteAllTextAsync(Path.Combine(server.Data, "small.txt"), "hello");
        await Aws("s3", "cp", "small.txt", "s3://cli-small/folder with space/small.txt");
        Assert.Contains("PRE folder with space/", await Aws("s3", "ls", "s3://cli-small"), StringComparison.Ordinal);
        Assert.Equal("hello", await Aws("s3", "cp", "s3://cli-small/folder with space/small.txt", "-"));
        await Aws("s3", "rm", "s3://cli-small", "--recursive");
        await Aws("s3", "rb", "s3://cli-small");
        Assert.DoesNotContain("cli-small", await Aws("s3", "ls"), StringComparison.Ordinal);
    }

    [AwsCliFact]
    public async Task ALargeFileGoesInPartsAndComesBackTheSame()
    {
        await Aws("s3", "mb", "s3://cli-large");
        var content = RandomNumberGenerator.GetBytes(20 << 20);
        await File.WriteAllBytesAsync(Path.Combine(server.Data, "large.bin"), content);
        await Aws("s3", "cp", "large.bin", "s3://cli-large/large.bin");
        await Aws("s3", "sync", "s3://cli-large", "back");
        Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(server.Data, "back", "large.bin")));
    }

    [AwsCliFact]
    public async Task ALargeObjectIsCopiedMovedAndSyncedBetweenBuckets()
    {
        await Aws("s3", "mb", "s3://cli-source");
        await Aws("s3", "mb", "s3://cli-target");
        var content = RandomNumberGenerator.GetBytes(20 << 20);
        await File.WriteAllBytesAsync(Path.Combine(server.Data, "whole.bin"), content);
        await Aws("s3", "cp", "whole.bin", "s3://cli-source/whole.bin");
        await Aws("s3api", "put-object-tagging", "--bucket", "cli-source", "--key", "whole.bin", "--tagging", "TagSet=[{Key=zone,Value=landing}]");
        await Aws("s3", "cp", "s3://cli-source/whole.bin", "s3://cli-source/copy.bin");
        await Aws("s3", "mv", "s3://cli-source/copy.bin", "s3://cli-target/moved.bin");
        await Aws("s3", "sync", "s3://cli-source", "s3://cli-target");
        foreach (var name in new[] { "moved.bin", "whole.bin" })
        {
            Assert.Contains("landing", await Aws("s3api", "get-object-tagging", "--bucket", "cli-target", "--key", name), StringComparison.Ordinal);
            await Aws("s3", "cp", $"s3://cli-target/{name}", name);
            Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(server.Data, name)));
        }
    }

    [AwsCliFact]
    public async Task TheCatalogueIsServed()
    {
        await Aws("glue", "create-database", "--database-input", "Name=CliDb,Description=from the command line");
        await Aws("glue", "create-table", "--database-name", "clidb", "--table-input",
            """{"Name":"T","PartitionKeys":[{"Name":"year","Type":"string"}],"StorageDescriptor":{"Columns":[{"Name":"a","Type":"int"}],"Location":"s3://b/t"}}""");
        await Aws("glue", "create-partition", "--database-name", "clidb", "--table-name", "t", "--partition-input", """{"Values":["2026"]}""");
        var partitions = await Aws("glue", "get-partitions", "--database-name", "clidb", "--table-name", "t", "--expression", "year >= '2025'");
        Assert.Equal("2026", JsonDocument.Parse(partitions).RootElement.GetProperty("Partitions")[0].GetProperty("Values")[0].GetString());
        Assert.Contains("from the command line", await Aws("glue", "get-database", "--name", "clidb"), StringComparison.Ordinal);
    }

    [AwsCliFact]
    public async Task QueriesAreRunAndStopped()
    {
        await Aws("s3", "mb", "s3://cli-results");
        var started = await Aws("athena", "start-query-execution", "--query-string", "SELECT 40 + ?", "--execution-parameters", "2", "--result-configuration", "OutputLocation=s3://cli-results/");
        var id = JsonDocument.Parse(started).RootElement.GetProperty("QueryExecutionId").GetString()!;
        await Eventually.IsAsync(() => Aws("athena", "get-query-execution", "--query-execution-id", id, "--query", "QueryExecution.Status.State", "--output", "text"),
            state => state.Trim() == "SUCCEEDED", "the query succeeds");
        Assert.Equal("\"_col0\"\n\"42\"\n", await Aws("s3", "cp", $"s3://cli-results/{id}.csv", "-"));
        Assert.Contains("\"VarCharValue\": \"42\"", await Aws("athena", "get-query-results", "--query-execution-id", id), StringComparison.Ordinal);
        await Aws("athena", "stop-query-execution", "--query-execution-id", id);
        Assert.Contains(id, await Aws("athena", "list-query-executions"), StringComparison.Ordinal);
    }

    private Task<string> Aws(params string[] arguments) => ForeignClient.RunAsync(server, AwsCliFactAttribute.Program, ["--endpoint-url", server.Url, .. arguments]);
}
