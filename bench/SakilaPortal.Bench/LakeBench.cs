using System.Diagnostics;

namespace SakilaPortal.Bench;

/// <summary>What the lake's first build and its increments cost at a scale of Sakila.</summary>
internal static class LakeBench
{
    private const int Rentals = 1_000, Events = 10_000, Batch = 500;
    private static readonly string[] States = ["New York", "Ohio", "Texas", "Utah", "Iowa", "California"];

    /// <param name="events">How many events lie in the lake before the increments.</param>
    public static async Task<int> RunAsync(int scale, int rounds, long events)
    {
        var lake = new BenchLake();
        try
        {
            await lake.StartAsync(scale);
            var built = await lake.BuildAsync();
            Console.WriteLine($"scale {scale}: {await lake.ScalarAsync<long>("SELECT COUNT(*) FROM sakila.rental"):N0} rentals built in {built.TotalSeconds:F1} s");
            PrintPeak(lake);
            if (events > 0)
            {
                Console.WriteLine($"{events:N0} events taken in within {(await PreloadAsync(lake, events)).TotalSeconds:F1} s");
                PrintPeak(lake);
            }
            await IncrementsAsync(lake, $"{Rentals:N0} rentals", rounds, round => RentAsync(lake, round), lake.UntilSoldAsync);
            var expected = events;
            await IncrementsAsync(lake, $"{Events:N0} events", rounds, async _ =>
            {
                await SendAsync(lake);
                expected += Events;
            }, () => BenchLake.TimeUntilAsync(async () => await lake.RowsAsync("curatedzonedb", "streaming_films") == expected));
            await LatencyAsync(lake, expected);
            PrintPeak(lake);
            return 0;
        }
        finally
        {
            await lake.DisposeAsync();
        }
    }

    private static async Task IncrementsAsync(BenchLake lake, string what, int rounds, Func<int, Task> change, Func<Task<TimeSpan>> untilThere)
    {
        var (seconds, work, read, written) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var lastRun = await lake.ScalarAsync<long>("SELECT COALESCE(MAX(run_id), 0) FROM portal.workflow_run");
            var before = await lake.TrafficAsync();
            await change(round);
            var time = await untilThere();
            await BenchLake.TimeUntilAsync(async () => await lake.ScalarAsync<long>("SELECT COUNT(*) FROM portal.workflow_run WHERE state = 'running'") == 0);
            var after = await lake.TrafficAsync();
            // The first one warms up.
            if (round == 0)
                continue;
            seconds.Add(time.TotalMilliseconds);
            work.Add(await lake.ScalarAsync<double>(
                "SELECT COALESCE(SUM(TIMESTAMPDIFF(MICROSECOND, started_at, ended_at)), 0) / 1000 FROM portal.workflow_node_run WHERE run_id > @lastRun AND started_at IS NOT NULL", new { lastRun }));
            read.Add(after.BytesRead - before.BytesRead);
            written.Add(after.BytesWritten - before.BytesWritten);
        }
        Figures.Print($"{what}, until they are there", seconds);
        Figures.Print($"{what}, work of all nodes", work);
        Console.WriteLine($"{what}: read {Median(read) / 1024:N0} KiB, written {Median(written) / 1024:N0} KiB (medians); {read.Sum() / read.Count / 1024:N0} and {written.Sum() / written.Count / 1024:N0} KiB (means)");
    }

    private static Task RentAsync(BenchLake lake, int round) => lake.ExecuteAsync(
        """
        START TRANSACTION;
        INSERT INTO sakila.rental (rental_date, inventory_id, customer_id, staff_id)
          SELECT NOW(), inventory_id, 1 + inventory_id % 599, store_id FROM sakila.inventory ORDER BY inventory_id LIMIT @Rentals OFFSET @offset;
        INSERT INTO sakila.payment (customer_id, staff_id, rental_id, amount, payment_date)
          SELECT customer_id, staff_id, rental_id, 2.99, rental_date FROM sakila.rental WHERE rental_id >= LAST_INSERT_ID();
        COMMIT
        """, new { Rentals, offset = round * 300 });

    private static async Task SendAsync(BenchLake lake)
    {
        foreach (var batch in Lines(Events).Chunk(Batch))
            await lake.PutAsync(batch);
    }

    private static async Task<TimeSpan> PreloadAsync(BenchLake lake, long events)
    {
        const int PerObject = 50_000;
        var started = Stopwatch.GetTimestamp();
        for (var left = events; left > 0; left -= PerObject)
            await lake.DeliverAsync(Lines((int)Math.Min(PerObject, left)));
        await BenchLake.TimeUntilAsync(async () => await lake.RowsAsync("curatedzonedb", "streaming_films") == events);
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task LatencyAsync(BenchLake lake, long events)
    {
        const int Times = 20;
        var (rental, partnerEvent) = (new List<double>(), new List<double>());
        for (var i = 0; i < Times; i++)
        {
            await lake.ExecuteAsync(
                """
                INSERT INTO sakila.rental (rental_date, inventory_id, customer_id, staff_id) VALUES (NOW(), @i, 1, 1);
                INSERT INTO sakila.payment (customer_id, staff_id, rental_id, amount, payment_date) VALUES (1, 1, LAST_INSERT_ID(), 1.99, NOW())
                """, new { i = 4000 + i });
            rental.Add((await lake.UntilSoldAsync()).TotalMilliseconds);
            await lake.PutAsync(Lines(1));
            events++;
            partnerEvent.Add((await BenchLake.TimeUntilAsync(async () => await lake.RowsAsync("curatedzonedb", "streaming_films") == events)).TotalMilliseconds);
        }
        Figures.Print("one rental, until it is there", rental);
        Figures.Print("one event, until it is there", partnerEvent);
    }

    private static IEnumerable<string> Lines(int count)
    {
        var simulation = Guid.NewGuid().ToString("N");
        for (var i = 1; i <= count; i++)
            yield return $$"""{"event_id": "{{simulation}}-{{i}}", "timestamp": "2026-07-04T10:11:12+01:00", "eventType": "{{(i % 10 < 6 ? "trailer" : i % 10 < 9 ? "rent" : "buy")}}", "film_id": {{i * 7919L % 1000 + 1}}, "distributor": "vudo", "platform": "ios", "state": "{{States[i % States.Length]}}"}""";
    }

    private static void PrintPeak(BenchLake lake)
    {
        var (pipeline, localAws) = lake.Peak();
        Console.WriteLine($"peak memory so far: pipeline {pipeline:N0} MB, LocalAws {localAws:N0} MB");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
