using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Transforms.Star;

/// <summary><c>dim_date</c>: whole years, from the earliest date of the data, or this year, to the latest, or the next year. It only grows.</summary>
internal sealed class DateDimension(StarTables tables, TableVersions versions, AthenaQueries queries, KeyedTransform transform, TimeProvider time)
{
    private (long Version, int First, int Last) _covered;

    public Task CoverPresentAsync(NodeRun run, CancellationToken cancellationToken)
    {
        var year = time.GetUtcNow().Year;
        return _covered.First > year || _covered.Last <= year || run.Run.IsAfterTrouble ? CoverAsync(year, year + 1, run, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Sees to it that these years are in the dimension.</summary>
    public async Task CoverAsync(int firstYear, int lastYear, NodeRun run, CancellationToken cancellationToken)
    {
        var table = tables.Dates;
        var current = await versions.CurrentAsync(table.Database, table.Name, cancellationToken);
        await ReadCoveredAsync(current, cancellationToken);
        if (_covered.First <= firstYear && _covered.Last >= lastYear)
            return;
        await run.FoundWorkAsync(cancellationToken);
        var (first, last) = current.Number == 0 ? (firstYear, lastYear) : (Math.Min(firstYear, _covered.First), Math.Max(lastYear, _covered.Last));
        var target = new TransformTarget(table, current, ["date_key"], new Dictionary<string, long>());
        await transform.RunAsync(target, $"SELECT 'U' AS op, made.* FROM (\n{Days(first, last)}\n) AS made", [], run, cancellationToken);
    }

    /// <summary>The query that answers the days of these years.</summary>
    public static string Days(int firstYear, int lastYear) => EmbeddedSql.Read("Transforms/Star/dim_date.sql")
        .Replace(":first_year", $"{firstYear}", StringComparison.Ordinal).Replace(":last_year", $"{lastYear}", StringComparison.Ordinal);

    private async Task ReadCoveredAsync(TableVersion current, CancellationToken cancellationToken)
    {
        if (current.Number == _covered.Version && current.Number > 0)
            return;
        _covered = current.Number == 0 ? (0, int.MaxValue, int.MinValue) : (
            current.Number,
            (int)await queries.NumberAsync($"SELECT min(year) FROM {tables.Dates}", cancellationToken),
            (int)await queries.NumberAsync($"SELECT max(year) FROM {tables.Dates}", cancellationToken));
    }
}
