using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Shared;
using SakilaPortal.Web.Shared.Charts;

namespace SakilaPortal.Web.Reports;

public sealed partial class ResultTable
{
    private const int RowHeight = 34;
    private const int BlockRows = 200;
    private const int MostBlocks = 12;
    private const int MostCopied = 10_000;
    private const int NarrowestColumn = 9;
    private const int WidestColumn = 42;

    private readonly Dictionary<long, IReadOnlyList<IReadOnlyList<string?>>> blocks = [];
    private readonly Queue<long> order = [];
    private Virtualize<GridRow>? list;
    private int[] widths = [];
    private string? said;
    private (string? Sort, bool Descending) fetched;

    private sealed record GridRow(long Number, IReadOnlyList<string?> Cells);

    [Inject] private ReportsClient Client { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    /// <summary>Whether cells of measures have bars.</summary>
    [Parameter] public bool Bars { get; set; }

    /// <summary>The first rows, which are known already.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<IReadOnlyList<string?>> First { get; set; } = [];

    [Parameter, EditorRequired] public Run Run { get; set; } = null!;

    [Parameter, EditorRequired] public RunTotals Totals { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "sort")] private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "desc")] private string? Desc { get; set; }

    private bool Descending => AddressValue.Flag(Desc);

    /// <summary>The column of the order; null where the address names none of this result.</summary>
    private string? Sorted => Run.Columns.FirstOrDefault(column => column.Name.Equals(Sort, StringComparison.OrdinalIgnoreCase))?.Name;

    protected override void OnInitialized()
    {
        fetched = (Sorted, Descending);
        widths = [.. Run.Columns.Select((column, i) => Math.Clamp(
            First.Take(BlockRows).Select(row => ResultChart.Show(column, row[i]).Length).Append(column.Name.Length + 2).Max() + 3, NarrowestColumn, WidestColumn))];
    }

    protected override async Task OnParametersSetAsync()
    {
        if (fetched == (Sorted, Descending))
            return;
        fetched = (Sorted, Descending);
        blocks.Clear();
        order.Clear();
        if (list is not null)
            await list.RefreshDataAsync();
    }

    private static string? ClassOf(ResultColumn column) => ResultChart.IsNumber(column) ? "number" : null;

    private string? BarOf(int column, string? cell) =>
        ResultChart.IsMeasure(Run.Columns[column]) && ResultChart.Number(cell) is { } value && ResultChart.Number(Totals.Highest?[column]) is > 0 and var highest
            ? ChartScale.Css(Math.Clamp(100 * value / highest, 0, 100))
            : null;

    private async ValueTask<ItemsProviderResult<GridRow>> FetchAsync(ItemsProviderRequest request)
    {
        var (rows, problem) = (new List<GridRow>(), Problem);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(request.CancellationToken, Leaving);
        try
        {
            await TryAsync(() => AddAsync(rows, request.StartIndex, Math.Min(request.StartIndex + request.Count, Totals.Rows), stop.Token));
        }
        catch (OperationCanceledException) when (request.CancellationToken.IsCancellationRequested)
        {
            // Scrolled on: the list knows its own token only.
            throw new OperationCanceledException(request.CancellationToken);
        }
        if (Problem != problem)
            StateHasChanged();
        return new(rows, (int)Math.Min(Totals.Rows, int.MaxValue));
    }

    private async Task RetryAsync()
    {
        if (list is not null)
            await list.RefreshDataAsync();
    }

    private async Task AddAsync(List<GridRow> rows, long from, long to, CancellationToken cancellationToken)
    {
        for (var at = from; at < to;)
        {
            var block = await BlockAsync(at / BlockRows, cancellationToken);
            var first = (int)(at % BlockRows);
            var taken = (int)Math.Min(block.Count - first, to - at);
            for (var i = 0; i < taken; i++)
                rows.Add(new(at + i, block[first + i]));
            at += Math.Max(1, taken);
        }
    }

    private async Task<IReadOnlyList<IReadOnlyList<string?>>> BlockAsync(long number, CancellationToken cancellationToken)
    {
        if (blocks.TryGetValue(number, out var known))
            return known;
        var asked = fetched;
        var isKnown = Sorted is null && (number + 1) * BlockRows <= First.Count;
        var rows = isKnown
            ? [.. First.Skip((int)number * BlockRows).Take(BlockRows)]
            : await Client.RowsAsync(Run.RunId, number * BlockRows, BlockRows, Sorted, Descending, cancellationToken);
        // Meanwhile another order may have been asked for.
        if (asked == fetched && blocks.TryAdd(number, rows))
            order.Enqueue(number);
        if (order.Count > MostBlocks)
            blocks.Remove(order.Dequeue());
        return rows;
    }

    // Up, down, and as the report gave them.
    private void SortBy(ResultColumn column)
    {
        var (sort, descending) = Sorted != column.Name ? (column.Name, ResultChart.IsNumber(column))
            : Descending == ResultChart.IsNumber(column) ? (column.Name, !Descending) : ((string?)null, false);
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["sort"] = sort, ["desc"] = descending ? true : null }), replace: true);
    }

    private async Task CopyAsync()
    {
        var lines = new List<string> { string.Join('\t', Run.Columns.Select(column => Plain(column.Name))) };
        var done = await TryAsync(async () =>
        {
            while (lines.Count - 1 < Math.Min(MostCopied, Totals.Rows))
                lines.AddRange((await Client.RowsAsync(Run.RunId, lines.Count - 1, 1000, Sorted, Descending, Leaving)).Select(row => string.Join('\t', row.Select(Plain))));
        });
        said = !done ? Problem : await Script.CopyAsync(string.Join('\n', lines)) ? RunText.Copied(lines.Count - 1, Totals.Rows) : Clipboard.Refused;
    }

    // As in the CSV, nothing that is pasted is a formula.
    private static string Plain(string? cell) => SpreadsheetText.Safe(cell ?? "").Replace('\t', ' ').Replace('\n', ' ');
}
