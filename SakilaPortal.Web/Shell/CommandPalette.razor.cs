using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using SakilaPortal.Web.Accounts;
using SakilaPortal.Web.Shared;
using Text = SakilaPortal.Web.Shell.ShellText;

namespace SakilaPortal.Web.Shell;

public sealed partial class CommandPalette : IAsyncDisposable
{
    private DotNetObjectReference<CommandPalette>? self;
    private List<Destination> pages = [];
    private bool opening;
    private bool shown;
    private string typed = "";
    private string? said;
    private Place? chosen;
    private PaletteSearch? search;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private PaletteSources Sources { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState>? Person { get; set; }

    private IReadOnlyList<Place> MatchingPages { get; set; } = [];

    private IEnumerable<PaletteGroup> Groups => [new(Text.Pages, MatchingPages), .. search?.Groups ?? []];

    private List<Place> Found => [.. Groups.SelectMany(group => group.Places)];

    // The first, until a person chooses; then that one, wherever later answers move it.
    private int At => chosen is null ? 0 : Math.Max(0, Found.IndexOf(chosen));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await Script.InvokeVoidAsync("portal.watchPalette", self = DotNetObjectReference.Create(this));
        if (!opening)
            return;
        // Only now is there a field to take the focus.
        opening = false;
        await Script.InvokeVoidAsync("portal.showDialog", "palette");
    }

    [JSInvokable]
    public async Task OpenAsync()
    {
        Sources.Forget();
        Close();
        var person = Person is null ? new() : (await Person).User;
        search = new([.. Sources.All.Where(source => person.May(source.Role))], Time, () => InvokeAsync(Tell));
        pages = [.. Destinations.All.Where(page => person.May(page.Role))];
        (shown, opening) = (true, true);
        await TypeAsync("");
        StateHasChanged();
    }

    private async Task TypeAsync(string? text)
    {
        if (search is null)
            return;
        (typed, chosen) = ((text ?? "").Trim(), null);
        MatchingPages = [.. pages
            .Where(page => PaletteSources.Matches(typed, $"{page.Text} {page.Group}"))
            .OrderByDescending(page => page.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(page => new Place(page.Text, page.Group, page.Href, page.Icon))];
        var searching = search.FindAsync(typed);
        Tell();
        await searching;
        Tell();
    }

    // While answers are to come nothing is said: a screen reader would read each number.
    private void Tell()
    {
        said = search switch
        {
            { Pending: true } => said,
            { Unreachable: { Length: > 0 } names } => Text.NotLookedUp(names),
            _ when Found.Count == 0 => Text.NoPlace,
            _ => typed.Length == 0 ? null : Text.Results(Found.Count),
        };
        StateHasChanged();
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" or "ArrowUp" when Found is { Count: > 0 } found:
                chosen = found[(At + (key.Key == "ArrowDown" ? 1 : found.Count - 1)) % found.Count];
                await Script.InvokeVoidAsync("portal.scrollTo", $"palette-{At}");
                break;
            // A browser's dialog closes by itself, unless a component library keeps this key of such a field for its own lists.
            case "Escape":
                await DismissAsync();
                break;
            case "Enter":
                // What stands there may answer an earlier text; what was typed last counts, however quick the fingers.
                var meant = typed;
                if (chosen is null && MatchingPages.Count == 0 && search is not null)
                    await search.Finished;
                if (shown && typed == meant && Found is { Count: > 0 } places)
                    await GoAsync(places[At]);
                break;
        }
    }

    private async Task GoAsync(Place place)
    {
        await DismissAsync();
        Navigation.NavigateTo(place.Href);
    }

    private async Task DismissAsync()
    {
        await Script.InvokeVoidAsync("portal.closeDialog", "palette");
        Close();
    }

    private void Close()
    {
        shown = false;
        search?.Dispose();
        search = null;
    }

    public ValueTask DisposeAsync()
    {
        search?.Dispose();
        self?.Dispose();
        return Script.TakeDownAsync("portal.unwatchPalette");
    }
}
