using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Shared;
using Text = SakilaPortal.Web.Reports.ReportsText;

namespace SakilaPortal.Web.Reports;

public sealed partial class ReportPage
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(300);

    private readonly Dictionary<string, string?> values = [];
    private IReadOnlyDictionary<string, string[]> errors = new Dictionary<string, string[]>();
    private Run? run;
    private string? followed;
    private bool starting;

    [Inject] private ReportsClient Client { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public string Id { get; set; } = "";

    /// <summary>The run whose result is shown, so that its link can be shared.</summary>
    [SupplyParameterFromQuery(Name = "run")] private string? RunId { get; set; }

    [PersistentState] public Report? Report { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Report is null)
            await LoadAsync();
        foreach (var parameter in Report?.Parameters ?? [])
            values[parameter.Name] = parameter.Default;
    }

    // Only a circuit follows a run; the first drawing of the page does not wait for it.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (RunId == followed)
            return;
        (followed, run) = (RunId, null);
        if (RunId is { } runId && await FollowAsync(runId))
            await RepeatAsync(Refresh, () => FollowAsync(runId));
        StateHasChanged();
    }

    private Task<bool> LoadAsync() => TryAsync(async () => Report = await Client.GetAsync(Id, Leaving));

    /// <summary>Whether there is more to follow.</summary>
    private async Task<bool> FollowAsync(string runId)
    {
        if (followed != runId)
            return false;
        var asked = await TryAsync(async () => run = await Client.RunAsync(runId, Leaving));
        StateHasChanged();
        return asked && !Text.IsOver(run!);
    }

    private async Task StartAsync()
    {
        starting = true;
        errors = new Dictionary<string, string[]>();
        try
        {
            var runId = await Client.StartAsync(Id, values, Leaving);
            Problem = null;
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("run", runId));
        }
        catch (ApiException e)
        {
            errors = e.Errors;
            Problem = e.Message;
        }
        starting = false;
    }

    private Task<bool> CancelAsync() => TryAsync(() => Client.CancelAsync(run!.RunId, Leaving));
}
