using Microsoft.AspNetCore.Components;

namespace MudBlazor;

public abstract class MudTableBase : MudComponentBase
{
    [Parameter] public Breakpoint Breakpoint { get; set; } = Breakpoint.Xs;

    [Parameter] public int CurrentPage { get; set; }

    [Parameter] public bool Dense { get; set; }

    [Parameter] public int Elevation { get; set; } = 1;

    [Parameter] public bool FixedHeader { get; set; }

    [Parameter] public RenderFragment? FooterContent { get; set; }

    [Parameter] public RenderFragment? HeaderContent { get; set; }

    [Parameter] public string? Height { get; set; }

    [Parameter] public bool Hover { get; set; }

    [Parameter] public bool Loading { get; set; }

    [Parameter] public bool Outlined { get; set; }

    [Parameter] public RenderFragment? PagerContent { get; set; }

    [Parameter] public string? RowClass { get; set; }

    [Parameter] public int RowsPerPage { get; set; } = 10;

    [Parameter] public EventCallback<int> RowsPerPageChanged { get; set; }

    [Parameter] public bool Striped { get; set; }

    [Parameter] public RenderFragment? ToolBarContent { get; set; }

    internal abstract int Count { get; }

    internal string? SortedBy { get; private set; }

    internal SortDirection Direction { get; private set; }

    internal abstract Task ReloadAsync();

    public void NavigateTo(int pageIndex)
    {
        CurrentPage = Math.Clamp(pageIndex, 0, Math.Max(0, (Count - 1) / RowsPerPage));
        _ = ReloadAsync();
    }

    internal Task SortAsync(string? label, SortDirection direction)
    {
        (SortedBy, Direction, CurrentPage) = (label, direction, 0);
        return ReloadAsync();
    }

    internal async Task SetRowsPerPageAsync(int rows)
    {
        (RowsPerPage, CurrentPage) = (rows, 0);
        await RowsPerPageChanged.InvokeAsync(rows);
        await ReloadAsync();
    }
}

public class TableState
{
    public int Page { get; set; }

    public int PageSize { get; set; }

    public string? SortLabel { get; set; }

    public SortDirection SortDirection { get; set; }
}

public class TableData<T>
{
    public IEnumerable<T>? Items { get; set; }

    public int TotalItems { get; set; }
}

public class TableRowClickEventArgs<T> : EventArgs
{
    public T? Item { get; init; }
}
