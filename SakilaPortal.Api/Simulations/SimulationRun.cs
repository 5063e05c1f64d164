using SakilaPortal.Api.Partners.Delivery;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Api.Partners.Templating;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Simulations;

/// <summary>How a simulation ended.</summary>
internal sealed record Ending(SimulationState State, string? Reason);

/// <summary>Sends the records of one simulation, as they become due.</summary>
internal sealed class SimulationRun
{
    private const int MostLanes = 8;
    private const double RecordsALane = 5000;

    // Who is turned away on purpose waits most of the time, with no more than a batch in memory.
    private const int LanesWithFaults = 512;

    // What is under way when a person stops a simulation is given this long to be answered.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(1);

    private readonly SimulationRow row;
    private readonly RecordMaker maker;
    private readonly DeliveryStreams streams;
    private readonly SimulationOptions options;
    private readonly TimeProvider clock;
    private readonly Schedule schedule;
    private readonly FaultInjection? faults;
    private long acceptedBytes;
    private volatile bool stopRequested;
    private volatile string? failure;

    public SimulationRun(
        SimulationRow row, RecordTemplate template, PartnerEventRules? rules, DeliveryStreams streams, SimulationOptions options, TimeProvider clock)
    {
        (this.row, this.streams, this.options, this.clock) = (row, streams, options, clock);
        schedule = row.Schedule;
        acceptedBytes = row.AcceptedBytes;
        faults = row.Told.Faults is { } told ? new(told, row.Injected, row.SimulationId, row.Seed) : null;
        maker = new(row.SimulationId, template, rules, row.Seed, clock, schedule.Timeline, faults);
        Outcomes = new(row.Settled, Outcomes.Read(row.RejectedRanges), row.Retried);
    }

    public string Id => row.SimulationId;

    public long Total => schedule.Total;

    public Outcomes Outcomes { get; }

    public long AcceptedBytes => Interlocked.Read(ref acceptedBytes);

    public Injected Injected => faults?.Counts ?? row.Injected;

    /// <summary>Where simulated time is, when it is not the clock's.</summary>
    public DateTime? SimulatedTime => schedule.Timeline?.TimeOf(Math.Max(1, Outcomes.Live().Attempted)).UtcDateTime;

    public void Stop() => stopRequested = true;

    /// <param name="abandon">Ends at once, leaving what is under way undecided.</param>
    public async Task<Ending> RunAsync(CancellationToken abandon)
    {
        var started = clock.GetTimestamp();
        var sending = new List<Task>();
        using var lanes = new SemaphoreSlim(Lanes);
        var (sent, late) = (schedule.Settled, false);
        while (sent < schedule.Total && !IsEnding && !late)
        {
            var due = schedule.DueAt(clock.GetElapsedTime(started));
            while (sent < due && !IsEnding)
            {
                await lanes.WaitAsync(abandon);
                var (first, count) = (sent + 1, (int)Math.Min(DeliveryStreams.LargestBatch, due - sent));
                sending.Add(Task.Run(() => SendAsync(first, count, lanes, abandon), abandon));
                sent += count;
            }
            sending.RemoveAll(task => task.IsCompletedSuccessfully);
            await Task.Delay(schedule.Step, clock, abandon);
            late = row.StopAfterSeconds is not null && clock.GetElapsedTime(started) > schedule.Length + options.OverrunLimit;
        }
        await Task.WhenAll(sending);
        return End();
    }

    private int Lanes => row.Told.Faults is { Throttling: > 0 } or { PartialFailures: > 0 } ? LanesWithFaults : (int)Math.Min(MostLanes, 2 + schedule.PeakRate / RecordsALane);

    private bool IsEnding => stopRequested || failure is not null;

    private async Task SendAsync(long first, int count, SemaphoreSlim lanes, CancellationToken abandon)
    {
        try
        {
            await SendExtrasAsync(await SendRecordsAsync(first, count, abandon), abandon);
        }
        catch (Exception fault) when (!abandon.IsCancellationRequested)
        {
            // What else is under way is waited for and counted; then the simulation ends.
            failure ??= $"The portal could not send records {first:N0} to {first + count - 1:N0}: {fault.Message}";
        }
        finally
        {
            lanes.Release();
        }
    }

    // Each record is decided in the end, so that the counters add up whatever happens here.
    private async Task<IReadOnlyList<(long Number, ReadOnlyMemory<byte> Record)>> SendRecordsAsync(long first, int count, CancellationToken abandon)
    {
        Outcomes.Attempt(count);
        string?[]? decided = null;
        try
        {
            var (records, errors) = maker.Make(first, count);
            int[] sendable = [.. Enumerable.Range(0, count).Where(index => errors[index] is null)];
            var persistence = new Persistence(KeepTrying, Outcomes.Retry, faults?.Disturbance);
            var delivered = await streams.PutAsync(row.DeliveryStream, [.. sendable.Select(index => records[index])], persistence, abandon);
            foreach (var (index, outcome) in sendable.Zip(delivered))
                errors[index] = outcome.Error;
            decided = errors;
            int[] accepted = [.. sendable.Where(index => errors[index] is null)];
            Interlocked.Add(ref acceptedBytes, accepted.Sum(index => records[index].Length + 1L));
            if (!stopRequested)
                failure ??= delivered.FirstOrDefault(outcome => outcome.Error is not null).Error;
            return [.. accepted.Select(index => (first + index, records[index]))];
        }
        finally
        {
            if (!abandon.IsCancellationRequested || decided is not null)
                Outcomes.Settle(first, decided ?? [.. Enumerable.Repeat("It was not sent.", count)]);
        }
    }

    // Beside the simulation's own records: put once, and counted when they are taken.
    private async Task SendExtrasAsync(IReadOnlyList<(long Number, ReadOnlyMemory<byte> Record)> accepted, CancellationToken abandon)
    {
        if (faults?.ExtrasFor(accepted) is not { Count: > 0 } extras)
            return;
        var once = new Persistence(_ => false, _ => { });
        var delivered = await streams.PutAsync(row.DeliveryStream, [.. extras.Select(extra => extra.Record)], once, abandon);
        faults.CountSent(extras.Where((_, index) => delivered[index].RecordId is not null));
    }

    private bool KeepTrying(TimeSpan failing) => failing < (stopRequested ? StopPatience : options.OutageLimit) && failure is null;

    private Ending End()
    {
        var counters = Outcomes.Live();
        if (failure is not null)
            return new(SimulationState.Failed, failure);
        if (stopRequested)
            return new(SimulationState.Stopped, null);
        if (counters.Attempted < schedule.Total)
            return new(SimulationState.Completed, $"The stream was slower than the rate: {counters.Attempted:N0} of {schedule.Total:N0} records were sent in the time given.");
        return new(SimulationState.Completed, counters.Rejected == 0 ? null
            : $"{counters.Rejected:N0} records were rejected, the first because: {Outcomes.FirstError}");
    }
}
