using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MudBlazor;

public abstract class MudPicker<T> : MudFormComponent<T, string>
{
    [Inject] private protected IJSRuntime Script { get; set; } = null!;

    [Parameter] public string? AdornmentAriaLabel { get; set; }

    [Parameter] public bool Disabled { get; set; }

    /// <summary>Whether the value can be typed as well.</summary>
    [Parameter] public bool Editable { get; set; }

    [Parameter] public string? HelperText { get; set; }

    [Parameter] public string? Label { get; set; }

    [Parameter] public Margin Margin { get; set; } = Margin.None;

    [Parameter] public EventCallback PickerClosed { get; set; }

    [Parameter] public EventCallback PickerOpened { get; set; }

    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    [Parameter] public Variant Variant { get; set; } = Variant.Text;

    private protected ElementReference Element { get; set; }

    private protected bool IsOpen { get; private set; }

    public ValueTask FocusAsync() => Element.FocusAsync();

    public async Task OpenAsync()
    {
        if (Disabled || ReadOnly)
            return;
        IsOpen = true;
        await PickerOpened.InvokeAsync();
        StateHasChanged();
    }

    public async Task CloseAsync(bool submit = true)
    {
        IsOpen = false;
        await PickerClosed.InvokeAsync();
        StateHasChanged();
    }

    public Task ToggleOpenAsync() => IsOpen ? CloseAsync() : OpenAsync();
}
