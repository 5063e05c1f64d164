using Microsoft.AspNetCore.Components;

namespace MudBlazor;

/// <summary>What every field has: a value that may be required, checked, and found wrong.</summary>
public abstract class MudFormComponent<T, U> : MudComponentBase
{
    private string? ownError;

    [Parameter] public bool Error { get; set; }

    [Parameter] public string? ErrorId { get; set; }

    [Parameter] public string? ErrorText { get; set; }

    [Parameter] public bool Required { get; set; }

    private protected bool HasErrors => Error || ownError is not null;

    private protected string ErrorElementId => ErrorId ?? $"{Id}-error";

    public string? GetErrorText() => Error ? ErrorText : ownError;

    private protected void SetOwnError(string? error) => ownError = error;
}
