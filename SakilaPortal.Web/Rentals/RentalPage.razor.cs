using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Customers;
using SakilaPortal.Web.Shared;
using Text = SakilaPortal.Web.Rentals.RentalText;

namespace SakilaPortal.Web.Rentals;

public sealed partial class RentalPage
{
    private int? loaded;
    private string? said;
    private bool focusSaid;

    [Inject] private RentalsClient Client { get; set; } = null!;

    [Inject] private CustomersClient Customers { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    [Parameter] public int Id { get; set; }

    [PersistentState] public Rental? Rental { get; set; }

    [PersistentState] public IReadOnlyList<AuditEntry>? Audit { get; set; }

    [PersistentState] public IReadOnlyList<Payment>? Payments { get; set; }

    private AuditEntry? Undone => Audit?.FirstOrDefault(entry => entry.Action == Text.UndoAction);

    protected override async Task OnParametersSetAsync()
    {
        var restored = loaded is null && Audit is not null;
        if (loaded != Id)
            said = null;
        if (!restored && loaded != Id)
            await LoadAsync();
        loaded = Id;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!focusSaid)
            return;
        focusSaid = false;
        await Script.InvokeVoidAsync("portal.focus", "said");
    }

    // The form that had the focus has gone; what became of it is read next.
    private async Task CorrectedAsync(string? what)
    {
        await LoadAsync();
        (said, focusSaid) = (what, what is not null);
    }

    private Task<bool> LoadAsync() => TryAsync(async () =>
    {
        // All or nothing is kept for the browser: a part would look like the whole there.
        var audit = await Client.AuditAsync(Id, Leaving);
        var undone = audit.Any(entry => entry.Action == Text.UndoAction);
        var payments = undone ? [] : (await Customers.PaymentsAsync($"?rentalId={Id}&sort=paymentId", Leaving)).Items;
        (Rental, Audit, Payments) = (undone ? null : await Client.RentalAsync(Id, Leaving), audit, payments);
    });
}
