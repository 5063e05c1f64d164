using Amazon.Athena;
using Amazon.Athena.Model;
using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena;

/// <summary>What a workgroup decides about the queries run in it.</summary>
public sealed class WorkGroupTests(LakeFixture fixture) : IClassFixture<LakeFixture>
{
    private readonly AmazonAthenaClient athena = fixture.Athena.Client;

    [Fact]
    public async Task AnEnforcedLocationGoesBeforeTheCallers()
    {
        await CreateAsync("enforced", new() { ResultConfiguration = new() { OutputLocation = $"s3://{AthenaFixture.Bucket}/enforced" }, EnforceWorkGroupConfiguration = true });
        var outcome = await RunAsync("enforced", "SELECT 1");
        Assert.StartsWith($"s3://{AthenaFixture.Bucket}/enforced/", outcome.Execution!.ResultConfiguration.OutputLocation);
    }

    [Fact]
    public async Task ResultsAreEncryptedAsTheWorkGroupSays()
    {
        await CreateAsync("encrypted", new()
        {
            ResultConfiguration = new() { OutputLocation = $"s3://{AthenaFixture.Bucket}/", EncryptionConfiguration = new() { EncryptionOption = EncryptionOption.SSE_S3 } },
        });
        var outcome = await RunAsync("encrypted", "SELECT 1");
        var head = await fixture.Lake.S3.GetObjectMetadataAsync(AthenaFixture.Bucket, $"{outcome.Execution!.QueryExecutionId}.csv");
        Assert.Equal("AES256", head.ServerSideEncryptionMethod.Value);
    }

    [Fact]
    public async Task AQueryThatWouldReadMoreThanTheLimitIsCancelled()
    {
        await fixture.Lake.PutAsync("heavy/a", string.Concat(Enumerable.Repeat("{\"a\":\"" + new string('x', 990) + "\"}\n", 11_000)));
        await fixture.Lake.TableAsync("heavy", "a string", Lake.Json, "heavy/");
        await CreateAsync("limited", new() { BytesScannedCutoffPerQuery = 10_000_000 });
        var outcome = await RunAsync("limited", "SELECT count(*) FROM heavy");
        Assert.Equal(("CANCELLED", "Bytes scanned limit was exceeded"), (outcome.State, outcome.Reason));
        Assert.Equal("SUCCEEDED", (await RunAsync("limited", "SELECT 1")).State);
    }

    [Fact]
    public async Task WithoutALocationForResultsAQueryIsRefused()
    {
        var refusal = await Assert.ThrowsAsync<InvalidRequestException>(() => athena.StartQueryExecutionAsync(new() { QueryString = "SELECT 1" }));
        Assert.Contains("No output location provided", refusal.Message);
        refusal = await Assert.ThrowsAsync<InvalidRequestException>(() => fixture.Athena.StartAsync("SELECT 1", request => request.ResultConfiguration.OutputLocation = "s3://nosuch/"));
        Assert.Contains("Unable to verify/create output bucket nosuch", refusal.Message);
    }

    private Task<CreateWorkGroupResponse> CreateAsync(string name, WorkGroupConfiguration configuration) => athena.CreateWorkGroupAsync(new() { Name = name, Configuration = configuration });

    private Task<Outcome> RunAsync(string workGroup, string query) => fixture.RunAsync(query, request => request.WorkGroup = workGroup);
}
