using System.Data.Common;
using MySqlConnector;

namespace SakilaPortal.Api.Partners.Events;

/// <summary>Lets what was posted go once it has surely landed.</summary>
internal sealed partial class PostedLinesUpkeep(MySqlDataSource database, TimeProvider clock, ILogger<PostedLinesUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (; ; await Task.Delay(LookEvery, clock, stoppingToken))
            try
            {
                await PostedLines.ForgetAsync(database, clock.GetUtcNow().UtcDateTime, stoppingToken);
            }
            catch (DbException away)
            {
                LogDatabaseAway(away.Message);
            }
    }

    [LoggerMessage(LogLevel.Warning, "Posted events that have landed cannot be let go now: {Reason}")]
    private partial void LogDatabaseAway(string reason);
}
