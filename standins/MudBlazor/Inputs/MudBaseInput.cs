using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace MudBlazor;

public abstract class MudBaseInput<T> : MudFormComponent<T, string>
{
    [Inject] private protected IJSRuntime Script { get; set; } = null!;

    [Parameter] public Adornment Adornment { get; set; } = Adornment.None;

    [Parameter] public string? AdornmentAriaLabel { get; set; }

    [Parameter] public Color AdornmentColor { get; set; } = Color.Default;

    [Parameter] public string? AdornmentIcon { get; set; }

    [Parameter] public string? AdornmentText { get; set; }

    [Parameter] public bool AutoFocus { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public string? Format { get; set; }

    [Parameter] public bool FullWidth { get; set; }

    [Parameter] public string? HelperText { get; set; }

    [Parameter] public bool Immediate { get; set; }

    [Parameter] public string? InputId { get; set; }

    [Parameter] public virtual InputMode InputMode { get; set; } = InputMode.text;

    [Parameter] public string? Label { get; set; }

    [Parameter] public int Lines { get; set; } = 1;

    [Parameter] public Margin Margin { get; set; } = Margin.None;

    [Parameter] public int MaxLength { get; set; } = 524288;

    [Parameter] public EventCallback<MouseEventArgs> OnAdornmentClick { get; set; }

    [Parameter] public EventCallback<FocusEventArgs> OnBlur { get; set; }

    [Parameter] public EventCallback<KeyboardEventArgs> OnKeyDown { get; set; }

    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    [Parameter] public bool ShrinkLabel { get; set; }

    [Parameter] public string? Text { get; set; }

    [Parameter] public EventCallback<string> TextChanged { get; set; }

    [Parameter] public T? Value { get; set; }

    [Parameter] public EventCallback<T> ValueChanged { get; set; }

    [Parameter] public Variant Variant { get; set; } = Variant.Text;

    private protected ElementReference Element { get; set; }

    private protected string ElementId => InputId ?? (UserAttributes.TryGetValue("id", out var id) ? id?.ToString() : null) ?? $"{Id}-input";

    private protected string? DescribedBy => HasErrors ? ErrorElementId : HelperText is null ? null : $"{Id}-helper";

    public virtual ValueTask FocusAsync() => Element.FocusAsync();

    public virtual ValueTask SelectAsync() => Script.InvokeVoidAsync("mudStandIn.select", Element);

    /// <summary>What a real browser field needs, and then whatever the page asked for.</summary>
    private protected Dictionary<string, object?> InputAttributes
    {
        get
        {
            var all = new Dictionary<string, object?>
            {
                ["placeholder"] = Placeholder,
                ["disabled"] = Disabled,
                ["readonly"] = ReadOnly,
                ["required"] = Required,
                ["autofocus"] = AutoFocus,
                ["maxlength"] = MaxLength == 524288 ? null : MaxLength,
                ["aria-invalid"] = HasErrors ? "true" : null,
                ["aria-describedby"] = DescribedBy,
            };
            foreach (var (name, value) in UserAttributes)
                all[name] = value;
            all["id"] = ElementId;
            return all;
        }
    }

    private protected async Task SetValueAsync(T? value)
    {
        if (EqualityComparer<T>.Default.Equals(value, Value))
            return;
        Value = value;
        await ValueChanged.InvokeAsync(value);
    }
}
