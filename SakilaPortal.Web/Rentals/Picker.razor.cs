using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Rentals;

public sealed partial class Picker<T>
{
    private MudAutocomplete<T>? field;
    private IReadOnlyList<T> found = [];
    private string? foundFor;
    private string? typed;
    private string? lookUpProblem;
    private bool resolving;

    /// <summary>Whether the text names just this one, so that it needs no choosing.</summary>
    [Parameter, EditorRequired] public Func<T, string, bool> IsExact { get; set; } = null!;

    [Parameter, EditorRequired] public RenderFragment<T> ItemTemplate { get; set; } = null!;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string MoreText { get; set; } = "There are more; type on to narrow them down.";

    [Parameter] public string NothingText { get; set; } = "";

    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public string? Problem { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter, EditorRequired] public Func<string?, CancellationToken, Task<IReadOnlyList<T>>> Search { get; set; } = null!;

    [Parameter, EditorRequired] public Func<T?, string?> ToText { get; set; } = null!;

    [Parameter] public T? Value { get; set; }

    [Parameter] public EventCallback<T?> ValueChanged { get; set; }

    public async Task FocusAsync()
    {
        try
        {
            await field!.FocusAsync();
        }
        catch (JSException)
        {
            // The field has gone: its person went to another page meanwhile.
        }
    }

    /// <summary>Takes what was typed and not chosen, or offers what it may mean; false when nothing was typed.</summary>
    public async Task<bool> ResolveAsync()
    {
        // A second Enter, while the first one still looks up, means the same.
        if (resolving)
            return true;
        if (Value is not null || string.IsNullOrWhiteSpace(typed))
            return false;
        resolving = true;
        try
        {
            await SearchAsync(typed, CancellationToken.None);
            if (Meant is { } meant)
                await TakeAsync(meant);
            else
                await field!.OpenMenuAsync();
        }
        finally
        {
            resolving = false;
        }
        return true;
    }

    // The field is ready for the next text before the page works on this one, and what it still looked up is of no use any more.
    private async Task TakeAsync(T meant)
    {
        await field!.ClearAsync();
        typed = null;
        await ValueChanged.InvokeAsync(meant);
    }

    private T? Meant => found.Count == 1 ? found[0] : found.FirstOrDefault(item => IsExact(item, foundFor ?? ""));

    private async Task<IEnumerable<T>> SearchAsync(string? text, CancellationToken cancellationToken)
    {
        try
        {
            lookUpProblem = null;
            var answer = await Search(text?.Trim(), cancellationToken);
            (found, foundFor) = (answer, text?.Trim());
        }
        catch (ApiException e)
        {
            (found, foundFor, lookUpProblem) = ([], text?.Trim(), e.Message);
        }
        return found;
    }

    private async Task ChooseAsync(T? item)
    {
        // The list that was chosen from may be older than the text.
        if (item is not null && !string.IsNullOrWhiteSpace(typed) && typed.Trim() != foundFor && typed != ToText(Value))
            item = (await SearchAsync(typed, CancellationToken.None)).FirstOrDefault();
        typed = null;
        await ValueChanged.InvokeAsync(item);
    }

    private Task TakeExactAsync() =>
        Value is null && !string.IsNullOrWhiteSpace(typed) && found.FirstOrDefault(item => IsExact(item, typed.Trim())) is { } exact ? ChooseAsync(exact) : Task.CompletedTask;
}
