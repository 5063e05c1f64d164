using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Win32.SafeHandles;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>
/// A result in a local file that goes with it, to read from any row on. In memory are the places of every 64th row, and the orders asked for.
/// </summary>
internal sealed class StoredResult(SafeFileHandle file, IReadOnlyList<ResultColumn> columns) : IDisposable
{
    public const int MostSorted = 2_000_000;
    private const int BlockRows = 64;

    private readonly List<long> blocks = [];
    private readonly ConcurrentDictionary<(int Column, bool Descending), Lazy<Task<int[]>>> orders = [];

    public IReadOnlyList<ResultColumn> Columns => columns;

    public long RowCount { get; private set; }

    /// <summary>Of each column over all rows; null where it is no number.</summary>
    public IReadOnlyList<string?> Sums { get; private set; } = [];

    public IReadOnlyList<string?> Highest { get; private set; } = [];

    /// <summary>Walks the file once, to know the places of its rows and their sums.</summary>
    public async Task IndexAsync(CancellationToken cancellationToken)
    {
        var sums = columns.Select(column => ColumnMeaning.IsNumber(column) ? new ColumnSum() : null).ToArray();
        var rows = new CsvRows(From(0));
        await rows.ReadAsync(cancellationToken);
        for (var place = rows.Position; await rows.ReadAsync(cancellationToken) is { } row; place = rows.Position, RowCount++)
        {
            if (RowCount % BlockRows == 0)
                blocks.Add(place);
            for (var i = 0; i < Math.Min(row.Length, sums.Length); i++)
                sums[i]?.Add(row[i]);
        }
        Sums = [.. sums.Select(sum => sum?.ToString())];
        Highest = [.. sums.Select(sum => sum?.Highest?.ToString("R", CultureInfo.InvariantCulture))];
    }

    public async Task<IReadOnlyList<string?[]>> PageAsync(long offset, int count, int? sort, bool descending, CancellationToken cancellationToken)
    {
        var page = new List<string?[]>();
        if (sort is not { } column)
        {
            await foreach (var row in ReadAsync(offset, count, cancellationToken))
                page.Add(row);
            return page;
        }
        var order = await orders.GetOrAdd((column, descending), key => new(() => SortAsync(key.Column, key.Descending))).Value.WaitAsync(cancellationToken);
        for (var i = offset; i < Math.Min(offset + count, order.Length); i++)
            await foreach (var row in ReadAsync(order[i], 1, cancellationToken))
                page.Add(row);
        return page;
    }

    /// <summary>Rows in the order of the file.</summary>
    public async IAsyncEnumerable<string?[]> ReadAsync(
        long offset, long count, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (offset >= RowCount)
            yield break;
        var rows = new CsvRows(From(blocks[(int)(offset / BlockRows)]));
        for (var skipped = 0; skipped < offset % BlockRows; skipped++)
            await rows.ReadAsync(cancellationToken);
        for (var read = 0L; read < count && await rows.ReadAsync(cancellationToken) is { } row; read++)
            yield return row;
    }

    public void Dispose() => file.Dispose();

    // Rows of equal value stay in the order of the file, and nulls come last either way.
    private async Task<int[]> SortAsync(int column, bool descending)
    {
        var keys = new List<SortKey>((int)RowCount);
        var isNumber = ColumnMeaning.IsNumber(columns[column]);
        await foreach (var row in ReadAsync(0, long.MaxValue, CancellationToken.None))
            keys.Add(SortKey.Of(row[column], isNumber));
        var order = Enumerable.Range(0, keys.Count).ToArray();
        Array.Sort(order, (left, right) => keys[left].CompareTo(keys[right], descending) is var by and not 0 ? by : left - right);
        return order;
    }

    private TailStream From(long offset) => new TailStream(file, offset);

    // A double tells most numbers apart; where two are one to it, their texts tell.
    private readonly record struct SortKey(string? Text, double? Number)
    {
        public static SortKey Of(string? text, bool isNumber) =>
            new(text, isNumber && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null);

        public int CompareTo(SortKey other, bool descending)
        {
            if (Text is null || other.Text is null)
                return (Text is null).CompareTo(other.Text is null);
            var by = Number is null && other.Number is null ? string.CompareOrdinal(Text, other.Text)
                : Nullable.Compare(Number, other.Number) is var numbers and not 0 ? numbers
                : Exact(Text).CompareTo(Exact(other.Text));
            return descending ? -by : by;
        }

        private static decimal Exact(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
