using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Partners.Delivery;
using SakilaPortal.Api.Partners.Templates;
using SakilaPortal.Api.Partners.Templating;

namespace SakilaPortal.Api.Simulations;

/// <summary>
/// Runs simulations: those started here, and those whose runner has gone. A lease in the database sees to it that no two instances run
/// the same one.
/// </summary>
internal sealed partial class SimulationRunner(
    SimulationStore store, DeliveryStreams streams, MySqlDataSource database, IOptions<SimulationOptions> options, TimeProvider clock,
    IHostApplicationLifetime application, ILogger<SimulationRunner> logger) : RepeatedWork(TimeSpan.FromSeconds(2), clock, logger)
{
    private readonly TimeProvider clock = clock;
    private readonly ILogger logger = logger;
    private readonly ConcurrentDictionary<string, (SimulationRun Run, Task Ended)> running = [];

    /// <summary>This instance, as the holder of leases.</summary>
    public string Owner { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The simulation, if it runs here.</summary>
    public SimulationRun? Find(string id) => running.TryGetValue(id, out var entry) ? entry.Run : null;

    /// <summary>Stops the simulation, if it runs here, and waits so long for its end.</summary>
    public async Task StopAsync(string id, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!running.TryGetValue(id, out var entry))
            return;
        entry.Run.Stop();
        await Task.WhenAny(entry.Ended, Task.Delay(patience, clock, cancellationToken));
    }

    /// <summary>Writes a new simulation down and runs it here.</summary>
    public async Task AddAsync(SimulationRow row, CancellationToken cancellationToken)
    {
        await store.AddAsync(row, Owner, options.Value.Lease, cancellationToken);
        await StartAsync(row, cancellationToken);
    }

    // Begins or resumes a simulation that is leased to this instance.
    private async Task StartAsync(SimulationRow row, CancellationToken cancellationToken)
    {
        var rules = await database.RulesAsync(row.DeliveryStream, cancellationToken);
        var template = RecordTemplate.Parse(row.TemplateBody).Template
            ?? throw new InvalidOperationException($"The template of simulation {row.SimulationId} cannot be read, although it was checked.");
        var run = new SimulationRun(row, template, rules, streams, options.Value, clock);
        var supervision = new SimulationSupervision(run, store, Owner, options.Value.Lease, clock, logger);
        var ended = Task.Run(() => supervision.RunAsync(application.ApplicationStopping), CancellationToken.None);
        running[run.Id] = (run, ended);
        _ = ForgetAsync(run.Id, (run, ended));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await base.ExecuteAsync(stoppingToken);
        }
        finally
        {
            await Task.WhenAll(running.Values.Select(entry => entry.Ended));
        }
    }

    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        await store.GiveUpAsync(options.Value.ResumeWithin, stoppingToken);
        foreach (var row in await store.ClaimAsync(Owner, options.Value.Lease, stoppingToken))
            await ResumeAsync(row, stoppingToken);
    }

    // One that cannot be resumed ends, rather than be claimed again and again.
    private async Task ResumeAsync(SimulationRow row, CancellationToken cancellationToken)
    {
        try
        {
            await StartAsync(row, cancellationToken);
            LogResumed(row.SimulationId, row.Settled);
        }
        catch (Exception fault) when (fault is not DbException && !cancellationToken.IsCancellationRequested)
        {
            LogNotResumed(fault, row.SimulationId);
            await store.FailAsync(row.SimulationId, Owner, $"The simulation could not go on after record {row.Settled:N0}: {fault.Message}", cancellationToken);
        }
    }

    private async Task ForgetAsync(string id, (SimulationRun Run, Task Ended) entry)
    {
        await entry.Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        running.TryRemove(new(id, entry));
    }

    [LoggerMessage(LogLevel.Information, "Simulation {Id} is resumed after record {Settled}")]
    private partial void LogResumed(string id, long settled);

    [LoggerMessage(LogLevel.Error, "Simulation {Id} cannot be resumed")]
    private partial void LogNotResumed(Exception fault, string id);
}
