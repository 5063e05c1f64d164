using MySqlConnector;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Api.Reports.Buffered;
using SakilaPortal.Api.Simulations;

namespace SakilaPortal.Api.Tests.Reports;

/// <summary>What the books say of events that have not landed.</summary>
[Collection(ApiFixture.Collection)]
public sealed class UnlandedTests(ApiFixture portal)
{
    private const int BucketSize = 32_768;

    private readonly string series = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task RecordsAreMissingThatAreNeitherRejectedNorSeen()
    {
        // What is seen beyond the last settled one was sent since.
        var landed = await SeeAsync(98_504, except: [[5, 5], [70_000, 70_009], [98_400, 98_420]]);
        var (ranges, count) = await FindAsync(settled: 98_450, rejected: "[[5,5],[70005,70009]]", landed);

        Assert.Equal([(70_000L, 70_004L), (98_400L, 98_420L)], ranges);
        Assert.Equal(26, count);
    }

    [Fact]
    public async Task WhatLandedLongAgoIsNotReadAgain()
    {
        var landed = await SeeAsync(20 * BucketSize, except: [[20 * BucketSize - 9, 20 * BucketSize]]);
        await portal.ExecuteAsync("DELETE FROM portal.event_series WHERE series = @series AND bucket < 12", new { series });

        var (ranges, count) = await FindAsync(settled: 20 * BucketSize, rejected: "[]", landed);

        Assert.Equal([(20L * BucketSize - 9, 20L * BucketSize)], ranges);
        Assert.Equal(10, count);
    }

    [Fact]
    public async Task WhatWasPostedIsKeptUntilItHasSurelyLanded()
    {
        var now = new DateTime(2001, 1, 1, 12, 0, 0, DateTimeKind.Utc);
        await using var source = new MySqlDataSource(portal.ConnectionString());
        await portal.ExecuteAsync("INSERT INTO portal.posted_request VALUES (@series, @now, @events)", new { series, now, events = PostedLines.Pack(["{}"u8.ToArray(), "{\"a\":1}"u8.ToArray()]) });
        Assert.Equal(["{}", "{\"a\":1}"], await PostedLines.ReadAsync(source, [series], default));

        await PostedLines.ForgetAsync(source, now.AddMinutes(59), default);
        Assert.Equal(2, (await PostedLines.ReadAsync(source, [series], default)).Count);
        await PostedLines.ForgetAsync(source, now.AddMinutes(61), default);
        Assert.Empty(await PostedLines.ReadAsync(source, [series], default));
    }

    /// <returns>How many are seen.</returns>
    private async Task<long> SeeAsync(int last, int[][] except)
    {
        var bits = new byte[(last / BucketSize + 1) * (BucketSize / 8)];
        int[] seen = [.. Enumerable.Range(1, last).Where(number => !except.Any(range => number >= range[0] && number <= range[1]))];
        foreach (var number in seen)
            bits[number / 8] |= (byte)(1 << (number % 8));
        foreach (var (bucket, part) in bits.Chunk(BucketSize / 8).Index())
            await portal.ExecuteAsync("INSERT INTO portal.event_series VALUES (@series, @bucket, @part, UTC_TIMESTAMP(3))", new { series, bucket, part });
        return seen.Length;
    }

    private async Task<(IReadOnlyList<(long First, long Last)> Ranges, long Count)> FindAsync(long settled, string rejected, long landed)
    {
        var refused = Outcomes.Read(rejected).Sum(range => range.Last - range.First + 1);
        var row = new SimulationRow(
            series, "running", null, "{}", "partner-events", 1, null, null, 1, settled, settled - refused, refused, 0, settled, rejected, "ada", default, null, null, false,
            landed, 0, null, 0, 0, 0, 0, 0, 0);
        await using var connection = new MySqlConnection(portal.ConnectionString());
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        return await new SeriesTail(transaction, row).FindAsync(default);
    }
}
