using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Provisioning;

namespace SakilaPortal.Pipeline.Workflow;

/// <summary>Provisions the lake, then runs the workflow on its schedule, on demand and on arrival, while it holds the lease.</summary>
internal sealed class WorkflowWorker(
    Provisioner provisioner, WatchedRun runner, RunHistory history, RunRequests requests, NodeBook book, NodeHolds holds, WorkflowLease lease,
    WorkflowSignal signal, WorkflowHealth health, IOptions<WorkflowOptions> options, TimeProvider time, ILogger<WorkflowWorker> logger) : BackgroundService
{
    // Requests are seen within half a second.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(0.4);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);
    private bool _holding, _provisioned, _started;
    private bool _trouble = true;
    private long _renewedAt;
    private DateTimeOffset _nextOfSchedule;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (LeaseLostException)
            {
                StandBy();
            }
            // The loop outlives whatever becomes of MySQL and AWS: it says what is wrong, and tries again.
            catch (Exception problem)
            {
                // Whether the lease is still ours, and how its run ended, is to be found out again.
                _holding = false;
                await PauseAsync(problem.Message, stoppingToken);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_holding)
            await lease.GiveBackAsync(cancellationToken);
    }

    private async Task StepAsync(CancellationToken stoppingToken)
    {
        var arrived = await signal.WaitAsync(UntilNextLook(), time, stoppingToken);
        if (!await HoldLeaseAsync(stoppingToken))
            return;
        await ProvisionOnceAsync(stoppingToken);
        var open = await requests.OpenAsync(stoppingToken);
        var trigger = open.Count > 0 ? $"request by {open[0].RequestedBy}"
            : arrived ? "arrival"
            : time.GetUtcNow() >= _nextOfSchedule ? "schedule"
            : null;
        if (trigger is null)
            return;
        var run = new WorkflowRun(trigger, time.GetUtcNow().UtcDateTime) { IsAfterTrouble = _trouble };
        await RunAsync(open.Count > 0 ? await requests.GrantAsync(open, run, stoppingToken) : run, stoppingToken);
    }

    private TimeSpan UntilNextLook()
    {
        var untilSchedule = _nextOfSchedule - time.GetUtcNow();
        return !_holding || untilSchedule > Poll ? Poll : untilSchedule < TimeSpan.Zero ? TimeSpan.Zero : untilSchedule;
    }

    private async Task<bool> HoldLeaseAsync(CancellationToken stoppingToken)
    {
        if (_holding && time.GetElapsedTime(_renewedAt) < lease.RenewAfter)
            return true;
        var held = _holding;
        _holding = await lease.TryHoldAsync(stoppingToken);
        _renewedAt = time.GetTimestamp();
        if (_holding && !held)
            await TakeOverAsync(stoppingToken);
        if (!_holding)
            StandBy();
        return _holding;
    }

    private async Task TakeOverAsync(CancellationToken stoppingToken)
    {
        _trouble = true;
        await history.CloseAbandonedAsync(stoppingToken);
        await book.WriteGraphAsync(stoppingToken);
        holds.ReleaseAll();
    }

    private async Task ProvisionOnceAsync(CancellationToken stoppingToken)
    {
        if (_provisioned)
            return;
        await provisioner.ProvisionAsync(stoppingToken);
        _provisioned = true;
        // After a failure it is a run that shows the loop to work again.
        if (!_started)
            health.Works();
        _started = true;
    }

    private async Task RunAsync(WorkflowRun run, CancellationToken stoppingToken)
    {
        _trouble = true;
        var failure = await runner.RunAsync(run, stoppingToken);
        _trouble = failure is not null;
        _nextOfSchedule = time.GetUtcNow() + options.Value.Interval;
        if (holds.Problem is { } problem)
            health.Fails(problem);
        else
            health.Works();
        // After an outage anything may be missing; provisioning finds out.
        _provisioned &= failure is null;
    }

    private void StandBy()
    {
        if (_holding || !_started)
            logger.StandingBy();
        _holding = false;
        _started = true;
        health.Works();
    }

    private async Task PauseAsync(string reason, CancellationToken stoppingToken)
    {
        _provisioned = false;
        holds.ReleaseAll();
        health.Fails(reason);
        logger.CannotGoOn(reason, AfterFailure.TotalSeconds);
        await Task.Delay(AfterFailure, time, stoppingToken);
    }
}
