using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Shared;
using SakilaPortal.Web.Shell;
using Text = SakilaPortal.Web.Rentals.NewRentalText;

namespace SakilaPortal.Web.Rentals;

public sealed partial class NewRentalPage
{
    private const int RecentCount = 8;

    private CustomerPicker? first;
    private RentalDraft draft = new();
    private RentalSubmission? submission;
    private Dictionary<string, string[]> errors = [];
    private Rental? saved;
    private string? recentProblem;
    private bool saving;
    private bool showInvalid;

    [Inject] private RentalsClient Rentals { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    [CascadingParameter] private Preferences? Preferences { get; set; }

    [PersistentState] public IReadOnlyList<Rental>? Recent { get; set; }

    [PersistentState] public IReadOnlyList<int>? Stores { get; set; }

    protected override async Task OnInitializedAsync()
    {
        submission = new(Rentals);
        draft = new(StoreId: Preferences?.StoreId, Date: Clock.Now.Date);
        await Task.WhenAll(Recent is null ? LoadRecentAsync() : Task.CompletedTask, Stores is null ? LoadStoresAsync() : Task.CompletedTask);
        if (Stores is [var usual, ..] && !Stores.Contains(draft.StoreId ?? 0))
            draft = draft with { StoreId = usual };
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (showInvalid)
            await Script.InvokeVoidAsync("portal.focusInvalid");
        showInvalid = false;
        if (!firstRender)
            return;
        // After the router has moved focus to the heading.
        await Task.Yield();
        await first!.FocusAsync();
    }

    private string? ErrorOf(string field) => errors.TryGetValue(field, out var texts) ? string.Join(' ', texts) : null;

    private string StoreLabel(int store) =>
        draft.Film?.InStock.FirstOrDefault(stock => stock.StoreId == store) is { } stock ? $"{Text.StoreName(store)} – {Text.Copies(stock.Copies)}" : Text.StoreName(store);

    private void Change(RentalDraft changed, string field)
    {
        draft = changed;
        errors.Remove(field);
        Problem = null;
    }

    private async Task ChooseStoreAsync(int? store)
    {
        Change(draft with { StoreId = store }, RentalDraft.StoreField);
        await Script.InvokeVoidAsync("portal.remember", Preferences.StoreCookie, store);
    }

    private async Task SaveAsync()
    {
        if (saving)
            return;
        (saved, Problem) = (null, null);
        errors = draft.Check(Clock);
        if (errors.Count == 0)
        {
            saving = true;
            await TryAsync(SendAsync);
            saving = false;
        }
        showInvalid = errors.Count > 0;
        if (saved is not null)
            await StartOverAsync();
    }

    private async Task SendAsync()
    {
        try
        {
            saved = await submission!.SendAsync(draft, () => draft.ToRequest(Clock), Leaving);
            Recent = [saved, .. (Recent ?? []).Where(rental => rental.RentalId != saved.RentalId).Take(RecentCount - 1)];
        }
        catch (ApiException e) when (e.Errors.Count > 0)
        {
            // Said at the fields.
            errors = new(e.Errors);
        }
    }

    private async Task StartOverAsync()
    {
        draft = new(StoreId: draft.StoreId, Date: Clock.Now.Date);
        errors = [];
        await first!.FocusAsync();
    }

    private async Task LoadRecentAsync()
    {
        try
        {
            Recent = (await Rentals.RentalsAsync(1, RecentCount, openOnly: false, Leaving)).Items;
            recentProblem = null;
        }
        catch (ApiException e)
        {
            recentProblem = e.Message;
        }
    }

    // Every film names all stores, also those without a copy of it.
    private Task<bool> LoadStoresAsync() => TryAsync(async () =>
        Stores = [.. (await Rentals.FilmsAsync(null, Leaving)).SelectMany(film => film.InStock).Select(stock => stock.StoreId).Distinct().Order()]);
}
