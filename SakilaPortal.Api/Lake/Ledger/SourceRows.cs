using MySqlConnector;
using SakilaPortal.Api.Data;

namespace SakilaPortal.Api.Lake.Ledger;

/// <summary>MySQL's side of a comparison. Blocks are counted once, and again when a row in them has changed or was deleted through the portal.</summary>
internal sealed class SourceRows(KeyedTable table, MySqlDataSource database)
{
    // Longer than a transaction stays open: what it changed carries the time at which it began to.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);
    private readonly Dictionary<long, Block> blocks = [];
    private readonly HashSet<long> doubtful = [];
    private DateTime? countedUntil;

    private sealed record Row(long Block, long Rows, decimal Amount);

    public sealed record Changed(long Id, decimal Amount, DateTime At);

    /// <param name="anew">Counts every block, whatever is known of it.</param>
    public async Task<IReadOnlyDictionary<long, Block>> CountAsync(bool anew, CancellationToken cancellationToken)
    {
        var now = await database.FirstAsync<DateTime>("SELECT UTC_TIMESTAMP()", null, cancellationToken);
        var changed = anew || countedUntil is null ? null : await ChangedAsync(countedUntil.Value - Overlap, cancellationToken);
        changed?.UnionWith(doubtful);
        doubtful.Clear();
        if (changed is null)
            blocks.Clear();
        foreach (var block in changed ?? [])
            blocks.Remove(block);
        if (changed is not { Count: 0 })
            foreach (var row in await database.ListAsync<Row>($"""
                SELECT {table.Key} DIV {KeyedTable.BlockSize} block, COUNT(*) `rows`, {(table.Amount is null ? "0" : $"COALESCE(SUM({table.Amount}), 0)")} amount
                FROM {table.Name} {(changed is null ? "" : $"WHERE {KeyedTable.InBlocks(table.Key, changed)}")}
                GROUP BY 1
                """, null, cancellationToken))
                blocks[row.Block] = new(row.Rows, row.Rows, row.Amount);
        countedUntil = now;
        return blocks;
    }

    /// <summary>Blocks to count again at the next look, although nothing tells that they changed.</summary>
    public void Doubt(IEnumerable<long> some) => doubtful.UnionWith(some);

    /// <summary>The rows of some blocks, with the time of their last change.</summary>
    public async Task<Dictionary<long, Changed>> RowsAsync(IEnumerable<long> inBlocks, CancellationToken cancellationToken) =>
        (await database.ListAsync<Changed>($"""
            SELECT {table.Key} id, {table.Amount ?? "0"} amount, last_update `at` FROM {table.Name} WHERE {KeyedTable.InBlocks(table.Key, inBlocks)}
            """, null, cancellationToken)).ToDictionary(row => row.Id);

    /// <summary>What was deleted through the portal since then.</summary>
    public async Task<HashSet<long>> DeletedSinceAsync(DateTime since, CancellationToken cancellationToken) => [.. await database.ListAsync<long>($"""
        SELECT CAST(JSON_EXTRACT(key_json, '$.{table.Key}') AS SIGNED) FROM portal.tombstone WHERE table_name = @Name AND deleted_at >= @since
        """, new { table.Name, since }, cancellationToken)];

    private async Task<HashSet<long>> ChangedAsync(DateTime since, CancellationToken cancellationToken)
    {
        var sql = $"SELECT DISTINCT {table.Key} DIV {KeyedTable.BlockSize} FROM {table.Name} WHERE last_update >= @since";
        return
        [
            .. await database.ListAsync<long>(sql, new { since }, cancellationToken),
            .. (await DeletedSinceAsync(since, cancellationToken)).Select(id => id / KeyedTable.BlockSize),
        ];
    }
}
