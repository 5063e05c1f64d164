using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>What changed between two results of a report, and whether the data or the question did.</summary>
internal static class RunComparison
{
    private const long MostRows = 200_000;
    private const int MostShown = 500;
    private const char Between = '\u001f';

    /// <param name="against">An earlier run; the last one of the same report and values where left out.</param>
    public static async Task<Results<Ok<RunChanges>, NoContent, ProblemHttpResult>> GetAsync(
        string id, string? against, RunBook book, RunEnds ends, StoredResults results, CancellationToken cancellationToken)
    {
        var (row, problem) = await RunResults.EndedAsync(id, book, ends, cancellationToken);
        if (problem is not null)
            return problem;
        var before = against is null ? await PreviousAsync(row!, book, cancellationToken) : null;
        if (against is not null)
            (before, problem) = await RunResults.EndedAsync(against, book, ends, cancellationToken);
        if (problem is not null)
            return problem;
        if (before is null)
            return TypedResults.NoContent();
        if (before.RowCount > MostRows || row!.RowCount > MostRows)
            return Problems.Impossible("against", $"Only results of at most {MostRows:N0} rows are compared; sum up further in the report.");
        return await results.OpenAsync(row!, cancellationToken) is { } after && await results.OpenAsync(before, cancellationToken) is { } earlier
            ? TypedResults.Ok(await CompareAsync(before, earlier, row!, after, cancellationToken))
            : RunResults.TooLarge();
    }

    // The last one with other data or text says more than one that took over the same result.
    private static async Task<RunRow?> PreviousAsync(RunRow row, RunBook book, CancellationToken cancellationToken)
    {
        var earlier = (await book.BeforeAsync(row, cancellationToken)).Where(run => run.ExecutionId != row.ExecutionId).ToList();
        return earlier.Find(run => Differences(run, row).Count == 0) ?? earlier.FirstOrDefault();
    }

    private static async Task<RunChanges> CompareAsync(RunRow before, StoredResult earlier, RunRow after, StoredResult later, CancellationToken cancellationToken)
    {
        var columns = later.Columns.Select(column => column.Name).ToList();
        var isSameShape = columns.SequenceEqual(earlier.Columns.Select(column => column.Name));
        int[] keys = [.. Enumerable.Range(0, columns.Count).Where(i => !ColumnMeaning.IsMeasure(later.Columns[i]))];
        var rows = new Changes();
        if (isSameShape)
            await rows.ReadAsync(earlier, later, keys, cancellationToken);
        return new(
            before.ToSummary(), before.ReportSql != after.ReportSql, Differences(before, after), Tables(before, after), !isSameShape,
            [.. keys.Select(i => columns[i])], rows.Added, rows.Removed, rows.Changed, rows.Unchanged, rows.Shown, after.IncludedEvents?.Included);
    }

    private static IReadOnlyList<string> Differences(RunRow before, RunRow after)
    {
        var (earlier, later) = (before.Values, after.Values);
        return [.. earlier.Keys.Union(later.Keys).Where(name => earlier.GetValueOrDefault(name) != later.GetValueOrDefault(name)).Order(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<TableChange> Tables(RunRow before, RunRow after)
    {
        var (earlier, later) = (before.States.ToDictionary(state => state.Table), after.States.ToDictionary(state => state.Table));
        return [.. earlier.Keys.Union(later.Keys).Where(table => earlier.GetValueOrDefault(table)?.State != later.GetValueOrDefault(table)?.State)
            .Order(StringComparer.Ordinal).Select(table => new TableChange(table, earlier.GetValueOrDefault(table)?.Version, later.GetValueOrDefault(table)?.Version))];
    }

    private sealed class Changes
    {
        public List<RowChange> Shown { get; } = [];
        public long Added { get; private set; }
        public long Removed { get; private set; }
        public long Changed { get; private set; }
        public long Unchanged { get; private set; }

        // Rows of one key are told apart by how many of them came before.
        public async Task ReadAsync(StoredResult earlier, StoredResult later, int[] keys, CancellationToken cancellationToken)
        {
            var known = new Dictionary<string, string?[]>((int)earlier.RowCount);
            var seen = new Dictionary<string, int>();
            await foreach (var row in earlier.ReadAsync(0, long.MaxValue, cancellationToken))
                known[KeyOf(row, keys, seen)] = row;
            seen.Clear();
            await foreach (var row in later.ReadAsync(0, long.MaxValue, cancellationToken))
                Note(known.Remove(KeyOf(row, keys, seen), out var before) ? before : null, row);
            foreach (var row in known.Values)
                Note(row, null);
        }

        private void Note(string?[]? before, string?[]? after)
        {
            if (before is not null && after is not null && before.SequenceEqual(after))
            {
                Unchanged++;
                return;
            }
            var kind = before is null ? "added" : after is null ? "removed" : "changed";
            (Added, Removed, Changed) = (Added + (kind == "added" ? 1 : 0), Removed + (kind == "removed" ? 1 : 0), Changed + (kind == "changed" ? 1 : 0));
            if (Shown.Count < MostShown)
                Shown.Add(new(kind, before, after));
        }

        private static string KeyOf(string?[] row, int[] keys, Dictionary<string, int> seen)
        {
            var key = string.Join(Between, keys.Select(i => row[i] ?? "\0"));
            var number = seen[key] = seen.GetValueOrDefault(key) + 1;
            return number == 1 ? key : $"{key}{Between}{number}";
        }
    }
}
