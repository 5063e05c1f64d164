using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>Makes clean tables of what vendors' files have landed.</summary>
internal sealed class VendorNode(VendorScan scan, LandingRegister register, VendorTables tables) : INode
{
    public const string NodeName = "vendor";
    private const int ObjectsAtOnce = 10_000;
    private bool _ensured;

    public string Name => NodeName;
    public IReadOnlyList<string> After => [];

    public Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. VendorSource.All.Select(source => $"{Databases.Clean}.{source.Name}")]);

    public async Task RunAsync(NodeRun run, CancellationToken cancellationToken)
    {
        await scan.FindAsync(cancellationToken);
        await TakeAsync(await register.WaitingAsync(Feed.Vendor, ObjectsAtOnce, cancellationToken), run, cancellationToken);
        if (_ensured)
            return;
        await tables.EnsureAsync(run, cancellationToken);
        _ensured = true;
    }

    private async Task TakeAsync(List<LandedObject> waiting, NodeRun run, CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
            return;
        await run.FoundWorkAsync(cancellationToken);
        foreach (var feed in waiting.GroupBy(landed => Feed.VendorOf(landed.Feed)))
            if (VendorSource.Find(feed.Key) is { } source)
                await tables.TakeAsync(source, [.. feed], run, cancellationToken);
            else
                foreach (var landed in feed)
                    await register.SetAsideAsync(landed, LandedState.Refused, $"There is no source '{feed.Key}'; there are {string.Join(", ", VendorSource.All.Select(s => s.Name))}.", cancellationToken);
    }
}
