using MySqlConnector;
using SakilaPortal.Api.Lake.Athena;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Ledger;

/// <summary>The equalities of rows: MySQL against clean, clean against fact_sales.</summary>
internal sealed class RowEqualities(MySqlDataSource database, LakeQueries queries, TimeProvider clock)
{
    // A change is in fact_sales within seconds; after a minute it is late.
    private static readonly TimeSpan OnTime = TimeSpan.FromMinutes(1);
    private const int MostBlocks = 8, MostNamed = 1000;

    private readonly SourceRows payments = new(KeyedTable.Payment, database), rentals = new(KeyedTable.Rental, database);
    private readonly LakeRows cleanPayments = new(KeyedTable.Payment, "cleanzonedb", "payment", database, queries);
    private readonly LakeRows cleanRentals = new(KeyedTable.Rental, "cleanzonedb", "rental", database, queries);
    private readonly LakeRows sales = new(KeyedTable.Payment, "curatedzonedb", "fact_sales", database, queries);

    /// <param name="Rows">The rows of blocks.</param>
    /// <param name="Doubt">Told of blocks that differ: they are counted again at the next look, so that what was mended is seen.</param>
    private sealed record Side(
        IReadOnlyDictionary<long, Block>? Blocks, Func<IReadOnlyList<long>, Task<Dictionary<long, KeyedRow>>> Rows, Action<IEnumerable<long>> Doubt);

    public async Task<IReadOnlyList<LedgerEquality>> CompareAsync(bool anew, CancellationToken cancellationToken)
    {
        var (paid, cleanPaid) = (await OfSourceAsync(payments, anew, cancellationToken), await OfLakeAsync(cleanPayments, anew, cancellationToken));
        return
        [
            await CompareAsync("payments: mysql = clean", paid, cleanPaid, payments, KeyedTable.Payment, cancellationToken),
            await CompareAsync("payments: clean = fact_sales", cleanPaid, await OfLakeAsync(sales, anew, cancellationToken), payments, KeyedTable.Payment, cancellationToken),
            await CompareAsync("rentals: mysql = clean", await OfSourceAsync(rentals, anew, cancellationToken),
                await OfLakeAsync(cleanRentals, anew, cancellationToken), rentals, KeyedTable.Rental, cancellationToken),
        ];
    }

    private static async Task<Side> OfSourceAsync(SourceRows source, bool anew, CancellationToken cancellationToken) => new(
        await source.CountAsync(anew, cancellationToken),
        async blocks => (await source.RowsAsync(blocks, cancellationToken)).ToDictionary(row => row.Key, row => new KeyedRow(row.Value.Amount, 1)),
        source.Doubt);

    private static async Task<Side> OfLakeAsync(LakeRows lake, bool anew, CancellationToken cancellationToken) =>
        new(await lake.CountAsync(anew, cancellationToken), blocks => lake.RowsAsync(blocks, cancellationToken), lake.Doubt);

    private async Task<LedgerEquality> CompareAsync(
        string name, Side left, Side right, SourceRows source, KeyedTable table, CancellationToken cancellationToken)
    {
        var (leftSum, rightSum) = (Sum(left.Blocks), Sum(right.Blocks));
        var equality = new LedgerEquality(name, leftSum?.Rows, rightSum?.Rows, null, [],
            LeftAmount: table.Amount is null ? null : leftSum?.Amount, RightAmount: table.Amount is null ? null : rightSum?.Amount);
        if (left.Blocks is null || right.Blocks is null)
            return equality with { Note = "A table of it has not been published yet." };
        long[] differing = [.. left.Blocks.Keys.Union(right.Blocks.Keys).Where(block => left.Blocks.GetValueOrDefault(block) != right.Blocks.GetValueOrDefault(block))];
        left.Doubt(differing);
        right.Doubt(differing);
        return differing.Length == 0 ? equality with { Holds = true } : await NameAsync(equality, left, right, differing, source, cancellationToken);
    }

    private async Task<LedgerEquality> NameAsync(
        LedgerEquality equality, Side left, Side right, long[] differing, SourceRows source, CancellationToken cancellationToken)
    {
        long[] looked = [.. differing.Order().Take(MostBlocks)];
        var (lefts, rights) = (await left.Rows(looked), await right.Rows(looked));
        long[] missing = [.. lefts.Keys.Where(id => !rights.TryGetValue(id, out var other) || other.Amount != lefts[id].Amount).Order()];
        long[] extra = [.. rights.Keys.Where(id => !lefts.ContainsKey(id) || rights[id].Times > lefts[id].Times).Order()];

        var since = clock.GetUtcNow().UtcDateTime - OnTime;
        var recent = (await source.RowsAsync(looked, cancellationToken)).Where(row => row.Value.At >= since).Select(row => row.Key)
            .Concat(await source.DeletedSinceAsync(since, cancellationToken)).ToHashSet();
        long[] late = [.. missing.Where(id => !recent.Contains(id))], surplus = [.. extra.Where(id => !recent.Contains(id))];
        var isBroken = late.Length + surplus.Length > 0;
        return equality with
        {
            Holds = isBroken ? false : null,
            Missing = [.. late.Take(MostNamed).Select(id => $"{id}")],
            MissingTotal = late.Length,
            Extra = [.. surplus.Take(MostNamed).Select(id => rights[id].Times > 1 ? $"{id} ({rights[id].Times} times)" : $"{id}")],
            UnderWay = missing.Union(extra).Count(recent.Contains),
            Note = differing.Length > looked.Length ? $"Rows of {looked.Length} of {differing.Length} differing ranges are named; mend these, and the next ones are." : null,
        };
    }

    private static Block? Sum(IReadOnlyDictionary<long, Block>? blocks) =>
        blocks is null ? null : new(blocks.Values.Sum(block => block.Rows), blocks.Values.Sum(block => block.Keys), blocks.Values.Sum(block => block.Amount));
}
