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

    private bool IsLink => Href is not null && !Disabled;

    private Task ClickAsync(MouseEventArgs args) => Disabled ? Task.CompletedTask : OnClick.InvokeAsync(args);

    private protected RenderFragment Draw(string classes, RenderFragment? content) => Element.Of(
        IsLink ? "a" : "button", classes, Style, ElementAttributes, content, EventCallback.Factory.Create<MouseEventArgs>(this, ClickAsync), !IsLink && !ClickPropagation, reference => element = reference);

    private Dictionary<string, object?> ElementAttributes
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
