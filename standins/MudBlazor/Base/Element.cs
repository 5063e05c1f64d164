using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MudBlazor;

/// <summary>Elements whose tag is chosen at run time. They are drawn in place: each component costs a server some kilobytes for every page that is open.</summary>
internal static class Element
{
    public static RenderFragment Of(
        string tag, string classes, string? style, Dictionary<string, object?> attributes, RenderFragment? content,
        EventCallback<MouseEventArgs> onClick = default, bool stopClick = false, Action<ElementReference>? captured = null) => builder =>
    {
        builder.OpenElement(0, tag);
        foreach (var (name, value) in attributes)
            builder.AddAttribute(1, name, value);
        builder.AddAttribute(2, "class", classes);
        builder.AddAttribute(3, "style", style);
        if (onClick.HasDelegate)
        {
            builder.AddAttribute(4, "onclick", onClick);
            builder.AddEventStopPropagationAttribute(5, "onclick", stopClick);
        }
        if (captured is not null)
            builder.AddElementReferenceCapture(6, captured);
        builder.AddContent(7, content);
        builder.CloseElement();
    };
}
