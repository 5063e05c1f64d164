using System.Net;
using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts.Simulations;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Shared;
using Text = SakilaPortal.Web.Simulations.SimulatorText;

namespace SakilaPortal.Web.Simulations;

public sealed partial class SimulationPage
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(1);

    private bool stopping;

    [Inject] private SimulationsClient Client { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [Parameter] public string Id { get; set; } = "";

    [PersistentState] public Simulation? Current { get; set; }

    [PersistentState] public SimulationHistory? History { get; set; }

    private DeliveryProgress? Delivery { get; set; }

    private string? Describe => Current is { } now
        ? $"{now.TemplateName ?? Text.OwnTemplate} {Text.RateOf(now)} {Text.Limit(now)}, started {Clock.Moment(now.StartedAt)} by {now.StartedBy}, seed {now.Seed}"
        : null;

    protected override async Task OnInitializedAsync()
    {
        if (Current is null)
            await LoadAsync();
    }

    // The delivery is asked for in the browser's circuit only: it looks into the bucket, and the counters are what a person came for.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        if (Current is not null && await TryAsync(LoadDeliveryAsync))
            StateHasChanged();
        await RepeatAsync(Refresh, async () => (await LoadAsync() && await TryAsync(LoadDeliveryAsync) || !Leaving.IsCancellationRequested) && !IsOver);
    }

    private bool IsOver => Current is { } now && now.State != SimulationState.Running && now.InReports >= now.Accepted;

    private Task<bool> LoadAsync() => TryAsync(async () =>
    {
        Current = await Client.FindAsync(Id, Leaving) ?? throw new ApiException(HttpStatusCode.NotFound, Text.NotFound);
        History = await Client.HistoryAsync(Id, Leaving);
    });

    private async Task LoadDeliveryAsync() => Delivery = await Client.DeliveryAsync(Id, Leaving);

    private async Task StopAsync()
    {
        stopping = true;
        await TryAsync(() => Client.StopAsync(Id, Leaving));
        await LoadAsync();
        stopping = false;
    }

    private double Elapsed(Simulation now) => Math.Max(0, ((now.EndedAt ?? Clock.UtcNow) - now.StartedAt).TotalSeconds);

    private double Percent(Simulation now) => now.State == SimulationState.Completed ? 100
        : now.Total is { } total and > 0 ? 100d * now.Attempted / total
        : now.StopAfterSeconds is { } seconds ? 100 * Elapsed(now) / seconds
        : 0;

    private string ProgressText(Simulation now)
    {
        var took = Figures.Duration((long)(Elapsed(now) * 1000));
        var simulated = now.SimulatedTime is { } time ? $"; simulated time {Clock.Moment(time)} {Clock.ZoneName}" : "";
        return now.Total is { } total
            ? $"{Figures.Count(now.Attempted)} of {Figures.Plural(total, "record")} in {took}{simulated}"
            : $"{Figures.Plural(now.Attempted, "record")} in {took}{simulated}";
    }
}
