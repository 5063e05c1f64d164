using Microsoft.AspNetCore.Components;

namespace MudBlazor;

public abstract class MudBooleanInput<T> : MudFormComponent<T, bool?>
{
    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Parameter] public Color Color { get; set; } = Color.Default;

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public string? Label { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    [Parameter] public Size Size { get; set; } = Size.Medium;

    [Parameter] public T? Value { get; set; }

    [Parameter] public EventCallback<T> ValueChanged { get; set; }

    private protected RenderFragment Caption => builder =>
    {
        builder.AddContent(0, Label);
        builder.AddContent(1, ChildContent);
    };

    private protected bool IsOn => Value is true;

    private protected Task ChangedAsync(ChangeEventArgs args)
    {
        Value = (T)(object)(args.Value is true);
        return ValueChanged.InvokeAsync(Value);
    }
}
