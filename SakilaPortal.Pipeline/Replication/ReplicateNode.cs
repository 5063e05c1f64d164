using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Replication;

/// <summary>Brings MySQL to the landing zone: first every row of a table, then what changes.</summary>
internal sealed class ReplicateNode(
    MySqlDataSource database, SourceSchema schema, ReplicationState state, FullLoad fullLoad, ChangeCapture capture, KeyReconcile reconcile,
    IOptions<ReplicationOptions> options) : INode
{
    public const string NodeName = "replicate";

    public string Name => NodeName;
    public IReadOnlyList<string> After => [];

    public async Task RunAsync(NodeRun run, CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
            return;
        var tables = await schema.TablesAsync(cancellationToken);
        var watermarks = await state.ReadAsync(cancellationToken);
        await using var snapshot = await Snapshot.OpenAsync(database, TimeSpan.FromSeconds(options.Value.OverlapSeconds), cancellationToken);
        foreach (var table in tables.Where(table => !watermarks.ContainsKey(table.Name)))
        {
            await run.FoundWorkAsync(cancellationToken);
            await fullLoad.RunAsync(snapshot, table, run, cancellationToken);
        }
        var loaded = tables.Where(table => watermarks.ContainsKey(table.Name)).ToList();
        if (await reconcile.RunWhenDueAsync(snapshot, loaded, watermarks, run, cancellationToken))
            watermarks = await state.ReadAsync(cancellationToken);
        await capture.RunAsync(snapshot, loaded, watermarks, run, cancellationToken);
    }
}

internal static class ReplicationExtensions
{
    public static IServiceCollection AddReplication(this IServiceCollection services)
    {
        services.AddOptions<ReplicationOptions>().BindConfiguration("Replication").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<SourceSchema>()
            .AddSingleton<ReplicationState>()
            .AddSingleton<FullLoad>()
            .AddSingleton<ChangeFiles>()
            .AddSingleton<ChangeCapture>()
            .AddSingleton<KeyReconcile>()
            .AddSingleton<CleanKeys>()
            .AddSingleton<KeyComparison>()
            .AddSingleton<ChangedReferences>()
            .AddSingleton<INode, ReplicateNode>();
    }
}
