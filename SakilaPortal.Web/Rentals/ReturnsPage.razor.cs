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
    private readonly List<Rental> done = [];
    private MudTextField<string>? field;
    private Page<Rental>? found;
    private string? asked;
    private string? copy;
    private string? day;
    private string? wrong;
    private string? focus;
    private string? said;

    [Inject] private RentalsClient Rentals { get; set; } = null!;

    [Inject] private FilmsClient Films { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    /// <summary>Whose rentals to show at once, as the customer's page asks.</summary>
    [SupplyParameterFromQuery] private string? CustomerId { get; set; }

    private DateTime? At => DateTime.TryParse(day, CultureInfo.InvariantCulture, out var local) ? Clock.ToUtc(local) : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            // After the router has moved focus to the heading.
            await Task.Yield();
            await field!.FocusAsync();
            if (CustomerId is not null)
            {
                await ShowAsync("customerId", CustomerId);
                StateHasChanged();
            }
        }
        if (focus is { } id)
        {
            focus = null;
            await Script.InvokeVoidAsync("portal.focus", id);
        }
    }

    private async Task FindCopyAsync()
    {
        wrong = null;
        if (string.IsNullOrWhiteSpace(copy))
            return;
        if (!int.TryParse(copy.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            wrong = Text.CopyWrong;
            return;
        }
        await ShowAsync("inventoryId", id);
        if (found is { Items: [var one] })
            (copy, focus) = (null, ReturnChoice.ButtonOf(one.RentalId));
        else if (Problem is null)
            (wrong, found, asked) = (await WhereItIsAsync(id), null, null);
    }

    private async Task<string> WhereItIsAsync(int id)
    {
        var text = Text.NoSuchCopy(id);
        await TryAsync(async () =>
        {
            if (await Films.CopyAsync(id, Leaving) is { } item)
                text = Text.OnTheShelf(id, item.Title, item.StoreId);
        });
        return text;
    }

    private Task ShowAsync(string by, object? id)
    {
        wrong = null;
        asked = id is null ? null : $"?{by}={id}&state=out&sort=dueDate";
        found = null;
        return RetryAsync();
    }

    private Task RetryAsync() => asked is null ? Task.CompletedTask : TryAsync(async () => found = await Rentals.RentalsAsync(asked, Leaving));

    private async Task ReturnedAsync(Rental returned)
    {
        done.Insert(0, returned);
        said = Text.TakenBack(returned.Title);
        found = found is null ? null : new([.. found.Items.Where(rental => rental.RentalId != returned.RentalId)]);
        if (found is { Items: [] })
            (found, asked) = (null, null);
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
