using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Replication;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Cleaning;

/// <summary>Makes clean tables of what has landed of MySQL.</summary>
internal sealed class CleanNode(LandingRegister register, TableFiles files, SourceSchema schema, TableCleaner cleaner) : INode
{
    public const string NodeName = "clean";
    private const int ObjectsAtOnce = 10_000;

    public string Name => NodeName;
    public IReadOnlyList<string> After => [ReplicateNode.NodeName];

    public async Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken) =>
        [.. (await schema.TablesAsync(cancellationToken)).Select(table => $"{Databases.Clean}.{table.Name}")];

    public async Task RunAsync(NodeRun run, CancellationToken cancellationToken)
    {
        await files.FindAsync(cancellationToken);
        var waiting = await register.WaitingAsync(Feed.Tables, ObjectsAtOnce, cancellationToken);
        if (waiting.Count == 0)
            return;
        await run.FoundWorkAsync(cancellationToken);
        var tables = (await schema.TablesAsync(cancellationToken)).ToDictionary(table => table.Name);
        foreach (var feed in waiting.GroupBy(landed => landed.Feed))
            if (tables.TryGetValue(Feed.TableOf(feed.Key), out var table))
                await cleaner.CleanAsync(table, [.. feed], run, cancellationToken);
            else
                foreach (var landed in feed)
                    await register.SetAsideAsync(landed, LandedState.Refused, $"sakila has no table '{Feed.TableOf(feed.Key)}' with a primary key.", cancellationToken);
    }
}

internal static class CleaningExtensions
{
    public static IServiceCollection AddCleaning(this IServiceCollection services)
    {
        services.AddOptions<CleaningOptions>().BindConfiguration("Cleaning").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<KeyOrderedFiles>().AddSingleton<TableFiles>().AddSingleton<TableCleaner>().AddSingleton<INode, CleanNode>();
    }
}
