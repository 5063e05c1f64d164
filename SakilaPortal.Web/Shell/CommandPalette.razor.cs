using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Shell;

public sealed partial class CommandPalette : IAsyncDisposable
{
    private DotNetObjectReference<CommandPalette>? self;
    private List<Destination> allowed = [];
    private bool shown;
    private string typed = "";
    private int at;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IAuthorizationService Authorization { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState>? Person { get; set; }

    private List<Destination> Found { get; set; } = [];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await Script.InvokeVoidAsync("portal.watchPalette", self = DotNetObjectReference.Create(this));
    }

    [JSInvokable]
    public async Task OpenAsync()
    {
        allowed = await AllowedAsync();
        shown = true;
        Type("");
        StateHasChanged();
        await Script.InvokeVoidAsync("portal.showDialog", "palette");
    }

    private async Task<List<Destination>> AllowedAsync()
    {
        var pages = new List<Destination>();
        if (Person is null)
            return pages;
        var user = (await Person).User;
        foreach (var page in Destinations.All)
            if (page.Role is null || (await Authorization.AuthorizeAsync(user, null, page.Role)).Succeeded)
                pages.Add(page);
        return pages;
    }

    private void Type(string? text)
    {
        (typed, at) = (text ?? "", 0);
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Found = [.. allowed
            .Where(page => words.All(word => $"{page.Text} {page.Group}".Contains(word, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(page => page.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))];
    }

    private Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when Found.Count > 0:
                at = (at + 1) % Found.Count;
                break;
            case "ArrowUp" when Found.Count > 0:
                at = (at + Found.Count - 1) % Found.Count;
                break;
            case "Enter" when Found.Count > 0:
                return GoAsync(Found[at]);
        }
        return Task.CompletedTask;
    }

    private async Task GoAsync(Destination page)
    {
        await Script.InvokeVoidAsync("portal.closeDialog", "palette");
        Forget();
        Navigation.NavigateTo(page.Href);
    }

    private void Forget() => shown = false;

    public ValueTask DisposeAsync()
    {
        self?.Dispose();
        return Script.TakeDownAsync("portal.unwatchPalette");
    }
}
