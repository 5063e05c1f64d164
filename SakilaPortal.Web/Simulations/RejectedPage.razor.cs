using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Web.Shared;
using Text = SakilaPortal.Web.Simulations.RejectedText;

namespace SakilaPortal.Web.Simulations;

public sealed partial class RejectedPage
{
    private const int PageSize = 20;
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(3);

    private readonly HashSet<long> selected = [];
    private (string State, string? Sought, int Number)? loaded;
    private RejectedSummary? summary;
    private string? notice;
    private IReadOnlyList<long> undoable = [];

    [Inject] private PartnerEventsClient Client { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "state")] private string? AskedState { get; set; }

    [SupplyParameterFromQuery(Name = "search")] private string? Sought { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? AskedNumber { get; set; }

    [PersistentState] public Page<RejectedEvent>? Shown { get; set; }

    private string State => Text.States.Any(known => known.State == AskedState) ? AskedState! : Text.States[0].State;

    private int Number => AddressValue.Page(AskedNumber);

    private bool AllSelected => Shown is { Items.Count: > 0 } && Shown.Items.All(one => selected.Contains(one.Id));

    protected override async Task OnParametersSetAsync()
    {
        var asked = (State, Sought, Number);
        var restored = loaded is null && Shown is not null;
        if (!restored && loaded != asked)
        {
            selected.Clear();
            await LoadAsync();
        }
        loaded = asked;
    }

    // Others decide too, and replays are sent; a selection stays what it is.
    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender ? RepeatAsync(Refresh, async () => await LoadAsync() || !Leaving.IsCancellationRequested) : Task.CompletedTask;

    private Task<bool> LoadAsync() => TryAsync(async () =>
    {
        Shown = await Client.RejectedAsync(State, Sought, Number, PageSize, Leaving);
        summary = await Client.SummaryAsync(Leaving);
        selected.IntersectWith(Shown.Items.Select(one => one.Id));
    });

    private async Task DecideAsync(string what, IReadOnlyList<long> ids)
    {
        RejectedChange? change = null;
        if (!await TryAsync(async () => change = await Client.DecideAsync(what, ids, Leaving)))
            return;
        notice = Text.Done(what, change!, change!.ReplayAt is { } at ? Clock.Second(at) : null);
        undoable = what == "undo" ? [] : change.Changed;
        await LoadAsync();
    }

    private void Select(long id, bool on)
    {
        if (on)
            selected.Add(id);
        else
            selected.Remove(id);
    }

    private void SelectAll(bool on)
    {
        selected.Clear();
        if (on)
            selected.UnionWith(Shown!.Items.Select(one => one.Id));
    }

    private string CountOf(string state) => summary is null ? "" : $" {Figures.Count(state switch
    {
        "open" => summary.Open,
        "waiting" => summary.Waiting,
        "replayed" => summary.Replayed,
        _ => summary.Dismissed,
    })}";

    private static string Address(string state, string? sought, int page) =>
        $"/rejected-events?state={state}{(string.IsNullOrWhiteSpace(sought) ? "" : $"&search={Uri.EscapeDataString(sought)}")}{(page > 1 ? $"&page={page}" : "")}";
}
