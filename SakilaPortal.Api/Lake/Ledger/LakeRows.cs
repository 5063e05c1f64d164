using System.Globalization;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Lake.Athena;

namespace SakilaPortal.Api.Lake.Ledger;

/// <summary>A lake table's side of a comparison, counted through Athena: all once, then the blocks that a new version's files touch.</summary>
internal sealed class LakeRows(KeyedTable rows, string databaseName, string tableName, MySqlDataSource database, LakeQueries queries)
{
    private readonly Dictionary<long, Block> blocks = [];
    private readonly HashSet<long> doubtful = [];
    private long countedVersion;

    private sealed record TouchedFile(long? FirstKey, long? LastKey);

    public string Name => $"{databaseName}.{tableName}";

    /// <summary>Null while the table was never published.</summary>
    public async Task<IReadOnlyDictionary<long, Block>?> CountAsync(bool anew, CancellationToken cancellationToken)
    {
        const string sql = "SELECT MAX(version) FROM portal.table_version WHERE database_name = @databaseName AND table_name = @tableName";
        if (await database.FirstAsync<long?>(sql, new { databaseName, tableName }, cancellationToken) is not { } version)
            return null;
        if (version == countedVersion && !anew && doubtful.Count == 0)
            return blocks;
        var touched = anew || countedVersion == 0 ? null : await TouchedAsync(cancellationToken);
        touched?.UnionWith(doubtful);
        doubtful.Clear();
        if (touched is null)
            blocks.Clear();
        foreach (var block in touched ?? [])
            blocks.Remove(block);
        if (touched is not { Count: 0 })
            await foreach (var row in queries.RowsAsync($"""
                SELECT {rows.Key} / {KeyedTable.BlockSize}, count(*), count(DISTINCT {rows.Key}), {(rows.Amount is null ? "0" : $"sum({rows.Amount})")}
                FROM {Name} {(touched is null ? "" : $"WHERE {KeyedTable.InBlocks(rows.Key, touched)}")}
                GROUP BY 1
                """, cancellationToken))
                blocks[Number(row[0])] = new(Number(row[1]), Number(row[2]), Decimal(row[3]));
        countedVersion = version;
        return blocks;
    }

    /// <summary>Blocks to count again at the next look, although nothing tells that they changed.</summary>
    public void Doubt(IEnumerable<long> some) => doubtful.UnionWith(some);

    /// <summary>The rows of some blocks by their keys.</summary>
    public async Task<Dictionary<long, KeyedRow>> RowsAsync(IEnumerable<long> inBlocks, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, KeyedRow>();
        var sql = $"SELECT {rows.Key}, {rows.Amount ?? "0"} FROM {Name} WHERE {KeyedTable.InBlocks(rows.Key, inBlocks)}";
        await foreach (var row in queries.RowsAsync(sql, cancellationToken))
            found[Number(row[0])] = new(Decimal(row[1]), found.GetValueOrDefault(Number(row[0])).Times + 1);
        return found;
    }

    /// <summary>The blocks of the files that came or went since what is counted; null when a file does not tell its keys.</summary>
    private async Task<HashSet<long>?> TouchedAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT first_key, last_key FROM portal.table_file
            WHERE database_name = @databaseName AND table_name = @tableName AND (added_version > @countedVersion OR removed_version > @countedVersion)
            """;
        var touched = new HashSet<long>();
        foreach (var file in await database.ListAsync<TouchedFile>(sql, new { databaseName, tableName, countedVersion }, cancellationToken))
        {
            if (file is not { FirstKey: { } first, LastKey: { } last })
                return null;
            for (var block = first / KeyedTable.BlockSize; block <= last / KeyedTable.BlockSize; block++)
                touched.Add(block);
        }
        return touched;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Decimal(string text) => text.Length == 0 ? 0 : decimal.Parse(text, CultureInfo.InvariantCulture);
}
