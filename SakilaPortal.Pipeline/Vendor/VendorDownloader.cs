using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Provisioning;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>
/// Brings what the configured sources give to the landing zone, on a schedule and on demand. It works beside the workflow, so that a slow
/// download holds up nothing; two instances never bring the same source at once.
/// </summary>
internal sealed class VendorDownloader(
    VendorBook book, VendorFetch fetch, VendorLanding landing, VendorRetention retention, WorkflowSignal signal, Zones zones, IOptions<LakeOptions> lake,
    TimeProvider time, ILogger<VendorDownloader> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private bool _isOpen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StepAsync(stoppingToken);
                await Task.Delay(Poll, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            // The loop outlives whatever becomes of MySQL and S3: it says what is wrong, and tries again.
            catch (Exception problem)
            {
                logger.CannotLook(problem.Message);
                await Task.Delay(Poll * 5, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task StepAsync(CancellationToken stoppingToken)
    {
        // On the first start ever the worker of the workflow is still making the lake.
        if (!_isOpen && !await zones.IsThereAsync(lake.Value.Landing, stoppingToken))
            return;
        if (!_isOpen)
            await book.OpenAsync(stoppingToken);
        _isOpen = true;
        while (await book.ClaimAsync(stoppingToken) is { } source)
            await BringAsync(source, stoppingToken);
        await retention.RunAsync(stoppingToken);
    }

    private async Task BringAsync(SourceState source, CancellationToken stoppingToken)
    {
        try
        {
            using var scratch = new ScratchFolder();
            var path = scratch.NewFile("raw");
            var mark = await fetch.FetchAsync(source.Location, source.LandedAt is null ? new(null, null) : source.Mark, path, stoppingToken);
            if (mark is not null && await landing.StoreAsync(VendorSource.Find(source.Source)!, source, path, stoppingToken))
                signal.Set();
            await book.SucceededAsync(source.Source, mark, stoppingToken);
        }
        // Whatever a source ran into is its own problem, shown with it; the others are brought.
        catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
        {
            logger.SourceFailed(source.Source, problem.Message);
            await book.FailedAsync(source, problem.Message, stoppingToken);
        }
    }
}

internal static partial class VendorLog
{
    [LoggerMessage(LogLevel.Warning, "The vendor's source {Source} was not brought: {Reason}")]
    public static partial void SourceFailed(this ILogger logger, string source, string reason);

    [LoggerMessage(LogLevel.Warning, "Vendors' sources cannot be looked at: {Reason}")]
    public static partial void CannotLook(this ILogger logger, string reason);
}
