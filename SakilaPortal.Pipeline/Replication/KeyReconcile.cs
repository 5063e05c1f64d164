using Dapper;
using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Replication;

/// <summary>
/// Finds what last_update does not tell: rows that others than the portal deleted, or brought in with an old time. Each clean file says how
/// many keys it holds and their sum; only where MySQL says otherwise of the same stretch of keys are the keys themselves compared.
/// </summary>
internal sealed class KeyReconcile(
    MySqlDataSource database, CleanKeys clean, ChangeFiles files, ReplicationState state, LandingRegister register, IOptions<ReplicationOptions> options, TimeProvider time)
{
    private const string TaskName = "reconcile keys";
    private const int RangesAtOnce = 50;
    private DateTime? _doneAt;

    /// <returns>Whether it was time.</returns>
    public async Task<bool> RunWhenDueAsync(
        Snapshot snapshot, IReadOnlyList<SourceTable> tables, Dictionary<string, Watermark> watermarks, NodeRun run, CancellationToken cancellationToken)
    {
        _doneAt ??= await ReadDoneAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        if (tables.Count == 0 || now < _doneAt.Value.AddMinutes(options.Value.ReconcileMinutes))
            return false;
        foreach (var table in tables)
            await ReconcileAsync(snapshot, table, watermarks[table.Name], run, cancellationToken);
        await WriteDoneAsync(now, cancellationToken);
        _doneAt = now;
        return true;
    }

    private async Task ReconcileAsync(Snapshot snapshot, SourceTable table, Watermark watermark, NodeRun run, CancellationToken cancellationToken)
    {
        // What has landed and is not clean yet would be taken for a difference.
        if ((await register.WaitingAsync(Feed.OfTable(table.Name), 1, cancellationToken)).Count > 0)
            return;
        using var scratch = new ScratchFolder();
        using var csv = files.NewCsv(table, scratch);
        foreach (var ranges in (await clean.RangesAsync(table, cancellationToken)).Chunk(RangesAtOnce))
            foreach (var range in await DifferingAsync(snapshot, table, ranges, cancellationToken))
                await CompareAsync(snapshot, table, range, watermark, csv, cancellationToken);
        if (csv.Rows == 0)
            return;
        await run.FoundWorkAsync(cancellationToken);
        var landed = await files.LandAsync(new(table, watermark, snapshot.At, csv.Finish(), csv.Rows), cancellationToken);
        await state.WriteAsync([landed.Watermark], landed.Arrivals, [], cancellationToken);
        run.Add(csv.Rows, landed.Arrivals.Sum(file => file.Bytes), landed.Arrivals.Count);
    }

    private static async Task<IEnumerable<CleanRange>> DifferingAsync(
        Snapshot snapshot, SourceTable table, CleanRange[] ranges, CancellationToken cancellationToken)
    {
        var sum = table.Column(table.Key[0]).IsWholeNumber ? $"COALESCE(SUM(CAST(t.{SourceSql.Name(table.Key[0])} AS DECIMAL(38,0))), 0)" : "NULL";
        var counts = ranges.Select((range, i) =>
            $"SELECT CAST({i} AS SIGNED) AS Place, COUNT(*) AS Count, CAST({sum} AS CHAR) AS Sum FROM {SourceSql.Table(table)} t WHERE {Within(table, range)}");
        var source = (await snapshot.QueryAsync<Counted>(string.Join(" UNION ALL ", counts), null, cancellationToken)).ToDictionary(row => row.Place);
        return ranges.Where((range, i) => source[i].Count != range.File.RowCount || (range.File.KeySum is { } keys && source[i].Sum is { } theirs && keys != theirs));
    }

    private async Task CompareAsync(
        Snapshot snapshot, SourceTable table, CleanRange range, Watermark watermark, CsvFiles csv, CancellationToken cancellationToken)
    {
        if (await clean.ReadAsync(table, range, cancellationToken) is not { } gone)
            return;
        var keys = table.Columns.Index().Where(column => table.Key.Contains(column.Item.Name)).ToDictionary(column => column.Item.Name, column => column.Index);
        // Younger rows are told of by their last_update.
        var isOld = table.HasLastUpdate ? $"(t.{SourceTable.LastUpdate} < @ChangesFrom OR t.{SourceTable.LastUpdate} IS NULL)" : "TRUE";
        var columns = string.Join(", ", table.Key.Select(column => $"CAST(t.{SourceSql.Name(column)} AS CHAR)"));
        var missing = new HashSet<string>();
        var sql = $"SELECT {columns}, CAST({isOld} AS CHAR) FROM {SourceSql.Table(table)} t WHERE {Within(table, range)}";
        await foreach (var row in snapshot.RowsAsync(sql, new { watermark.ChangesFrom }, cancellationToken))
            if (!gone.Remove(CleanKeys.Joined(row[..^1])) && row[^1] == "1")
                missing.Add(CleanKeys.Joined(row[..^1]));

        foreach (var parts in gone.Select(CleanKeys.Parts))
            csv.Write(["D", .. table.Columns.Select(column => table.Key.Contains(column.Name) ? parts[table.Key.Index().First(key => key.Item == column.Name).Index] : null)]);
        if (missing.Count == 0)
            return;
        await foreach (var row in snapshot.RowsAsync($"{SourceSql.Select(table)} WHERE {Within(table, range)}", null, cancellationToken))
            if (missing.Contains(CleanKeys.Joined(table.Key.Select(column => row[keys[column]]))))
                csv.Write(["I", .. row]);
    }

    private static string Within(SourceTable table, CleanRange range)
    {
        var key = $"t.{SourceSql.Name(table.Key[0])}";
        return !table.Column(table.Key[0]).IsWholeNumber ? "TRUE"
            : (range.From == long.MinValue ? "TRUE" : $"{key} >= {range.From}") + (range.To == long.MaxValue ? "" : $" AND {key} <= {range.To}");
    }

    private async Task<DateTime> ReadDoneAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var done = await connection.ExecuteScalarAsync<DateTime?>(
            new("SELECT done_until FROM portal.upkeep WHERE task = @TaskName", new { TaskName }, cancellationToken: cancellationToken));
        return done ?? DateTime.UnixEpoch;
    }

    private async Task WriteDoneAsync(DateTime now, CancellationToken cancellationToken)
    {
        const string sql = "INSERT INTO portal.upkeep (task, done_until) VALUES (@TaskName, @now) ON DUPLICATE KEY UPDATE done_until = @now";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new(sql, new { TaskName, now }, cancellationToken: cancellationToken));
    }

    // By its properties, since servers differ in the type that they give a plain number.
    private sealed class Counted
    {
        public long Place { get; init; }
        public long Count { get; init; }
        public string? Sum { get; init; }
    }
}
