using System.Collections.Concurrent;
using System.Threading.Channels;
using SakilaPortal.LocalAws.Hosting;

namespace SakilaPortal.LocalAws.Athena.Executions;

/// <summary>Runs queries, so many at once and the others in the order in which they came.</summary>
internal sealed class ExecutionQueue(ExecutionStore store, QueryRunner runner, TimeProvider clock) : BackgroundService, IResettable
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(30);
    private readonly Channel<string> waiting = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> running = new(StringComparer.Ordinal);

    /// <summary>How many queries run at once.</summary>
    public const int Places = 8;

    public void Add(string id) => waiting.Writer.TryWrite(id);

    /// <summary>Ends a query at once, whether it waits or runs; one that has ended stays as it is.</summary>
    public async Task StopAsync(string id)
    {
        var entry = store.Get(id);
        if (running.TryGetValue(id, out var run)) await run.CancelAsync();
        else if (entry.State == QueryState.Queued) await store.SaveAsync(Completion.Cancelled(entry, "Query cancelled by user", clock.GetUtcNow()));
    }

    public void Reset()
    {
        foreach (var run in running.Values) run.Cancel();
        while (waiting.Reader.TryRead(out _)) { }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Places).Select(_ => Task.Run(() => WorkAsync(stoppingToken), stoppingToken)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        await foreach (var id in waiting.Reader.ReadAllAsync(stopping))
        {
            using var run = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            running[id] = run;
            try
            {
                if (store.Find(id) is not { State: QueryState.Queued } entry) continue;
                using var limit = new CancellationTokenSource(LongestRun, clock);
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(run.Token, limit.Token);
                var ended = await runner.RunAsync(entry, limit.Token, stop.Token);
                if (store.Find(id) is not null) await store.SaveAsync(ended);
            }
            finally
            {
                running.TryRemove(id, out _);
            }
        }
    }
}
