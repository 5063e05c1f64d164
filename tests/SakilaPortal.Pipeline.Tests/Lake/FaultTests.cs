using SakilaPortal.Pipeline.Tests.Support;

namespace SakilaPortal.Pipeline.Tests.Lake;

[Collection(nameof(LakeCollection))]
public sealed class FaultTests(LakeFixture lake)
{
    [Fact]
    public async Task AWorkerKilledAtAnyStepLosesAndRepeatsNothing()
    {
        var simulation = Guid.CreateVersion7().ToString("N");
        var sent = 0;
        await lake.KillPipelineAsync();
        await using var proxy = new CuttingProxy(lake.Aws);
        var steps = new List<string>();
        for (var write = 1; write <= 14; write++)
        {
            await ChangeAsync();
            await lake.PutAsync(Events.OfSimulation(simulation, sent + 20).Skip(sent));
            sent += 20;
            var cut = proxy.CutAtAsync(write);
            await lake.ExecuteAsync("DELETE FROM portal.lease");
            await using var pipeline = await lake.StartAnotherPipelineAsync(proxy.Address);
            await lake.UntilAsync(() => Task.FromResult(cut.IsCompleted), $"write {write} was cut off");
            await pipeline.KillAsync();
            steps.Add(await cut);
        }
        Assert.True(steps.Distinct().Count() > 5, string.Join('\n', steps));

        await lake.ExecuteAsync("DELETE FROM portal.lease");
        await lake.StartPipelineAsync();
        await lake.UntilAsync(
            async () => await lake.MySqlAsync<long>("SELECT COALESCE(MAX(in_reports), 0) FROM portal.simulation_progress WHERE simulation_id = @simulation", new { simulation }) == sent, "all events are in reports");
        Assert.Equal([$"{sent}", $"{sent}"], (await lake.AthenaAsync($"SELECT count(*), count(DISTINCT event_id) FROM curatedzonedb.streaming_films WHERE event_id LIKE '{simulation}-%'"))[0]);
        await SameAsync("payment", "SELECT CONCAT_WS(' ', COUNT(*), SUM(payment_id), SUM(amount)) FROM sakila.payment", "SELECT count(*), sum(payment_id), sum(amount) FROM cleanzonedb.payment");
        await SameAsync("rental", "SELECT CONCAT_WS(' ', COUNT(*), SUM(rental_id), COUNT(return_date)) FROM sakila.rental", "SELECT count(*), sum(rental_id), count(return_date) FROM cleanzonedb.rental");
    }

    /// <summary>A rental with its payment comes, one is brought back, a payment is deleted.</summary>
    private Task ChangeAsync() => lake.ExecuteAsync(
        """
        START TRANSACTION;
        INSERT INTO sakila.rental (rental_date, inventory_id, customer_id, staff_id) VALUES (NOW(), FLOOR(1 + RAND() * 4000), 1, 1);
        INSERT INTO sakila.payment (customer_id, staff_id, rental_id, amount, payment_date) VALUES (1, 1, LAST_INSERT_ID(), 3.33, NOW());
        UPDATE sakila.rental SET return_date = NOW() WHERE return_date IS NULL LIMIT 1;
        INSERT INTO portal.tombstone (table_name, key_json, deleted_at) SELECT 'payment', JSON_OBJECT('payment_id', MIN(payment_id)), UTC_TIMESTAMP(3) FROM sakila.payment;
        DELETE FROM sakila.payment ORDER BY payment_id LIMIT 1;
        COMMIT
        """);

    private async Task SameAsync(string table, string source, string clean)
    {
        var expected = await lake.MySqlAsync<string>(source);
        await lake.UntilAsync(async () => string.Join(' ', (await lake.AthenaAsync(clean))[0]) == expected, $"clean {table} is what MySQL holds: {expected}");
    }
}
