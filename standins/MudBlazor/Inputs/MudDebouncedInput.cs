using Microsoft.AspNetCore.Components;

namespace MudBlazor;

/// <summary>A field whose text becomes a value when it is left, at each key, or when typing pauses.</summary>
public abstract class MudDebouncedInput<T> : MudBaseInput<T>, IDisposable
{
    private Timer? pause;
    private T? shown;

    /// <summary>Milliseconds; 0 = at once.</summary>
    [Parameter] public double DebounceInterval { get; set; }

    [Parameter] public EventCallback<string> OnDebounceIntervalElapsed { get; set; }

    private protected string? CurrentText { get; private set; }

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (EqualityComparer<T>.Default.Equals(shown, Value) && (CurrentText is not null || Value is null))
            return;
        Show(Value);
    }

    /// <summary>At each key.</summary>
    private protected Task InputAsync(string? text)
    {
        CurrentText = text;
        if (DebounceInterval > 0)
        {
            pause ??= new Timer(_ => InvokeAsync(PausedAsync));
            pause.Change((int)DebounceInterval, Timeout.Infinite);
            return Task.CompletedTask;
        }
        return Immediate ? CommitAsync(text) : Task.CompletedTask;
    }

    private protected async Task CommitAsync(string? text)
    {
        pause?.Change(Timeout.Infinite, Timeout.Infinite);
        CurrentText = text;
        var valid = TextConverter<T>.TryParse(text, Format, out var value, out var error);
        SetOwnError(error);
        if (!valid)
            return;
        var allowed = Constrain(value);
        if (!EqualityComparer<T>.Default.Equals(allowed, value))
            Show(allowed);
        value = shown = allowed;
        await SetValueAsync(value);
        await TextChanged.InvokeAsync(text);
    }

    private protected virtual T? Constrain(T? value) => value;

    private protected void Show(T? value)
    {
        shown = value;
        CurrentText = TextConverter<T>.ToText(value, Format);
        SetOwnError(null);
    }

    private async Task PausedAsync()
    {
        await CommitAsync(CurrentText);
        await OnDebounceIntervalElapsed.InvokeAsync(CurrentText);
        StateHasChanged();
    }

    public void Dispose()
    {
        pause?.Dispose();
        GC.SuppressFinalize(this);
    }
}
