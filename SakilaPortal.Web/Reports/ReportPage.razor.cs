using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Reports;

public sealed partial class ReportPage
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(300);

    private readonly Dictionary<string, IReadOnlyList<string>> choices = [];
    private IReadOnlyList<ReportMoment> moments = [];
    private IReadOnlyDictionary<string, string[]> errors = new Dictionary<string, string[]>();
    private Estimate? estimate;
    private Run? run;
    private Run? result;
    private string? shown;
    private string? said;
    private RunForm form = null!;
    private string of = "";
    private bool prepared;
    private bool? estimated;
    private bool starting;

    [Inject] private ReportsClient Client { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    [Parameter] public string Id { get; set; } = "";

    /// <summary>The run whose result is shown, so that its link can be shared; without it the last one is.</summary>
    [SupplyParameterFromQuery(Name = "run")] private string? RunId { get; set; }

    [SupplyParameterFromQuery(Name = "asOf")] private string? AsOf { get; set; }

    [SupplyParameterFromQuery(Name = "maxAge")] private string? MaxAge { get; set; }

    [SupplyParameterFromQuery(Name = "buffered")] private string? Buffered { get; set; }

    private bool IsRunning => run is not null && !ReportsText.IsOver(run.State);

    /// <summary>Whether the form has other values than the run that is shown.</summary>
    private bool IsOutdated => run is not null && form.DiffersFrom(run, Report!.Parameters);

    private bool IncludesBuffered => Report is { ReadsEvents: true } && Buffered == "true" && string.IsNullOrEmpty(AsOf);

    [PersistentState] public Report? Report { get; set; }

    protected override async Task OnInitializedAsync()
    {
        (form, of) = (new(Navigation), Id);
        if (Report is null)
            await LoadAsync();
    }

    // The page of one report becomes that of another, as by the command palette.
    protected override async Task OnParametersSetAsync()
    {
        if (of != Id)
        {
            (Report, run, result, shown, said, estimate, estimated, prepared) = (null, null, null, null, null, null, null, false);
            (form, of, moments, errors) = (new(Navigation), Id, [], new Dictionary<string, string[]>());
            choices.Clear();
            await LoadAsync();
        }
        if (Report is not null)
            form.Follow(Report.Parameters, run);
    }

    // Only a circuit follows a run; the first drawing of the page does not wait for it.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Within a circuit the report comes after the first drawing.
        if (Report is null)
            return;
        if (!prepared)
        {
            prepared = true;
            _ = InvokeAsync(PrepareAsync);
        }
        if (estimated != IncludesBuffered)
        {
            estimated = IncludesBuffered;
            _ = InvokeAsync(() => QuietlyAsync(async () => estimate = await Client.EstimateAsync(Id, IncludesBuffered, Leaving)));
        }
        if ((RunId ?? Report.LastRun?.RunId) is var wanted && wanted == shown)
            return;
        (shown, run) = (wanted, null);
        StateHasChanged();
        if (shown is { } runId)
            await FollowAsync(Refresh, () => LookAsync(runId));
        StateHasChanged();
    }

    private Task<bool> LoadAsync() => TryAsync(async () =>
    {
        Report = await Client.GetAsync(Id, Leaving);
        form.Follow(Report.Parameters, run);
    });

    // A run that could not be had is asked for again as well.
    private Task<bool> RetryAsync()
    {
        if (run is null)
            shown = null;
        return LoadAsync();
    }

    /// <summary>What helps to run it, and is not waited for: choices, earlier moments. Without them it runs as well.</summary>
    private async Task PrepareAsync()
    {
        foreach (var name in Report!.Parameters.Where(parameter => parameter.Query is not null).Select(parameter => parameter.Name))
        {
            if (!await QuietlyAsync(async () => choices[name] = await Client.ChoicesAsync(Id, name, Leaving)))
                choices[name] = [];
            StateHasChanged();
        }
        await QuietlyAsync(async () => moments = await Client.MomentsAsync(Id, Leaving));
        StateHasChanged();
    }

    private async Task<bool> QuietlyAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
            StateHasChanged();
            return true;
        }
        catch (Exception missed) when (missed is ApiException || (missed is OperationCanceledException && Leaving.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>Whether there is more to follow.</summary>
    private async Task<bool> LookAsync(string runId)
    {
        var asked = await Client.RunAsync(runId, Leaving);
        if (shown != runId)
            return false;
        if (run is null)
            form.Take(asked);
        run = asked;
        // The earlier result stays, dimmed, until there is another.
        if (ReportsText.IsOver(run.State))
            result = run.State == "SUCCEEDED" ? run : null;
        return !ReportsText.IsOver(run.State);
    }

    private async Task StartAsync()
    {
        // The form can be sent from a field as well.
        if (starting || IsRunning)
            return;
        starting = true;
        errors = new Dictionary<string, string[]>();
        try
        {
            var runId = await Client.StartAsync(Id, new(form.Values, int.TryParse(MaxAge, CultureInfo.InvariantCulture, out var minutes) ? minutes : null, AsOf, IncludesBuffered), Leaving);
            Problem = null;
            form.GoTo(Address(("run", runId)), replace: false);
        }
        catch (ApiException e)
        {
            errors = e.Errors;
            Problem = e.Message;
        }
        starting = false;
    }

    private Task<bool> CancelAsync() => TryAsync(() => Client.CancelAsync(run!.RunId, Leaving));

    /// <summary>The link holds the run that is shown and what it was started with, whatever stands in the form by now.</summary>
    private async Task ShareAsync()
    {
        var link = run is null ? Address() : Navigation.GetUriWithQueryParameters(ParameterAddress.Write(
            Report!.Parameters.ToDictionary(parameter => parameter.Name, parameter => run.Parameters?.GetValueOrDefault(parameter.Name)),
            ("run", run.RunId), ("asOf", run.AsOf), ("buffered", run.Buffered is null ? null : "true")));
        said = await Script.CopyAsync(link) ? RunText.Shared : Clipboard.Refused;
    }

    private void KeepInAddress() => form.GoTo(Address(), replace: true);

    // What was chosen a moment ago counts before the browser has told that its address has changed.
    private string Address(params (string Name, string? Value)[] changes) => Navigation.GetUriWithQueryParameters(
        ParameterAddress.Write(form.Values, [("asOf", AsOf), ("maxAge", MaxAge), ("buffered", Buffered), .. changes]));

    private string? ErrorOf(string field) => errors.TryGetValue(field, out var texts) ? string.Join(' ', texts) : null;

    private string MomentName(string? address)
    {
        if (string.IsNullOrEmpty(address))
            return RunText.Newest;
        var versions = moments.FirstOrDefault(moment => ToAddress(moment.At) == address)?.Tables.Select(table => $"{table.Version}");
        return DateTime.TryParse(address, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at)
            ? $"{Clock.Moment(at)}{(versions is null ? null : $" · version {string.Join(", ", versions)}")}"
            : address;
    }

    private static string ToAddress(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
