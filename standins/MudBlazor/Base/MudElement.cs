using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace MudBlazor;

/// <summary>An element whose tag is chosen at run time.</summary>
public sealed class MudElement : ComponentBase
{
    [Parameter] public string HtmlTag { get; set; } = "span";

    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Parameter] public EventCallback<MouseEventArgs> OnClick { get; set; }

    [Parameter] public bool StopClick { get; set; }

    [Parameter] public Action<ElementReference>? Captured { get; set; }

    [Parameter(CaptureUnmatchedValues = true)] public Dictionary<string, object?>? Attributes { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, HtmlTag);
        builder.AddMultipleAttributes(1, Attributes?.Where(pair => pair.Value is not null)!);
        if (OnClick.HasDelegate)
        {
            builder.AddAttribute(2, "onclick", OnClick);
            builder.AddEventStopPropagationAttribute(3, "onclick", StopClick);
        }
        if (Captured is not null)
            builder.AddElementReferenceCapture(4, Captured);
        builder.AddContent(5, ChildContent);
        builder.CloseElement();
    }
}
