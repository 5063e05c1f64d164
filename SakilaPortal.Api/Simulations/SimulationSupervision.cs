using System.Data.Common;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Simulations;

/// <summary>
/// Keeps a run written down and its lease renewed. Who cannot renew in time stops sending, before anybody else may begin; what is
/// undecided then is sent again, under the same ids, by whoever resumes.
/// </summary>
internal sealed partial class SimulationSupervision(
    SimulationRun run, SimulationStore store, string owner, TimeSpan lease, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan SaveEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan GiveBackPatience = TimeSpan.FromSeconds(1);

    private readonly long started = clock.GetTimestamp();
    private TimeSpan nextSample;

    // The database counts from when it wrote, which is a little before we know.
    private TimeSpan SafeLease => lease * 0.8;

    public async Task RunAsync(CancellationToken shutdown)
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(shutdown);
        abandon.CancelAfter(SafeLease);
        LogStarted(run.Id);
        try
        {
            var work = run.RunAsync(abandon.Token);
            while (await Task.WhenAny(work, Task.Delay(SaveEvery, clock, CancellationToken.None)) != work)
                await KeepAsync(abandon);
            await FinishAsync(await EndingOf(work), abandon);
        }
        catch (OperationCanceledException)
        {
            LogAbandoned(run.Id);
            await GiveBackAsync();
        }
    }

    private async Task KeepAsync(CancellationTokenSource abandon)
    {
        try
        {
            var stop = await store.SaveAsync(run, owner, lease, abandon.Token);
            if (stop is null)
                await abandon.CancelAsync();
            else
                abandon.CancelAfter(SafeLease);
            if (stop is true)
                run.Stop();
            var age = clock.GetElapsedTime(started);
            if (age < nextSample)
                return;
            await store.SampleAsync(run, abandon.Token);
            nextSample = age + SimulationHistories.Pause(age);
        }
        catch (DbException away)
        {
            LogNotSaved(run.Id, away.Message);
        }
    }

    // A fault of ours must not be tried again and again by whoever takes over.
    private static async Task<Ending> EndingOf(Task<Ending> work)
    {
        try
        {
            return await work;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new(SimulationState.Failed, $"The portal failed: {fault.Message}");
        }
    }

    private async Task FinishAsync(Ending ending, CancellationTokenSource abandon)
    {
        while (true)
        {
            try
            {
                await store.FinishAsync(run, owner, ending, abandon.Token);
                LogEnded(run.Id, ending.State, run.Outcomes.Live());
                return;
            }
            catch (DbException away)
            {
                LogNotSaved(run.Id, away.Message);
                await Task.Delay(SaveEvery, clock, abandon.Token);
            }
        }
    }

    private async Task GiveBackAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(GiveBackPatience, clock);
            await store.SaveAsync(run, owner, TimeSpan.Zero, patience.Token);
        }
        catch (Exception away) when (away is DbException or OperationCanceledException)
        {
            LogNotSaved(run.Id, away.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "Simulation {Id} runs")]
    private partial void LogStarted(string id);

    [LoggerMessage(LogLevel.Information, "Simulation {Id} ended {State}: {Counters}")]
    private partial void LogEnded(string id, SimulationState state, Counters counters);

    [LoggerMessage(LogLevel.Information, "Simulation {Id} is left to whoever resumes it")]
    private partial void LogAbandoned(string id);

    [LoggerMessage(LogLevel.Warning, "Simulation {Id} cannot be written down: {Reason}")]
    private partial void LogNotSaved(string id, string reason);
}
