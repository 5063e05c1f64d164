using Microsoft.AspNetCore.Components;

namespace MudBlazor;

public abstract class ComponentBaseWithState : ComponentBase;

public abstract class MudComponentBase : ComponentBaseWithState
{
    private static readonly Dictionary<string, object?> None = [];

    private static int lastId;

    [Parameter] public string? Class { get; set; }

    [Parameter] public string? Style { get; set; }

    [Parameter] public object? Tag { get; set; }

    [Parameter(CaptureUnmatchedValues = true)]
    public Dictionary<string, object?> UserAttributes { get; set; } = None;

    /// <summary>An element id that is unique in this process.</summary>
    private protected string Id => field ??= $"mud-{Interlocked.Increment(ref lastId):x}";

    /// <summary>What is splatted: nothing at all when there is nothing, which costs a renderer less than an empty list.</summary>
    private protected Dictionary<string, object?>? Attributes => UserAttributes.Count == 0 ? null : UserAttributes;

    protected override void OnParametersSet()
    {
        // HTML attributes are lower-case; a capital is a parameter that the component does not have, which the library's analyzer refuses.
        if (UserAttributes.Keys.FirstOrDefault(name => char.IsAsciiLetterUpper(name[0])) is { } unknown)
            throw new InvalidOperationException($"{GetType().Name} has no parameter {unknown}.");
    }

    private protected string Classes(params ReadOnlySpan<string?> names) => Css.Join([.. names, Class]);
}

internal static class Css
{
    public static string Join(params ReadOnlySpan<string?> names)
    {
        var used = new List<string>();
        foreach (var name in names)
            if (!string.IsNullOrWhiteSpace(name))
                used.Add(name);
        return string.Join(' ', used);
    }

    public static string? When(bool condition, string name) => condition ? name : null;

    public static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>FlexStart becomes flex-start.</summary>
    public static string Kebab<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, at) => char.IsUpper(c) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    public static string Number(double value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The class that sets <c>--c</c>, the accent of a component, and <c>--on-c</c>, the text upon it.</summary>
    public static string Accent(Color color) => $"c-{Lower(color)}";
}
