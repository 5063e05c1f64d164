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
    private readonly HashSet<long> editing = [];
    private RejectedSummary? summary;
    private long newcomers;
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
            editing.Clear();
            await LoadAsync();
        }
        loaded = asked;
    }

    // Others decide too, and replays are sent. Nothing moves below the hands of who repairs or has selected: there only the counts go on.
    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender
        ? RepeatAsync(Refresh, async () => await (selected.Count + editing.Count > 0 ? CountAsync() : LoadAsync()) || !Leaving.IsCancellationRequested)
        : Task.CompletedTask;

    private Task<bool> LoadAsync() => TryAsync(async () =>
    {
        var found = await Client.RejectedAsync(State, Sought, Number, PageSize, Leaving);
        // What is being repaired stays, although newer ones have taken its place.
        var kept = Shown?.Items.Where(one => editing.Contains(one.Id) && found.Items.All(other => other.Id != one.Id)) ?? [];
        Shown = found with { Items = [.. found.Items, .. kept] };
        summary = await Client.SummaryAsync(Leaving);
        newcomers = 0;
        selected.IntersectWith(Shown.Items.Select(one => one.Id));
    });

    private Task<bool> CountAsync() => TryAsync(async () =>
    {
        summary = await Client.SummaryAsync(Leaving);
        newcomers = (await Client.RejectedAsync(State, Sought, 1, 1, Leaving)).Total - Shown?.Total ?? 0;
    });

    private async Task DecideAsync(string what, IReadOnlyList<long> ids)
    {
        RejectedChange? change = null;
        if (!await TryAsync(async () => change = await Client.DecideAsync(what, ids, Leaving)))
            return;
        notice = Text.Done(what, change!, change!.ReplayAt is { } at ? Clock.Second(at) : null);
        undoable = what == "undo" ? [] : change.Changed;
        editing.ExceptWith(change.Changed);
        await LoadAsync();
    }

    private static void Mark(HashSet<long> ids, long id, bool on)
    {
        if (on)
            ids.Add(id);
        else
            ids.Remove(id);
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
