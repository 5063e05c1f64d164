using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace MudBlazor;

/// <summary>The combobox pattern of the ARIA Authoring Practices: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/</summary>
public sealed partial class MudAutocomplete<T> : IDisposable
{
    private CancellationTokenSource? search;
    private T[] found = [];
    private T? textOf;
    private bool hasText;
    private bool searching;
    private bool focused;
    private bool more;
    private int active = -1;

    public MudAutocomplete() => (Adornment, Immediate) = (Adornment.End, true);

    [Parameter] public bool Clearable { get; set; }

    [Parameter] public bool CoerceText { get; set; } = true;

    /// <summary>Milliseconds.</summary>
    [Parameter] public int DebounceInterval { get; set; } = 100;

    [Parameter] public Func<T, bool>? ItemDisabledFunc { get; set; }

    [Parameter] public RenderFragment<T>? ItemTemplate { get; set; }

    [Parameter] public string? ListClass { get; set; }

    [Parameter] public int MaxHeight { get; set; } = 300;

    [Parameter] public int? MaxItems { get; set; } = 10;

    [Parameter] public int MinCharacters { get; set; }

    [Parameter] public RenderFragment? MoreItemsTemplate { get; set; }

    [Parameter] public RenderFragment? NoItemsTemplate { get; set; }

    [Parameter] public EventCallback<bool> OpenChanged { get; set; }

    [Parameter] public bool OpenOnFocus { get; set; } = true;

    [Parameter] public Color ProgressIndicatorColor { get; set; } = Color.Default;

    [Parameter] public bool ResetValueOnEmptyText { get; set; }

    [Parameter] public Func<string?, CancellationToken, Task<IEnumerable<T>>>? SearchFunc { get; set; }

    [Parameter] public bool SelectOnActivation { get; set; } = true;

    [Parameter] public bool SelectValueOnTab { get; set; }

    [Parameter] public bool ShowProgressIndicator { get; set; }

    [Parameter] public bool Strict { get; set; } = true;

    [Parameter] public Func<T?, string?>? ToStringFunc { get; set; }

    public bool Open { get; private set; }

    private string ListId => $"{Id}-list";

    private string OptionId(int at) => $"{Id}-option-{at}";

    private string? TextOf(T? value) => value is null ? null : ToStringFunc is null ? value.ToString() : ToStringFunc(value);

    private bool IsDisabled(T item) => ItemDisabledFunc?.Invoke(item) == true;

    private bool ShowsValue => Value is not null && TextOf(Value) == Text;

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        AdornmentIcon ??= Icons.Material.Outlined.ExpandMore;
        if (hasText && EqualityComparer<T>.Default.Equals(textOf, Value))
            return;
        (hasText, textOf, Text) = (true, Value, TextOf(Value));
    }

    public Task CloseMenuAsync() => SetOpenAsync(false);

    public async Task ClearAsync()
    {
        Renew();
        await AssignAsync(default);
        await SetOpenAsync(false);
        await FocusAsync();
    }

    public async Task OpenMenuAsync()
    {
        if (Disabled || ReadOnly || SearchFunc is null || (Text?.Length ?? 0) < MinCharacters)
            return;
        var token = Renew();
        // With the value's own text in the field a list that is not strict offers everything, so that another choice is near.
        var text = !Strict && ShowsValue ? null : Text;
        searching = true;
        try
        {
            var all = (await SearchFunc(text, token)).ToArray();
            if (token.IsCancellationRequested)
                return;
            found = MaxItems is { } most ? [.. all.Take(most)] : all;
            more = all.Length > found.Length;
            active = ShowsValue ? Array.IndexOf(found, Value) : Array.FindIndex(found, item => !IsDisabled(item));
            if (focused)
                await SetOpenAsync(true);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // A later key asked again.
        }
        finally
        {
            searching &= token.IsCancellationRequested;
        }
    }

    private async Task TypedAsync(string? text)
    {
        Text = text;
        await TextChanged.InvokeAsync(text);
        if (ResetValueOnEmptyText && string.IsNullOrWhiteSpace(text))
        {
            textOf = default;
            await SetValueAsync(default);
        }
        var token = Renew();
        if (DebounceInterval > 0)
        {
            try
            {
                await Task.Delay(DebounceInterval, token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
        await OpenMenuAsync();
    }

    private async Task FocusedAsync()
    {
        focused = true;
        if (SelectOnActivation)
            await SelectAsync();
        if (OpenOnFocus)
            await OpenMenuAsync();
    }

    private Task OpenByClickAsync() => Open ? Task.CompletedTask : OpenMenuAsync();

    private async Task LeftAsync(FocusEventArgs args)
    {
        focused = false;
        Renew();
        await SetOpenAsync(false);
        if (CoerceText && !(ResetValueOnEmptyText && string.IsNullOrEmpty(Text)))
            Text = TextOf(Value);
        await OnBlur.InvokeAsync(args);
    }

    private async Task KeyAsync(KeyboardEventArgs args)
    {
        switch (args.Key)
        {
            case "Enter" when Open && active >= 0:
            case "Tab" when Open && active >= 0 && SelectValueOnTab: await ChooseAsync(active); break;
            case "Escape" when Open: await SetOpenAsync(false); break;
            case "ArrowDown" when Open: Move(1); break;
            case "ArrowUp" when Open: Move(-1); break;
            case "ArrowDown" or "ArrowUp": await OpenMenuAsync(); break;
        }
        await OnKeyDown.InvokeAsync(args);
    }

    private void Move(int by)
    {
        for (var step = 0; found.Length > 0 && step < found.Length; step++)
        {
            active = ((active < 0 && by < 0 ? 0 : active) + by + found.Length) % found.Length;
            if (!IsDisabled(found[active]))
                return;
        }
    }

    private async Task ChooseAsync(int at)
    {
        if (IsDisabled(found[at]))
            return;
        Renew();
        await AssignAsync(found[at]);
        await SetOpenAsync(false);
    }

    private async Task AssignAsync(T? value)
    {
        (hasText, textOf, Text) = (true, value, TextOf(value));
        await SetValueAsync(value);
        await TextChanged.InvokeAsync(Text);
    }

    private async Task SetOpenAsync(bool open)
    {
        if (Open == open)
            return;
        Open = open;
        await OpenChanged.InvokeAsync(open);
    }

    private CancellationToken Renew()
    {
        search?.Cancel();
        search?.Dispose();
        search = new();
        searching = false;
        return search.Token;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Open && active >= 0)
            await Script.InvokeVoidAsync("mudStandIn.reveal", OptionId(active));
    }

    public void Dispose()
    {
        search?.Cancel();
        search?.Dispose();
    }
}
