using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Reports.Editor;

public sealed partial class ReportEditorPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private readonly Dictionary<string, string?> values = [];
    private IReadOnlyList<SqlProblem> problems = [];
    private IReadOnlyList<ReportParameter> parameters = [];
    private Completions? offers;
    private Estimate? estimate;
    private SqlEditor? editor;
    private string? chart;
    private string saved = "";
    private string? opened;
    private int steps;
    private bool isPrepared;

    [Inject] private ReportsClient Client { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public string? Id { get; set; }

    [PersistentState] public ReportDraft? Draft { get; set; }

    private string Back => Id is null ? "/reports" : $"/reports/{Uri.EscapeDataString(Id)}";

    private bool IsChanged => Draft is not null && Draft.ToString() != saved;

    protected override async Task OnInitializedAsync()
    {
        if (Draft is null)
            await LoadAsync();
        (saved, opened) = ($"{Draft}", Id);
    }

    // From one report to another, or to a new one, the page stays.
    protected override async Task OnParametersSetAsync()
    {
        if (opened == Id)
            return;
        opened = Id;
        (Draft, theirs, run, isPrepared) = (null, null, null, false);
        await LoadAsync();
        saved = $"{Draft}";
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Draft is null || isPrepared)
            return;
        isPrepared = true;
        await TryAsync(async () => offers = await Client.CompletionsAsync(Leaving));
        await CheckAsync();
    }

    private Task<bool> LoadAsync() => TryAsync(async () =>
        Draft = Id is null ? new() { Sql = EditorText.Start } : ReportDraft.Of(await Client.GetAsync(Id, Leaving)));

    // The text is checked when the person pauses.
    private async Task EditAsync(string sql)
    {
        Draft!.Sql = sql;
        problems = [];
        var step = ++steps;
        try
        {
            await Task.Delay(Pause, Time, Leaving);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        if (step == steps)
            await CheckAsync();
    }

    private async Task CheckAsync()
    {
        await TryAsync(ReadTextAsync);
        StateHasChanged();
        await EstimateAsync(steps);
    }

    // Without an estimate the text can be tried as well.
    private async Task EstimateAsync(int step)
    {
        try
        {
            var answer = problems.Count > 0 || string.IsNullOrWhiteSpace(Draft!.Sql) ? null : await Client.EstimateDraftAsync(Draft.Sql, Leaving);
            if (step == steps)
                estimate = answer;
        }
        catch (Exception missed) when (missed is ApiException || (missed is OperationCanceledException && Leaving.IsCancellationRequested))
        {
            estimate = null;
        }
        StateHasChanged();
    }

    // An answer about a text that has changed meanwhile is not shown.
    private async Task ReadTextAsync()
    {
        var step = ++steps;
        var check = await Client.CheckAsync(Draft!.Sql, Leaving);
        if (step != steps)
            return;
        (problems, parameters, chart) = (check.Problems, check.Parameters, check.Chart);
        foreach (var parameter in parameters)
            values.TryAdd(parameter.Name, parameter.Default);
    }

    private async Task FormatAsync()
    {
        Draft!.Sql = SqlFormatter.Format(Draft.Sql);
        await CheckAsync();
    }
}
