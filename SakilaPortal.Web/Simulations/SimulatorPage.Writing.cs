using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Simulations;

/// <summary>The template's text: chosen, typed or built, tried while it is written, and not lost to another one.</summary>
public sealed partial class SimulatorPage
{
    private TemplateEditor? editor;
    private CancellationTokenSource? typing;
    private EventPlan builder = new();
    private string? built;
    private bool restored;
    private (Template? Template, string Body)? replaced;
    private PreviewResponse? preview;
    private string? previewProblem;

    [Inject] private TemplateDrafts Drafts { get; set; } = null!;

    private async Task ChooseAsync(int? id)
    {
        Template? chosen = null;
        if (id is null || !await TryAsync(async () => chosen = await TemplatesClient.FindAsync(id.Value, Leaving)) || chosen is null)
            return;
        (plan, tab) = (Replace(chosen, chosen.Body), 0);
        await KeepAsync();
        await PreviewAsync(Leaving);
    }

    // The builder writes over its own text as often as it likes.
    private Task BuildAsync(string body)
    {
        if (plan.Body != built)
            plan = Replace(plan.Template, body);
        built = body;
        return EditAsync(body);
    }

    // Both texts stay at hand: undoing it is another replacement.
    private Task UndoAsync()
    {
        var (template, body) = replaced!.Value;
        plan = Replace(template, body);
        return EditAsync(body);
    }

    private SimulationPlan Replace(Template? template, string body)
    {
        replaced = plan.IsEdited && plan.Body.Length > 0 && plan.Body != body ? (plan.Template, plan.Body) : null;
        return plan with { Template = template, Body = body };
    }

    private async Task EditAsync(string body)
    {
        plan = plan with { Body = body };
        (startProblem, clockless) = (null, false);
        typing?.Cancel();
        typing = CancellationTokenSource.CreateLinkedTokenSource(Leaving);
        var token = typing.Token;
        try
        {
            await Task.Delay(TypingPause, Time, token);
            await KeepAsync();
            await PreviewAsync(token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The next key asks again.
        }
    }

    private Task UseSimulatedTimeAsync()
    {
        builder = builder with { SimulatedTime = true };
        return EditAsync(plan.WithSimulatedTime);
    }

    // Before the draft is known, nothing is written over it.
    private Task KeepAsync() => restored ? Drafts.KeepAsync(new(plan.Template, plan.Body, builder, built)) : Task.CompletedTask;

    // A link that asks for another template is followed; the draft is then one press away.
    private async Task RestoreAsync()
    {
        var found = await Drafts.FindAsync();
        restored = true;
        if (found is not { } draft)
            return;
        (builder, built) = (draft.Builder, draft.Built);
        if (draft.Body == draft.Template?.Body || draft.Body == plan.Body)
            return;
        if (Asked is null || Asked == draft.Template?.Id)
            plan = plan with { Template = draft.Template, Body = draft.Body };
        else
            replaced = (draft.Template, draft.Body);
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

    // The place is in the text, which the builder hides.
    private async Task GoToAsync(TemplateProblem problem)
    {
        if (tab == 0)
            await editor!.GoToAsync(problem.Line, problem.Column);
        tab = 0;
    }
}
