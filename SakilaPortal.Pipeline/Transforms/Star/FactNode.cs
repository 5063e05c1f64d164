using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Cleaning;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Transforms.Star;

/// <summary>
/// <c>fact_sales</c>. What changed is found in the files by which the clean tables differ from what the fact was last made of, and only the
/// payments that this concerns are made again, so an increment costs the same however long the tables are.
/// </summary>
internal sealed class FactNode(
    StarTables tables, InputVersions inputs, TableVersions versions, GlueCatalog catalog, Unload unload, KeyedTransform transform, DateDimension dates) : INode
{
    public const string NodeName = "fact";
    private static readonly string[] Sources = ["payment", "rental", "inventory"];

    public string Name => NodeName;
    public IReadOnlyList<string> After => [DimensionsNode.NodeName];

    public Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([tables.Sales.ToString()]);

    public async Task RunAsync(NodeRun run, CancellationToken cancellationToken)
    {
        var numbers = await versions.NumbersAsync(Databases.Clean, cancellationToken);
        if (!Sources.All(numbers.ContainsKey))
            return;
        var table = tables.Sales;
        var current = await versions.CurrentAsync(table.Database, table.Name, cancellationToken);
        var target = new TransformTarget(table, current, ["payment_id"], Sources.ToDictionary(Input, source => numbers[source]));
        if (target.IsUpToDate)
            return;
        await run.FoundWorkAsync(cancellationToken);
        var isIncrement = await ReadChangesAsync(current, cancellationToken);
        var touched = isIncrement ? EmbeddedSql.Read("Transforms/Star/fact_sales_touched.sql") : $"SELECT CAST(payment_id AS bigint) AS payment_id FROM {Input("payment")}";
        await transform.RunAsync(
            target, $"WITH touched AS (\n{touched}\n)\n{EmbeddedSql.Read("Transforms/Star/fact_sales.sql")}", isIncrement ? [] : KeyedTransform.Everything,
            staged => CoverDatesAsync(staged, run, cancellationToken), run, cancellationToken);
    }

    private static string Input(string source) => $"{Databases.Clean}.{source}";

    /// <summary>Points <c>workzonedb.fact_{source}_added</c> and <c>…_removed</c> at the files that differ; false when that is no longer known.</summary>
    private async Task<bool> ReadChangesAsync(TableVersion current, CancellationToken cancellationToken)
    {
        var changes = await Task.WhenAll(Sources.Select(source => current.Inputs.TryGetValue(Input(source), out var since)
            ? inputs.ChangeAsync(Input(source), since, cancellationToken) : Task.FromResult<InputChange?>(null)));
        if (changes.Contains(null))
            return false;
        await Task.WhenAll(Sources.Zip(changes, async (source, change) =>
        {
            var columns = await catalog.ColumnsAsync(Databases.Clean, source, cancellationToken);
            await Task.WhenAll(
                unload.ReadCleanAsync($"fact_{source}_added", columns, change!.Added, cancellationToken),
                unload.ReadCleanAsync($"fact_{source}_removed", columns, change.Removed, cancellationToken));
        }));
        return true;
    }

    /// <summary>A sale's days are in dim_date before the sale is seen.</summary>
    private async Task CoverDatesAsync(CleanDatabase staged, NodeRun run, CancellationToken cancellationToken)
    {
        var years = staged.Query(
            "SELECT CAST(min(k) // 10000 AS INTEGER), CAST(max(k) // 10000 AS INTEGER) FROM (SELECT unnest([date_key, payment_date_key]) AS k FROM staged) WHERE k > 0 HAVING count(*) > 0",
            row => (First: row.GetInt32(0), Last: row.GetInt32(1)));
        foreach (var (first, last) in years)
            await dates.CoverAsync(first, last, run, cancellationToken);
    }
}
