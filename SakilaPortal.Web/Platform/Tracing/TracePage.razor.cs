using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts.Lake;
using SakilaPortal.Web.Shared;
using Text = SakilaPortal.Web.Platform.Tracing.TraceText;

namespace SakilaPortal.Web.Platform.Tracing;

public sealed partial class TracePage
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(1);
    private string? asked;
    private (string?, string?)? loaded;

    [Inject] private PlatformClient Client { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery] private string? Rental { get; set; }

    [SupplyParameterFromQuery] private string? Event { get; set; }

    [PersistentState] public Trace? Shown { get; set; }

    private string? Subject => Rental ?? Event;

    protected override async Task OnParametersSetAsync()
    {
        if (loaded == (Rental, Event))
            return;
        var isRestored = loaded is null && Shown is not null;
        (loaded, asked) = ((Rental, Event), Subject);
        if (isRestored || Subject is null)
            return;
        Shown = null;
        await LoadAsync();
    }

    // What is not there yet appears by itself.
    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender
        ? RepeatAsync(Refresh, async () => !(Shown?.Hops.Any(hop => hop.State == "waiting") == true) || await LoadAsync() || !Leaving.IsCancellationRequested)
        : Task.CompletedTask;

    private Task<bool> LoadAsync() => TryAsync(async () => Shown = Rental is { } rental
        ? await Client.RentalTraceAsync(rental, Leaving)
        : await Client.EventTraceAsync(Event!, Leaving));

    private void Follow()
    {
        var what = asked?.Trim();
        if (!string.IsNullOrEmpty(what))
            Navigation.NavigateTo(RentalNumber.Find(what) is { } rental ? $"/platform/trace?rental={rental}" : $"/platform/trace?event={Uri.EscapeDataString(what)}");
    }

    private static string Worst(IEnumerable<TraceHop> hops)
    {
        var looks = hops.Select(hop => Text.Look(hop.State)).ToHashSet();
        return looks.Contains("bad") ? "bad" : looks.Contains("busy") ? "busy" : "good";
    }

    private static (string Look, string Text) Summary(Trace trace) => Worst(trace.Hops) switch
    {
        "bad" => ("bad", Text.Lost),
        "busy" => ("busy", Text.OnItsWay),
        _ => ("good", Text.Arrived(Took(trace))),
    };

    private static string Took(Trace trace) =>
        trace.Hops.Where(hop => hop.Stage != "report").Max(hop => hop.At) - trace.Hops[0].At is { } span ? Figures.Duration(Math.Max(0, (long)span.TotalMilliseconds)) : "some time";
}
