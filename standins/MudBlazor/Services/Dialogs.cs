using System.Collections;
using Microsoft.AspNetCore.Components;

namespace MudBlazor;

public record DialogOptions
{
    public bool? BackdropClick { get; init; }

    public bool? CloseButton { get; init; }

    public bool? CloseOnEscapeKey { get; init; }

    public bool? FullWidth { get; init; }

    public MaxWidth? MaxWidth { get; init; }

    public bool? NoHeader { get; init; }
}

public class DialogParameters : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly Dictionary<string, object?> values = [];

    public int Count => values.Count;

    public void Add(string parameterName, object? value) => values[parameterName] = value;

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public class DialogResult
{
    private DialogResult(object? data, bool canceled) => (Data, Canceled) = (data, canceled);

    public object? Data { get; }

    public bool Canceled { get; }

    public static DialogResult Ok<T>(T result) => new(result, false);

    public static DialogResult Cancel() => new(null, true);
}

public interface IDialogReference
{
    Guid Id { get; }

    Task<DialogResult?> Result { get; }

    void Close();

    void Close(DialogResult? result);
}

public interface IMudDialogInstance
{
    Guid Id { get; }

    DialogOptions Options { get; }

    string? Title { get; }

    void Cancel();

    void Close();

    void Close(DialogResult dialogResult);
}

public interface IDialogService
{
    void Close(IDialogReference dialog);

    Task<IDialogReference> ShowAsync<TComponent>(string? title) where TComponent : IComponent;

    Task<IDialogReference> ShowAsync<TComponent>(string? title, DialogOptions options) where TComponent : IComponent;

    Task<IDialogReference> ShowAsync<TComponent>(string? title, DialogParameters parameters) where TComponent : IComponent;

    Task<IDialogReference> ShowAsync<TComponent>(string? title, DialogParameters parameters, DialogOptions? options) where TComponent : IComponent;
}
