using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Films;
using SakilaPortal.Web.Shared;
using Text = SakilaPortal.Web.Rentals.ReturnsText;

namespace SakilaPortal.Web.Rentals;

public sealed partial class ReturnsPage
{
    private const string CounterId = "returns-counter";
    private const string CopyId = "copy-number";

    private readonly Dictionary<int, ReturnChoice> choices = [];
    private readonly List<Rental> done = [];
    private readonly List<int> unread = [];
    private MudTextField<string>? field;
    private Page<Rental>? found;
    private string? asked;
    private string? copy;
    private string? day;
    private string? wrong;
    private string? lookedUp;
    private string? said;
    private int looking;

    [Inject] private RentalsClient Rentals { get; set; } = null!;

    [Inject] private FilmsClient Films { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    /// <summary>Whose rentals to show at once, as the customer's page asks.</summary>
    [SupplyParameterFromQuery] private string? CustomerId { get; set; }

    private DateTime? At => DateTime.TryParse(day, CultureInfo.InvariantCulture, out var local) ? Clock.ToUtc(local) : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        // After the router has moved focus to the heading.
        await Task.Yield();
        await field!.FocusAsync();
        await Script.InvokeVoidAsync("portal.digitsGoTo", CopyId, CounterId);
        if (CustomerId is not null)
        {
            await ShowAsync("customerId", CustomerId);
            StateHasChanged();
        }
    }

    private async Task FindCopyAsync()
    {
        wrong = null;
        if (string.IsNullOrWhiteSpace(copy))
            await TakeFirstAsync();
        else if (int.TryParse(copy.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            // The field is free for the next scan while this one is looked up.
            copy = null;
            await ScanAsync(id);
        }
        else
            wrong = Text.CopyWrong;
    }

    // Money is taken by its own button only: where a fee is due, or there are several copies, Enter leads there.
    private async Task TakeFirstAsync()
    {
        if (found is not { Items: [var first, ..] })
            return;
        if (found.Items.Count > 1 || !await choices[first.RentalId].TakeWithoutFeeAsync())
            await Script.InvokeVoidAsync("portal.focus", ReturnChoice.ButtonOf(first.RentalId));
    }

    // What is scanned joins what was scanned before; what could not be looked up is tried again with the button.
    private async Task ScanAsync(int id)
    {
        if (asked is not null)
            (asked, found) = (null, null);
        looking++;
        var told = Problem;
        Rental? rental = null;
        string? elsewhere = null;
        var answered = await TryAsync(async () =>
        {
            rental = (await Rentals.RentalsAsync($"?inventoryId={id}&state=out", Leaving)).Items is [var one, ..] ? one : null;
            elsewhere = rental is null ? await WhereItIsAsync(id) : null;
        });
        looking--;
        if (!answered)
            unread.Add(id);
        else if (unread.Count > 0)
            Problem = told;
        wrong = elsewhere ?? wrong;
        if (rental is not null && asked is null)
            Show(rental);
    }

    private void Show(Rental rental)
    {
        found = new([rental, .. (found?.Items ?? []).Where(other => other.RentalId != rental.RentalId)]);
        lookedUp = Text.LookedUp(rental);
    }

    private async Task<string> WhereItIsAsync(int id) =>
        await Films.CopyAsync(id, Leaving) is { } item ? Text.OnTheShelf(id, item.Title, item.StoreId) : Text.NoSuchCopy(id);

    private Task ShowAsync(string by, object? id)
    {
        (wrong, lookedUp, found) = (null, null, null);
        unread.Clear();
        asked = id is null ? null : $"?{by}={id}&state=out&sort=dueDate";
        return RetryAsync();
    }

    private async Task RetryAsync()
    {
        var again = unread.ToList();
        unread.Clear();
        Problem = null;
        foreach (var id in again)
            await ScanAsync(id);
        if (asked is { } query)
            await LoadAsync(query);
    }

    // A later question may have been quicker.
    private Task<bool> LoadAsync(string query) => TryAsync(async () =>
    {
        var page = await Rentals.RentalsAsync(query, Leaving);
        if (query == asked)
            (found, lookedUp) = (page, Text.Out(page.Items.Count));
    });

    private async Task ReturnedAsync(Rental returned)
    {
        done.Insert(0, returned);
        said = Text.TakenBack(returned.Title);
        found = found is null ? null : new([.. found.Items.Where(rental => rental.RentalId != returned.RentalId)]);
        if (found is { Items: [] })
            (found, asked, lookedUp) = (null, null, null);
        await field!.FocusAsync();
    }

    private async Task UndoneAsync(Rental undone)
    {
        done.Remove(undone);
        said = CorrectionText.ReturnUndone(undone.Title, undone.CustomerName, ReturnedFilm.TakenWith(undone));
        await RetryAsync();
        await field!.FocusAsync();
    }
}
