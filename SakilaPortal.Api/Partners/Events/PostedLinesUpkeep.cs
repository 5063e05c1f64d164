using MySqlConnector;
using SakilaPortal.Api.Data;

namespace SakilaPortal.Api.Partners.Events;

/// <summary>Lets what was posted go once it has surely landed.</summary>
internal sealed class PostedLinesUpkeep(MySqlDataSource database, TimeProvider clock, ILogger<PostedLinesUpkeep> logger)
    : RepeatedWork(TimeSpan.FromMinutes(5), clock, logger)
{
    private readonly TimeProvider clock = clock;

    protected override Task WorkAsync(CancellationToken stoppingToken) =>
        PostedLines.ForgetAsync(database, clock.GetUtcNow().UtcDateTime, stoppingToken);
}
