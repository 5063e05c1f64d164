using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog.Events;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Catalog;

/// <summary>Finds landed events, catalogues where they lie, and takes each in once.</summary>
internal sealed class CrawlNode(
    LandingScan scan, LandingRegister register, StreamingTable table, EventObjects objects, EventBatches batches,
    IOptions<EventOptions> options) : INode
{
    public const string NodeName = "crawl";
    private const int ObjectsAtOnce = 500;

    public string Name => NodeName;
    public IReadOnlyList<string> After => [];

    public Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([$"{Databases.Landing}.{StreamingTable.Name}"]);

    public async Task RunAsync(NodeRun run, CancellationToken cancellationToken)
    {
        await scan.FindEventsAsync(cancellationToken);
        await table.CrawlAsync([], cancellationToken);
        while (await register.WaitingAsync(Feed.Streaming, ObjectsAtOnce, cancellationToken) is { Count: > 0 } waiting)
        {
            await run.FoundWorkAsync(cancellationToken);
            await table.CrawlAsync(waiting.Select(landed => landed.ObjectKey), cancellationToken);
            await TakeAsync(waiting, run, cancellationToken);
        }
    }

    private async Task TakeAsync(List<LandedObject> waiting, NodeRun run, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        var read = new List<EventObject>();
        foreach (var landed in waiting)
        {
            if (await objects.ReadAsync(landed, scratch, cancellationToken) is { } known)
                read.Add(known);
            else
                await register.SetAsideAsync(landed, LandedState.Gone, "It is no longer there with this content.", cancellationToken);
            if (read.Sum(o => o.Events.Count) >= options.Value.PerBatch)
                break;
        }
        await table.AddColumnsAsync(read.SelectMany(o => o.OtherFields), cancellationToken);
        if (read.Count > 0)
            await batches.TakeAsync(read, run, cancellationToken);
    }
}
