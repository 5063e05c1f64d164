using Amazon.Athena.Model;
using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena;

public sealed class ReuseTests(LakeFixture fixture) : IClassFixture<LakeFixture>
{
    [Fact]
    public async Task AResultIsReusedUntilATableItReadChanges()
    {
        await fixture.Lake.PutAsync("reuse/a", "{\"a\":1}\n");
        await fixture.Lake.TableAsync("reuse", "a int", Lake.Json, "reuse/");
        const string query = "SELECT sum(a) FROM reuse";
        var first = await RunAsync(query);
        Assert.False(first.Execution!.Statistics.ResultReuseInformation.ReusedPreviousResult);
        var second = await RunAsync(query);
        Assert.True(second.Execution!.Statistics.ResultReuseInformation.ReusedPreviousResult);
        Assert.Equal(0, second.Execution.Statistics.DataScannedInBytes);
        Assert.Equal("1", second.Rows.Single()[0]);
        await fixture.Lake.PutAsync("reuse/b", "{\"a\":2}\n");
        var third = await RunAsync(query);
        Assert.False(third.Execution!.Statistics.ResultReuseInformation.ReusedPreviousResult);
        Assert.Equal("3", third.Rows.Single()[0]);
    }

    [Theory]
    [InlineData("SELECT 7", 0)]
    [InlineData("SELECT random() < 2", 60)]
    [InlineData("SELECT CAST(current_timestamp AS varchar)", 60)]
    public async Task WhatIsTooOldOrDependsOnTheMomentIsComputedAnew(string query, int minutes)
    {
        await RunAsync(query, minutes);
        var again = await RunAsync(query, minutes);
        Assert.False(again.Execution!.Statistics.ResultReuseInformation.ReusedPreviousResult);
    }

    private Task<Outcome> RunAsync(string query, int minutes = 60) => fixture.SucceedAsync(query, request => request.ResultReuseConfiguration =
        new ResultReuseConfiguration { ResultReuseByAgeConfiguration = new() { Enabled = true, MaxAgeInMinutes = minutes } });
}
