namespace SakilaPortal.Pipeline.Replication;

/// <summary>
/// Compares the keys of MySQL with those of a clean table. Each clean file says how many keys it holds and their sum; only where MySQL says
/// otherwise of the same stretch of keys are the keys themselves read.
/// </summary>
internal sealed class KeyComparison(CleanKeys clean)
{
    private const int RangesAtOnce = 50;

    /// <param name="changesFrom">Rows younger than this are told of by their last_update.</param>
    public async Task CompareAsync(Snapshot snapshot, KeyDifference difference, DateTime changesFrom, CancellationToken cancellationToken)
    {
        foreach (var ranges in (await clean.RangesAsync(difference.Table, cancellationToken)).Chunk(RangesAtOnce))
            foreach (var range in await DifferingAsync(snapshot, difference.Table, ranges, cancellationToken))
                await CompareRangeAsync(snapshot, difference, range, changesFrom, cancellationToken);
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

    private async Task CompareRangeAsync(Snapshot snapshot, KeyDifference difference, CleanRange range, DateTime changesFrom, CancellationToken cancellationToken)
    {
        var (table, csv, allGone) = difference;
        if (await clean.ReadAsync(table, range, cancellationToken) is not { } gone)
            return;
        var keys = table.Columns.Index().Where(column => table.Key.Contains(column.Item.Name)).ToDictionary(column => column.Item.Name, column => column.Index);
        var isOld = table.HasLastUpdate ? $"(t.{SourceTable.LastUpdate} < @changesFrom OR t.{SourceTable.LastUpdate} IS NULL)" : "TRUE";
        var columns = string.Join(", ", table.Key.Select(column => $"CAST(t.{SourceSql.Name(column)} AS CHAR)"));
        var missing = new HashSet<string>();
        var sql = $"SELECT {columns}, CAST({isOld} AS CHAR) FROM {SourceSql.Table(table)} t WHERE {Within(table, range)}";
        await foreach (var row in snapshot.RowsAsync(sql, new { changesFrom }, cancellationToken))
            if (!gone.Remove(CleanKeys.Joined(row[..^1])) && row[^1] == "1")
                missing.Add(CleanKeys.Joined(row[..^1]));

        allGone.AddRange(gone);
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

    // By its properties, since servers differ in the type that they give a plain number.
    private sealed class Counted
    {
        public long Place { get; init; }
        public long Count { get; init; }
        public string? Sum { get; init; }
    }
}

/// <summary>How a table differs from its clean one: the changes that make up for it.</summary>
/// <param name="Gone">The keys that MySQL has not, joined.</param>
internal sealed record KeyDifference(SourceTable Table, CsvFiles Csv, List<string> Gone);
