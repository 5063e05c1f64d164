namespace SakilaPortal.Pipeline.Workflow;

/// <summary>Runs the workflow and looks after it meanwhile: the lease is kept, and a lost one or a wish to cancel ends the run.</summary>
internal sealed class WatchedRun(
    WorkflowRunner runner, WorkflowLease lease, RunHistory history, NodeHolds holds, TimeProvider time, ILogger<WatchedRun> logger)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.4);

    /// <returns>Why the run failed, or null.</returns>
    /// <exception cref="LeaseLostException">Another worker holds the lease.</exception>
    public async Task<string?> RunAsync(WorkflowRun run, CancellationToken stoppingToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var running = runner.RunAsync(run, ended.Token);
        string? cancelledBy;
        try
        {
            cancelledBy = await UntilEndedAsync(run, running, ended.Token);
        }
        finally
        {
            await ended.CancelAsync();
            await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return cancelledBy is null || running.IsCompletedSuccessfully ? await running : await CancelledAsync(run, cancelledBy, stoppingToken);
    }

    /// <returns>Who cancelled it, or null when it has ended by itself.</returns>
    private async Task<string?> UntilEndedAsync(WorkflowRun run, Task running, CancellationToken cancellationToken)
    {
        var renewedAt = time.GetTimestamp();
        while (await Task.WhenAny(running, Task.Delay(Look, time, cancellationToken)) != running)
        {
            if (time.GetElapsedTime(renewedAt) >= lease.RenewAfter)
            {
                if (!await lease.TryHoldAsync(cancellationToken))
                    throw new LeaseLostException();
                renewedAt = time.GetTimestamp();
            }
            if (await history.CancelRequestedByAsync(run, cancellationToken) is { } who)
                return who;
        }
        return null;
    }

    private async Task<string?> CancelledAsync(WorkflowRun run, string who, CancellationToken cancellationToken)
    {
        var reason = $"Cancelled by {who}.";
        logger.Cancelled(run.Id, who);
        var atWork = await history.RunCancelledAsync(run, reason, cancellationToken);
        await holds.CancelledAsync(atWork, $"{reason} Ask for a run, or resume this one, to go on before that.", cancellationToken);
        return reason;
    }
}
