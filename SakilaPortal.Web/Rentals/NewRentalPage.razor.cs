using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Films;
using SakilaPortal.Web.Shared;
using SakilaPortal.Web.Shell;

namespace SakilaPortal.Web.Rentals;

public sealed partial class NewRentalPage
{
    private const int RecentCount = 8;

    private CustomerPicker? customer;
    private FilmPicker? film;
    private RentalEntry entry = null!;
    private Basket? saved;
    private string? recentProblem;
    private bool restored;
    private bool showInvalid;

    [Inject] private RentalsClient Rentals { get; set; } = null!;

    [Inject] private FilmsClient Films { get; set; } = null!;

    [Inject] private DraftStore Store { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    [CascadingParameter] private Preferences? Preferences { get; set; }

    [PersistentState] public IReadOnlyList<Rental>? Recent { get; set; }

    [PersistentState] public IReadOnlyList<int>? Stores { get; set; }

    protected override async Task OnInitializedAsync()
    {
        entry = new(Rentals, Store, Clock);
        entry.Begin(Preferences?.StoreId);
        await Task.WhenAll(Recent is null ? LoadRecentAsync() : Task.CompletedTask, Stores is null ? LoadStoresAsync() : Task.CompletedTask);
        if (Stores is [var usual, ..] && !Stores.Contains(entry.Draft.StoreId ?? 0))
            entry.Begin(usual);
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
        await customer!.FocusAsync();
        if (await entry.RestoreAsync())
            await TakeUpAsync();
    }

    private async Task TakeUpAsync()
    {
        restored = true;
        if (entry.Unanswered is null)
            await QuoteAsync();
        else
            await SendAsync();
        StateHasChanged();
    }

    private async Task ChooseCustomerAsync(Customer? chosen)
    {
        Problem = null;
        await entry.ChooseAsync(chosen);
        if (chosen is not null)
            await film!.FocusAsync();
    }

    private async Task AddAsync(Film? chosen)
    {
        if (chosen is null)
            return;
        (saved, Problem) = (null, null);
        await entry.AddAsync(chosen);
        await QuoteAsync();
    }

    private async Task RemoveAsync(int line)
    {
        await entry.RemoveAsync(line);
        await QuoteAsync();
        await film!.FocusAsync();
    }

    private async Task MoveAsync((int Line, int StoreId) to)
    {
        Problem = null;
        await entry.MoveAsync(to.Line, to.StoreId);
        await QuoteAsync();
        await film!.FocusAsync();
    }

    private async Task ChangeAsync(RentalDraft changed)
    {
        await entry.ChangeAsync(changed, RentalDraft.DateField);
        await QuoteAsync();
    }

    private async Task ChooseStoreAsync(int? storeId)
    {
        await entry.ChooseStoreAsync(storeId);
        await Script.InvokeVoidAsync("portal.remember", Preferences.StoreCookie, storeId);
        await QuoteAsync();
    }

    private async Task SaveAsync()
    {
        // Enter in a field that still looks up takes what it means; the next Enter saves.
        if (entry.IsSending || await customer!.ResolveAsync() || await film!.ResolveAsync())
            return;
        await SendAsync();
    }

    private async Task SendAsync()
    {
        saved = null;
        await TryAsync(async () => saved = await entry.SendAsync(Leaving));
        showInvalid = entry.HasErrors;
        if (saved is not null)
        {
            restored = false;
            Recent = [.. saved.Items.Reverse(), .. (Recent ?? []).ExceptBy(saved.Items.Select(rental => rental.RentalId), rental => rental.RentalId)];
            Recent = [.. Recent.Take(RecentCount)];
        }
        else if (Problem is not null)
            // Someone else may have taken the last copy: show what there is now, and where.
            await RefreshQuoteAsync();
        // The fields were locked, which took the focus from them.
        StateHasChanged();
        if (saved is not null || entry.Draft.IsEmpty)
            await customer!.FocusAsync();
        else if (!entry.HasErrors)
            await film!.FocusAsync();
    }

    private async Task StartOverAsync()
    {
        (saved, restored, Problem) = (null, false, null);
        await entry.StartOverAsync();
        await customer!.FocusAsync();
    }

    private Task<bool> QuoteAsync() => TryAsync(() => entry.QuoteAsync(Leaving));

    private async Task RefreshQuoteAsync()
    {
        var told = Problem;
        await QuoteAsync();
        Problem = told;
    }

    private async Task LoadRecentAsync()
    {
        try
        {
            Recent = (await Rentals.RentalsAsync($"?pageSize={RecentCount}", Leaving)).Items;
            recentProblem = null;
        }
        catch (ApiException e)
        {
            recentProblem = e.Message;
        }
    }

    private Task<bool> LoadStoresAsync() => TryAsync(async () => Stores = await Films.StoresAsync(Leaving));
}
