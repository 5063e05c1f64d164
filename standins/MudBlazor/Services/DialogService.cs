using Microsoft.AspNetCore.Components;

namespace MudBlazor;

internal sealed class DialogReference(DialogService owner, Type component, string? title, DialogParameters parameters, DialogOptions options) : IDialogReference, IMudDialogInstance
{
    private readonly TaskCompletionSource<DialogResult?> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Guid Id { get; } = Guid.NewGuid();

    public Type Component { get; } = component;

    public DialogParameters Parameters { get; } = parameters;

    public DialogOptions Options { get; } = options;

    public string? Title { get; } = title;

    public Task<DialogResult?> Result => result.Task;

    public void Cancel() => Close(DialogResult.Cancel());

    public void Close() => Close(DialogResult.Ok<object?>(null));

    public void Close(DialogResult? dialogResult)
    {
        owner.Remove(this);
        result.TrySetResult(dialogResult);
    }
}

internal sealed class DialogService : IDialogService
{
    private readonly List<DialogReference> open = [];

    public event Action? Changed;

    public IReadOnlyList<DialogReference> Open => open;

    public void Close(IDialogReference dialog) => dialog.Close();

    public void Remove(DialogReference dialog)
    {
        open.Remove(dialog);
        Changed?.Invoke();
    }

    public Task<IDialogReference> ShowAsync<TComponent>(string? title) where TComponent : IComponent => ShowAsync<TComponent>(title, [], null);

    public Task<IDialogReference> ShowAsync<TComponent>(string? title, DialogOptions options) where TComponent : IComponent => ShowAsync<TComponent>(title, [], options);

    public Task<IDialogReference> ShowAsync<TComponent>(string? title, DialogParameters parameters) where TComponent : IComponent => ShowAsync<TComponent>(title, parameters, null);

    public Task<IDialogReference> ShowAsync<TComponent>(string? title, DialogParameters parameters, DialogOptions? options) where TComponent : IComponent
    {
        var dialog = new DialogReference(this, typeof(TComponent), title, parameters, options ?? new());
        open.Add(dialog);
        Changed?.Invoke();
        return Task.FromResult<IDialogReference>(dialog);
    }
}
