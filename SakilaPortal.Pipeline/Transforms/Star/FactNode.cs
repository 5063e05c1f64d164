using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Cleaning;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Transforms.Star;

/// <summary>
/// <c>fact_sales</c>. What changed is found in the files by which the clean tables differ from what the fact was last made of, and only the
/// payments that this concerns are made again, so an increment costs the same however long the tables are.
/// </summary>
internal sealed class FactNode(StarTables tables, TableVersions versions, SalesIncrement increment, KeyedTransform transform, DateDimension dates) : INode
{
    public const string NodeName = "fact";

    public string Name => NodeName;
    public IReadOnlyList<string> After => [DimensionsNode.NodeName];

    public Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([tables.Sales.ToString()]);

    public async Task RunAsync(NodeRun run, CancellationToken cancellationToken)
    {
        var numbers = await versions.NumbersAsync(Databases.Clean, cancellationToken);
        if (!SalesIncrement.Sources.All(numbers.ContainsKey))
            return;
        var table = tables.Sales;
        var current = await versions.CurrentAsync(table.Database, table.Name, cancellationToken);
        var target = new TransformTarget(table, current, ["payment_id"], SalesIncrement.Sources.ToDictionary(SalesIncrement.Input, source => numbers[source]));
        if (target.IsUpToDate)
            return;
        await run.FoundWorkAsync(cancellationToken);
        var plan = await increment.PlanAsync(current, cancellationToken);
        if (plan.IsEmpty)
        {
            await versions.ConfirmAsync(table, current, target.Inputs, cancellationToken);
            return;
        }
        List<long> unmatched = [];
        await transform.RunAsync(
            target, $"WITH touched AS (\n{plan.Touched}\n)\n{EmbeddedSql.Read("Transforms/Star/fact_sales.sql")}", plan.IsWhole ? KeyedTransform.Everything : [],
            async staged =>
            {
                unmatched = UnmatchedSales.Among(staged);
                await CoverDatesAsync(staged, run, cancellationToken);
            },
            (connection, transaction) => UnmatchedSales.WriteAsync(connection, transaction, unmatched), run, cancellationToken);
    }

    /// <summary>A sale's days are in dim_date before the sale is seen.</summary>
    private async Task CoverDatesAsync(CleanDatabase staged, NodeRun run, CancellationToken cancellationToken)
    {
        var years = staged.Query("""
            SELECT CAST(min(k) // 10000 AS INTEGER), CAST(max(k) // 10000 AS INTEGER)
            FROM (SELECT unnest([date_key, payment_date_key]) AS k FROM staged)
            WHERE k > 0
            HAVING count(*) > 0
            """, row => (First: row.GetInt32(0), Last: row.GetInt32(1)));
        foreach (var (first, last) in years)
            await dates.CoverAsync(first, last, run, cancellationToken);
    }
}
