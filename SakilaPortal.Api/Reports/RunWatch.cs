using SakilaPortal.Api.Data;

namespace SakilaPortal.Api.Reports;

/// <summary>Writes down how runs ended that nobody looks at, so that lists and comparisons know of them.</summary>
internal sealed class RunWatch(RunBook book, RunEnds ends, TimeProvider clock, ILogger<RunWatch> logger)
    : RepeatedWork(TimeSpan.FromSeconds(2), clock, logger)
{
    /// <summary>Athena ends them all within half an hour; what is much older is unknown to it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly TimeProvider clock = clock;

    protected override async Task WorkAsync(CancellationToken stoppingToken) =>
        await ends.RefreshAsync(await book.UnfinishedAsync(clock.GetUtcNow().UtcDateTime - Longest, stoppingToken), stoppingToken);
}
