using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Transforms.Star;

/// <summary>Which payments an increment of <c>fact_sales</c> makes again, and which files of the clean tables it reads for them.</summary>
internal sealed class SalesIncrement(
    InputVersions inputs, TableVersions versions, UnmatchedSales unmatched, GlueCatalog catalog, Unload unload, AthenaQueries queries)
{
    public static readonly string[] Sources = ["payment", "rental", "inventory"];

    public static string Input(string source) => $"{Databases.Clean}.{source}";

    /// <summary>Points the work tables at what is to be read.</summary>
    /// <returns>The query that answers the payments to make again; empty when no sale is concerned.</returns>
    public async Task<SalesPlan> PlanAsync(TableVersion current, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, IReadOnlyList<LakeFile>>();
        foreach (var source in Sources)
            files[source] = (await versions.CurrentAsync(Databases.Clean, source, cancellationToken)).Files;
        var changes = await ChangesAsync(current, cancellationToken);
        var plan = changes is null ? new SalesPlan(Sql("fact_sales_all"), IsWhole: true) : await IncrementAsync(changes, files, cancellationToken);
        if (!plan.IsEmpty)
            await Task.WhenAll(Sources.Select(source => ReadAsync($"fact_{source}", source, files[source], cancellationToken)));
        return plan;
    }

    /// <summary>What has changed in each source; null when that is no longer known.</summary>
    private async Task<Dictionary<string, InputChange>?> ChangesAsync(TableVersion current, CancellationToken cancellationToken)
    {
        var changes = new Dictionary<string, InputChange>();
        foreach (var source in Sources)
            if (current.Inputs.TryGetValue(Input(source), out var since) && await inputs.ChangeAsync(Input(source), since, cancellationToken) is { } change)
                changes[source] = change;
        return changes.Count == Sources.Length ? changes : null;
    }

    /// <param name="files">All files of each source; left with those to read.</param>
    private async Task<SalesPlan> IncrementAsync(
        Dictionary<string, InputChange> changes, Dictionary<string, IReadOnlyList<LakeFile>> files, CancellationToken cancellationToken)
    {
        await Task.WhenAll(changes.SelectMany(change => new[]
        {
            ReadAsync($"fact_{change.Key}_added", change.Key, change.Value.Added, cancellationToken),
            ReadAsync($"fact_{change.Key}_removed", change.Key, change.Value.Removed, cancellationToken),
        }));
        var needs = (await queries.RowsAsync(NeedsSql(files), cancellationToken)).ToLookup(row => row[0], row => long.Parse(row[1]));
        // Rare: it asks all sales and all rentals.
        if (needs["changed"].Sum() > 0 || await unmatched.AnyAsync(cancellationToken))
            return new($"{Sql("fact_sales_came")}\nUNION\n{Sql("fact_sales_again")}");
        if (needs["touched"].Sum() == 0)
            return new("");
        files["payment"] = changes["payment"].Added;
        files["rental"] = [.. needs["rental"].Select(number => files["rental"][(int)number])];
        if (needs["elsewhere"].Sum() == 0)
            files["inventory"] = [.. needs["inventory"].Select(number => files["inventory"][(int)number])];
        return new(Sql("fact_sales_came"));
    }

    private static string NeedsSql(Dictionary<string, IReadOnlyList<LakeFile>> files) => Sql("fact_sales_needs")
        .Replace(":rental_files", Ranges(files["rental"]), StringComparison.Ordinal).Replace(":inventory_files", Ranges(files["inventory"]), StringComparison.Ordinal);

    /// <summary>The key ranges of files, behind one that nothing falls into: VALUES wants a row.</summary>
    private static string Ranges(IReadOnlyList<LakeFile> files) =>
        string.Join(", ", files.Select((file, number) => $"({number}, {file.FirstKey}, {file.LastKey})").Prepend("(-1, 0, -1)"));

    private async Task ReadAsync(string name, string source, IReadOnlyList<LakeFile> files, CancellationToken cancellationToken) =>
        await unload.ReadCleanAsync(name, await catalog.ColumnsAsync(Databases.Clean, source, cancellationToken), files, cancellationToken);

    private static string Sql(string name) => EmbeddedSql.Read($"Transforms/Star/{name}.sql");
}

/// <param name="Touched">Answers the ids of the payments to make again.</param>
/// <param name="IsWhole">They are all there are.</param>
internal sealed record SalesPlan(string Touched, bool IsWhole = false)
{
    public bool IsEmpty => Touched == "";
}
