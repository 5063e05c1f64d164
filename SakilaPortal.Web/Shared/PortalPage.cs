using System.Net;
using Microsoft.AspNetCore.Components;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Shared;

/// <summary>A page that asks the Api: what it began ends when a person leaves it, and a refusal becomes a sentence.</summary>
public abstract class PortalPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private bool mayPass;

    private protected PortalPage() => Leaving = leaving.Token;

    [Inject] private protected TimeProvider Time { get; set; } = null!;

    /// <summary>Ends with the page; kept, since steps that are under way ask for it after the page has gone.</summary>
    private protected CancellationToken Leaving { get; }

    /// <summary>Why the last attempt failed, for a person to read; null when it did not.</summary>
    private protected string? Problem { get; set; }

    /// <summary>Whether the last attempt failed since there is no such thing (any more).</summary>
    private protected bool IsMissing { get; private set; }

    /// <summary>False when the Api refused, or the person has left.</summary>
    private protected async Task<bool> TryAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
            (Problem, IsMissing) = (null, false);
            return true;
        }
        catch (ApiException e)
        {
            (Problem, mayPass, IsMissing) = (e.Message, e.MayPass, e.Status == HttpStatusCode.NotFound);
            return false;
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Takes a step again and again, and shows what it changed, until it says no more or the person leaves.</summary>
    private protected async Task RepeatAsync(TimeSpan period, Func<Task<bool>> step)
    {
        using var timer = new PeriodicTimer(period, Time);
        try
        {
            bool more;
            do
            {
                await timer.WaitForNextTickAsync(Leaving);
                more = await step();
                StateHasChanged();
            }
            while (more);
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
    }

    /// <summary>
    /// Follows what goes on in the Api, by a step that asks it and says whether there is more: at once, and again each period. What passes, such as a
    /// restart, is shown until an answer comes; a refusal ends it.
    /// </summary>
    private protected async Task FollowAsync(TimeSpan period, Func<Task<bool>> step)
    {
        if (await LookAsync())
            await RepeatAsync(period, LookAsync);

        async Task<bool> LookAsync()
        {
            var more = false;
            var isAnswered = await TryAsync(async () => more = await step());
            StateHasChanged();
            return isAnswered ? more : mayPass && !Leaving.IsCancellationRequested;
        }
    }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
        GC.SuppressFinalize(this);
    }
}
