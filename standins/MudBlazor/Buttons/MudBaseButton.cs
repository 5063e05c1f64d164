using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MudBlazor;

public abstract class MudBaseButton : MudComponentBase
{
    private ElementReference element;

    [Parameter] public ButtonType ButtonType { get; set; }

    [Parameter] public bool ClickPropagation { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public string? Href { get; set; }

    [Parameter] public EventCallback<MouseEventArgs> OnClick { get; set; }

    [Parameter] public string? Rel { get; set; }

    [Parameter] public string? Target { get; set; }

    public ValueTask FocusAsync() => element.FocusAsync();

    private protected bool IsLink => Href is not null && !Disabled;

    private protected void Capture(ElementReference reference) => element = reference;

    private protected Task ClickAsync(MouseEventArgs args) => Disabled ? Task.CompletedTask : OnClick.InvokeAsync(args);

    private protected Dictionary<string, object?> Attributes
    {
        get
        {
            var all = IsLink
                ? new Dictionary<string, object?> { ["href"] = Href, ["target"] = Target, ["rel"] = Rel ?? (Target == "_blank" ? "noopener" : null) }
                : new Dictionary<string, object?> { ["type"] = Css.Lower(ButtonType), ["disabled"] = Disabled ? true : null };
            foreach (var (name, value) in UserAttributes)
                all[name] = value;
            return all;
        }
    }
}
