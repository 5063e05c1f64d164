using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Pipeline.Catalog.Events;
using SakilaPortal.Pipeline.Tests.Support;

namespace SakilaPortal.Pipeline.Tests.Lake;

[Collection(nameof(LakeCollection))]
public sealed class ForgettingTests(LakeFixture lake)
{
    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef-40000")]
    [InlineData("an id of a partner's own")]
    public async Task ARepeatIsRecognisedForThirtyDaysAndThenForgotten(string id)
    {
        await using var database = new MySqlDataSource(lake.ConnectionString());
        // In the past, so that ids of other tests stay known.
        var time = new ManualTime(DateTimeOffset.UtcNow.AddDays(-60));
        var forgetting = new Forgetting(database, Options.Create(new EventOptions()), time);
        Assert.True(await IsFirstAsync(database, id, time));
        Assert.False(await IsFirstAsync(database, id, time));

        time.Now += TimeSpan.FromDays(29.9);
        await forgetting.RunAsync(CancellationToken.None);
        Assert.False(await IsFirstAsync(database, id, time));

        time.Now += TimeSpan.FromDays(0.2);
        Assert.Equal(1, await forgetting.RunAsync(CancellationToken.None));
        Assert.True(await IsFirstAsync(database, id, time));
    }

    private static async Task<bool> IsFirstAsync(MySqlDataSource database, string id, TimeProvider time)
    {
        var sightings = await Sightings.LoadAsync(database, [id], CancellationToken.None);
        var isFirst = sightings.IsFirst(id);
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await sightings.WriteAsync(connection, transaction, time.GetUtcNow().UtcDateTime, CancellationToken.None);
        await transaction.CommitAsync();
        return isFirst;
    }
}
