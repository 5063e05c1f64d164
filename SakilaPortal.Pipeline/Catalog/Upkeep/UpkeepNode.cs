using SakilaPortal.Pipeline.Catalog.Events;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Catalog.Upkeep;

/// <summary>Removes what the lake no longer needs, each kind in its own time. Only files left by cut-short work are worth a line in the history.</summary>
internal sealed class UpkeepNode(VersionRetention retention, OrphanSweep sweep, Forgetting forgetting, RunHistory history, TimeProvider time) : INode
{
    public const string NodeName = "upkeep";
    private readonly Turn _expire = new(time, TimeSpan.FromMinutes(1)), _sweep = new(time, TimeSpan.FromHours(1)), _forget = new(time, TimeSpan.FromHours(1));

    public string Name => NodeName;
    public IReadOnlyList<string> After => [];

    public async Task RunAsync(NodeRun run, CancellationToken cancellationToken)
    {
        if (_expire.IsDue)
        {
            await retention.ExpireAsync(cancellationToken);
            await retention.RemoveAsync(cancellationToken);
            _expire.Done();
        }
        if (_forget.IsDue)
        {
            await forgetting.RunAsync(cancellationToken);
            await history.ForgetAsync(cancellationToken);
            _forget.Done();
        }
        if (_sweep.IsDue)
        {
            if (await sweep.RunAsync(cancellationToken) is > 0 and var removed)
            {
                await run.FoundWorkAsync(cancellationToken);
                run.Add(0, 0, removed);
            }
            _sweep.Done();
        }
    }

    private sealed class Turn(TimeProvider time, TimeSpan every)
    {
        private DateTimeOffset _next;

        public bool IsDue => time.GetUtcNow() >= _next;

        public void Done() => _next = time.GetUtcNow() + every;
    }
}

internal static class UpkeepExtensions
{
    public static IServiceCollection AddUpkeep(this IServiceCollection services)
    {
        services.AddOptions<UpkeepOptions>().BindConfiguration("Upkeep").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<VersionRetention>()
            .AddSingleton<NamedObjects>()
            .AddSingleton<OrphanSweep>()
            .AddSingleton<Forgetting>()
            .AddSingleton<INode, UpkeepNode>();
    }
}
