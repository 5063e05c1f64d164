using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena;

public sealed class UnloadTests(LakeFixture fixture) : IClassFixture<LakeFixture>
{
    private Lake Lake => fixture.Lake;

    [Fact]
    public async Task RowsBecomeFilesThatAManifestNames()
    {
        var outcome = await fixture.SucceedAsync($"UNLOAD (SELECT 1 AS a, 'x' AS b) TO 's3://{Lake.Bucket}/u/one/' WITH (format = 'PARQUET')");
        var file = Assert.Single(await Lake.KeysAsync("u/one/"));
        var manifest = outcome.Execution!.Statistics.DataManifestLocation;
        Assert.Equal($"s3://{AthenaFixture.Bucket}/{outcome.Execution.QueryExecutionId}-manifest.csv", manifest);
        using var text = await Lake.S3.GetObjectAsync(AthenaFixture.Bucket, manifest[(manifest.LastIndexOf('/') + 1)..]);
        Assert.Equal($"s3://{Lake.Bucket}/{file}\n", await new StreamReader(text.ResponseStream).ReadToEndAsync());
        Assert.Equal("DML", outcome.Execution.StatementType.Value);
    }

    [Fact]
    public async Task NoRowsMakeNoFile()
    {
        await fixture.UnloadAsync("u/none", "SELECT 1 AS a WHERE false");
        Assert.Empty(await Lake.KeysAsync("u/none"));
    }

    [Fact]
    public async Task ATargetThatIsNotEmptyIsRefused()
    {
        await fixture.UnloadAsync("u/twice", "SELECT 1 AS a");
        var again = await fixture.RunAsync($"UNLOAD (SELECT 1 AS a) TO 's3://{Lake.Bucket}/u/twice' WITH (format = 'PARQUET')");
        Assert.StartsWith("HIVE_PATH_ALREADY_EXISTS", again.Reason);
    }

    [Fact]
    public async Task PartitionsBecomeFoldersOfTheirValues()
    {
        await fixture.SucceedAsync(
            $"UNLOAD (SELECT n, n % 2 AS odd FROM (VALUES 1, 2, 3) t(n)) TO 's3://{Lake.Bucket}/u/parts' WITH (format = 'PARQUET', partitioned_by = ARRAY['odd'])");
        Assert.Equal(["u/parts/odd=0", "u/parts/odd=1"], (await Lake.KeysAsync("u/parts/")).Select(key => key[..key.LastIndexOf('/')]));
    }

    [Theory]
    [InlineData("format = 'PARQUET', compression = 'RAR'", "Compression RAR is not supported")]
    [InlineData("format = 'XLS'", "UNLOAD to XLS is not supported")]
    [InlineData("compression = 'GZIP'", "UNLOAD needs the property 'format'")]
    [InlineData("format = 'PARQUET', colour = 'red'", "UNLOAD has no property 'colour'")]
    [InlineData("format = 'PARQUET', partitioned_by = ARRAY['a']", "Partition keys must be the last columns")]
    public async Task AnUnknownPropertyIsRefusedByName(string properties, string reason)
    {
        var outcome = await fixture.RunAsync($"UNLOAD (SELECT 1 AS a, 2 AS b) TO 's3://{Lake.Bucket}/u/bad' WITH ({properties})");
        Assert.Contains(reason, outcome.Reason);
        Assert.Empty(await Lake.KeysAsync("u/bad"));
    }
}
