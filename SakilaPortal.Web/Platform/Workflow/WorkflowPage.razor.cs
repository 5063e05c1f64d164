using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Lake;
using SakilaPortal.Web.Shared;
using Text = SakilaPortal.Web.Platform.Workflow.WorkflowText;

namespace SakilaPortal.Web.Platform.Workflow;

/// <summary>The graph and one page of its runs, of the same moment.</summary>
public sealed record WorkflowView(Contracts.Lake.Workflow Workflow, Page<WorkflowRun> Runs);

public sealed partial class WorkflowPage
{
    private const int PageSize = 15;
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(1);
    private string? said;
    private bool asking;
    private int? loadedPage;
    private string? openStep;
    private string[] focusNext = [];

    [Inject] private PlatformClient Client { get; set; } = null!;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [SupplyParameterFromQuery] private string? Step { get; set; }

    [SupplyParameterFromQuery(Name = "run")] private string? AskedRun { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? AskedNumber { get; set; }

    [PersistentState] public WorkflowView? Shown { get; set; }

    private long? Run => AddressValue.LongNumber(AskedRun);

    private int Number => AddressValue.Page(AskedNumber);

    protected override async Task OnParametersSetAsync()
    {
        var restored = loadedPage is null && Shown is not null;
        if (!restored && loadedPage != Number)
            await LoadAsync();
        // A step that is opened may lie below the screen, and one that is closed takes the focused button with it.
        if (loadedPage is not null && Step != openStep)
            focusNext = Step is not null ? [Text.ChosenId] : [Text.BoxId(openStep!, false), Text.BoxId(openStep!, true)];
        (loadedPage, openStep) = (Number, Step);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var next = focusNext;
        focusNext = [];
        foreach (var id in next)
            await Script.InvokeVoidAsync("portal.focus", id);
        if (firstRender)
            await RepeatAsync(Refresh, async () => await LoadAsync() || !Leaving.IsCancellationRequested);
    }

    private Task<bool> LoadAsync() => TryAsync(async () =>
        Shown = new(await Client.WorkflowAsync(Leaving), await Client.RunsAsync(Number, PageSize, Leaving)));

    private async Task AskAsync(long? resumeOf)
    {
        asking = true;
        if (await TryAsync(() => Client.RunAsync(resumeOf, Leaving)))
            said = Text.Asked(resumeOf);
        asking = false;
    }

    private async Task CancelAsync(long runId)
    {
        if (await TryAsync(() => Client.CancelAsync(runId, Leaving)))
            said = Text.Cancelling(runId);
    }

    /// <summary>The step, run and page that are looked at are in the address.</summary>
    private static string Address(string? step, long? run, int page)
    {
        string?[] parts = [step is null ? null : $"step={Uri.EscapeDataString(step)}", run is null ? null : $"run={run}", page > 1 ? $"page={page}" : null];
        var query = string.Join('&', parts.Where(part => part is not null));
        return query.Length == 0 ? "/platform/workflow" : $"/platform/workflow?{query}";
    }
}
