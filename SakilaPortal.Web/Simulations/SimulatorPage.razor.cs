using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Shared;
using Text = SakilaPortal.Web.Simulations.SimulatorText;

namespace SakilaPortal.Web.Simulations;

public sealed partial class SimulatorPage
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(300);

    private Dictionary<string, string[]> errors = [];
    private SimulationPlan plan = new();
    private string? startProblem;
    private bool begun;
    private bool clockless;
    private bool starting;
    private int? taken;
    private int tab;

    [Inject] private SimulationsClient Client { get; set; } = null!;

    [Inject] private TemplatesClient TemplatesClient { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The template to begin with.</summary>
    [SupplyParameterFromQuery(Name = "template")] private string? AskedTemplate { get; set; }

    /// <summary>What there is to choose from, without the texts.</summary>
    [PersistentState] public IReadOnlyList<Template>? Templates { get; set; }

    /// <summary>The template that the page began with.</summary>
    [PersistentState] public Template? First { get; set; }

    private int? Asked => AddressValue.Number(AskedTemplate);

    protected override async Task OnInitializedAsync()
    {
        taken = Asked;
        if (Templates is null)
            await LoadTemplatesAsync();
        else
            Take();
    }

    // Asked for from here, as the command palette does.
    protected override async Task OnParametersSetAsync()
    {
        if (Asked == taken)
            return;
        taken = Asked;
        if (plan.Template?.Id != Asked)
            await ChooseAsync(Asked);
    }

    // The draft and the first samples come in the browser's circuit, not while the page is prepared for it; there the templates may come after the first rendering.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (begun || plan.Template is null)
            return;
        begun = true;
        await RestoreAsync();
        await PreviewAsync(Leaving);
        StateHasChanged();
    }

    private async Task LoadTemplatesAsync()
    {
        if (await TryAsync(async () =>
        {
            var templates = await TemplatesClient.ListAsync(Leaving);
            First = Asked is { } id ? await TemplatesClient.FindAsync(id, Leaving) : null;
            if (First is null && templates is [var shipped, ..])
                First = await TemplatesClient.FindAsync(shipped.Id, Leaving);
            Templates = templates;
        }))
            Take();
    }

    private void Take()
    {
        if (plan.Template is null && First is not null)
            plan = plan with { Template = First, Body = First.Body };
    }

    private string? NameOf(int? id) => plan.Template?.Id == id ? plan.Template?.Name : Templates?.FirstOrDefault(template => template.Id == id)?.Name;

    private Task TakeSavedAsync(Template saved)
    {
        Templates = [.. Templates!.Where(template => template.Id != saved.Id), saved with { Body = "" }];
        (plan, replaced) = (plan with { Template = saved }, null);
        return KeepAsync();
    }

    private async Task StartAsync()
    {
        errors = plan.Check();
        clockless = plan.NeedsSimulatedTime;
        startProblem = preview is { Problems.Count: > 0 } ? Text.FixFirst : clockless ? Text.NoSimulatedTime : null;
        if (starting || errors.Count > 0 || startProblem is not null)
            return;
        starting = true;
        try
        {
            var started = await Client.StartAsync(plan.ToRequest(Clock), Leaving);
            Navigation.NavigateTo($"/simulator/{started.Id}");
        }
        catch (ApiException e)
        {
            errors = new(e.Errors);
            startProblem = e.Message;
        }
        starting = false;
    }
}
