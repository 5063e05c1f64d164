using Microsoft.AspNetCore.Components;

namespace MudBlazor;

public abstract class MudTableBase : MudComponentBase
{
    [Parameter] public Breakpoint Breakpoint { get; set; } = Breakpoint.Xs;

    [Parameter] public bool Dense { get; set; }

    [Parameter] public int Elevation { get; set; } = 1;

    [Parameter] public bool FixedHeader { get; set; }

    [Parameter] public RenderFragment? FooterContent { get; set; }

    [Parameter] public RenderFragment? HeaderContent { get; set; }

    [Parameter] public string? Height { get; set; }

    [Parameter] public bool Hover { get; set; }

    [Parameter] public bool Loading { get; set; }

    [Parameter] public bool Outlined { get; set; }

    [Parameter] public string? RowClass { get; set; }

    [Parameter] public int RowsPerPage { get; set; } = 10;

    [Parameter] public bool Striped { get; set; }

    [Parameter] public RenderFragment? ToolBarContent { get; set; }
}

public class TableRowClickEventArgs<T> : EventArgs
{
    public T? Item { get; init; }
}
