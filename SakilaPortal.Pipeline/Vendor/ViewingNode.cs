using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Transforms;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>Catalogues landed viewing sessions where they lie, and takes each in once.</summary>
internal sealed class ViewingNode(LandingRegister register, ViewingTable landing, ViewingSessions sessions, Compaction compaction) : INode
{
    public const string NodeName = "viewing";
    private const int ObjectsAtOnce = 500;

    public string Name => NodeName;
    public IReadOnlyList<string> After => [CrawlNode.NodeName];

    public Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([$"{Databases.Landing}.{ViewingTable.Name}", $"{sessions.Table}"]);

    public async Task RunAsync(NodeRun run, CancellationToken cancellationToken)
    {
        while (await register.WaitingAsync(Feed.Viewing, ObjectsAtOnce, cancellationToken) is { Count: > 0 } waiting)
        {
            await run.FoundWorkAsync(cancellationToken);
            await landing.CrawlAsync(waiting.Select(landed => landed.ObjectKey), cancellationToken);
            await sessions.TakeAsync(waiting, run, cancellationToken);
            await compaction.RunAsync(sessions.Table, run, cancellationToken);
        }
    }
}
