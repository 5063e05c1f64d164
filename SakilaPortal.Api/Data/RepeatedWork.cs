using System.Data.Common;

namespace SakilaPortal.Api.Data;

/// <summary>Work that is done again and again for as long as the Api runs. What goes wrong is told, and the next round tries again: no such work may end the Api.</summary>
internal abstract partial class RepeatedWork(TimeSpan every, TimeProvider clock, ILogger logger) : BackgroundService
{
    /// <summary>One round.</summary>
    protected abstract Task WorkAsync(CancellationToken stoppingToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (; ; await Task.Delay(every, clock, stoppingToken))
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (DbException away)
            {
                LogDatabaseAway(GetType().Name, away.Message);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(fault, GetType().Name);
            }
    }

    [LoggerMessage(LogLevel.Warning, "{Work} waits for the database: {Reason}")]
    private partial void LogDatabaseAway(string work, string reason);

    [LoggerMessage(LogLevel.Error, "{Work} failed and is tried again")]
    private partial void LogFailed(Exception fault, string work);
}
