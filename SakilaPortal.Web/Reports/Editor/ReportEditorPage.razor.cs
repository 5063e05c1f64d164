using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Reports.Editor;

public sealed partial class ReportEditorPage
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private readonly Dictionary<string, string?> values = [];
    private IReadOnlyDictionary<string, string[]> errors = new Dictionary<string, string[]>();
    private IReadOnlyList<SqlProblem> problems = [];
    private IReadOnlyList<ReportParameter> parameters = [];
    private Completions? offers;
    private SqlEditor? editor;
    private Run? run;
    private string? chart;
    private string saved = "";
    private int steps;
    private bool isPrepared;
    private bool asking;
    private bool busy;

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

    // Reads the text first, since it may be tried before the pause after the last key is over.
    private async Task TryItAsync()
    {
        if (Draft is null || busy)
            return;
        run = null;
        if (await SendAsync(StartAsync))
            await RepeatAsync(Refresh, FollowAsync);
    }

    private async Task StartAsync()
    {
        await ReadTextAsync();
        var declared = values.Where(value => parameters.Any(parameter => parameter.Name == value.Key)).ToDictionary();
        run = await Client.RunAsync(await Client.StartDraftAsync(Draft!.Sql, declared, Leaving), Leaving);
    }

    private async Task<bool> FollowAsync()
    {
        var asked = await TryAsync(async () => run = await Client.RunAsync(run!.RunId, Leaving));
        if (run is { Failure: { Line: { } line } failure })
            problems = [new(line, failure.Column ?? 1, failure.What)];
        return asked && !ReportsText.IsOver(run!.State);
    }

    private async Task FormatAsync()
    {
        Draft!.Sql = SqlFormatter.Format(Draft.Sql);
        await CheckAsync();
    }

    private async Task SaveAsync()
    {
        var request = new ReportRequest(Draft!.Name, Draft.Description, Draft.Sql);
        Report? report = null;
        if (!await SendAsync(async () => report = Id is null ? await Client.CreateAsync(request, Leaving) : await Client.ChangeAsync(Id, request, Leaving)))
            return;
        saved = $"{Draft}";
        Navigation.NavigateTo($"/reports/{Uri.EscapeDataString(report!.Id)}");
    }

    private async Task DeleteAsync()
    {
        asking = false;
        if (!await SendAsync(() => Client.DeleteAsync(Id!, Leaving)))
            return;
        saved = $"{Draft}";
        Navigation.NavigateTo("/reports");
    }

    /// <summary>Sends something that may be refused for single fields, and says so at them.</summary>
    private async Task<bool> SendAsync(Func<Task> send)
    {
        busy = true;
        errors = new Dictionary<string, string[]>();
        try
        {
            await send();
            Problem = null;
            return true;
        }
        catch (ApiException e)
        {
            errors = e.Errors;
            if (e.For("sql") is { } wrong)
                problems = [SqlPlace.Read(wrong)];
            Problem = e.Errors.Count > 0 ? null : e.Message;
            return false;
        }
        finally
        {
            busy = false;
        }
    }

    private string? ErrorOf(string field) => errors.TryGetValue(field, out var texts) ? string.Join(' ', texts) : null;
}
