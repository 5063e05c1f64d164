using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Simulations;

public sealed partial class RejectedRow
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(300);

    private string body = "";
    private IReadOnlyList<TemplateProblem>? problems;
    private bool saved;
    private CancellationTokenSource? typing;

    [Inject] private PartnerEventsClient Client { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    /// <summary>Whether it is being repaired.</summary>
    [Parameter] public bool Editing { get; set; }

    [Parameter] public EventCallback<bool> EditingChanged { get; set; }

    [Parameter, EditorRequired] public RejectedEvent Event { get; set; } = null!;

    [Parameter] public EventCallback OnReplay { get; set; }

    [Parameter] public EventCallback OnSaved { get; set; }

    [Parameter] public bool Selected { get; set; }

    [Parameter] public EventCallback<bool> SelectedChanged { get; set; }

    private async Task ToggleAsync()
    {
        (body, saved) = (EventLayout.Spread(Event.Repaired ?? Event.Body), false);
        var open = !Editing;
        await EditingChanged.InvokeAsync(open);
        if (open)
            await CheckAsync(Leaving);
    }

    private async Task EditAsync(string text)
    {
        (body, saved) = (text, false);
        typing?.Cancel();
        typing = CancellationTokenSource.CreateLinkedTokenSource(Leaving);
        var token = typing.Token;
        try
        {
            await Task.Delay(TypingPause, Time, token);
            await CheckAsync(token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The next key asks again.
        }
    }

    private Task<bool> CheckAsync(CancellationToken cancellationToken) =>
        TryAsync(async () => problems = (await Client.CheckAsync(body, cancellationToken)).Problems);

    private async Task<bool> SaveAsync()
    {
        saved = await TryAsync(async () => problems = (await Client.RepairAsync(Event.Id, body, Leaving)).Problems);
        if (saved)
            await OnSaved.InvokeAsync();
        return saved;
    }

    private async Task SaveAndReplayAsync()
    {
        if (!await SaveAsync() || problems is not { Count: 0 })
            return;
        await EditingChanged.InvokeAsync(false);
        await OnReplay.InvokeAsync();
    }
}
