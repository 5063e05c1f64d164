using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Shared;
using Text = SakilaPortal.Web.Simulations.SimulatorText;

namespace SakilaPortal.Web.Simulations;

public sealed partial class SimulatorPage
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(300);

    private TemplateEditor? editor;
    private CancellationTokenSource? typing;
    private Dictionary<string, string[]> errors = [];
    private SimulationPlan plan = new();
    private PreviewResponse? preview;
    private string? previewProblem;
    private string? startProblem;
    private bool starting;
    private int? taken;
    private int tab;

    [Inject] private SimulationsClient Client { get; set; } = null!;

    [Inject] private TemplatesClient TemplatesClient { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The template to begin with.</summary>
    [SupplyParameterFromQuery(Name = "template")] private string? AskedTemplate { get; set; }

    [PersistentState] public IReadOnlyList<Template>? Templates { get; set; }

    private int? Asked => AddressValue.Number(AskedTemplate);

    protected override async Task OnInitializedAsync()
    {
        if (Templates is null)
            await LoadTemplatesAsync();
        else
            Take(Templates);
    }

    // Asked for from here, as the command palette does.
    protected override async Task OnParametersSetAsync()
    {
        if (Asked == taken)
            return;
        taken = Asked;
        if (plan.Template?.Id != Asked && Templates?.FirstOrDefault(template => template.Id == Asked) is { } other)
            await ChooseAsync(other);
    }

    // The first samples are drawn in the browser's circuit, not while the page is prepared for it.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || plan.Template is null)
            return;
        await PreviewAsync(Leaving);
        StateHasChanged();
    }

    private async Task LoadTemplatesAsync()
    {
        if (await TryAsync(async () => Templates = await TemplatesClient.ListAsync(Leaving)))
            Take(Templates!);
    }

    private async Task RetryAsync()
    {
        await LoadTemplatesAsync();
        if (plan.Template is not null)
            await PreviewAsync(Leaving);
    }

    private void Take(IReadOnlyList<Template> templates)
    {
        if ((templates.FirstOrDefault(template => template.Id == Asked) ?? (templates is [var shipped, ..] ? shipped : null)) is { } first)
            plan = plan with { Template = first, Body = first.Body };
    }

    private Task ChooseAsync(Template? template)
    {
        (plan, tab) = (plan with { Template = template, Body = template?.Body ?? "" }, 0);
        return PreviewAsync(Leaving);
    }

    private void TakeSaved(Template saved)
    {
        Templates = [.. Templates!.Where(template => template.Id != saved.Id), saved];
        plan = plan with { Template = saved };
    }

    // The place is in the text, which the builder hides.
    private async Task GoToAsync(TemplateProblem problem)
    {
        if (tab == 0)
            await editor!.GoToAsync(problem.Line, problem.Column);
        tab = 0;
    }

    private async Task EditAsync(string body)
    {
        plan = plan with { Body = body };
        startProblem = null;
        typing?.Cancel();
        typing = CancellationTokenSource.CreateLinkedTokenSource(Leaving);
        var token = typing.Token;
        try
        {
            await Task.Delay(TypingPause, Time, token);
            await PreviewAsync(token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The next key asks again.
        }
    }

    private async Task PreviewAsync(CancellationToken cancellationToken)
    {
        try
        {
            preview = await TemplatesClient.PreviewAsync(plan.Body, cancellationToken);
            previewProblem = null;
        }
        catch (ApiException e)
        {
            (preview, previewProblem) = (null, e.Message);
        }
    }

    private async Task StartAsync()
    {
        startProblem = null;
        errors = plan.Check();
        if (preview is { Problems.Count: > 0 })
            startProblem = Text.FixFirst;
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
