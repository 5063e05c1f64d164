using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Accounts;

namespace SakilaPortal.Api.Accounts;

internal static class DatabaseCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task<JsonHttpResult<DatabaseStatus>> CheckAsync(
        MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var started = clock.GetTimestamp();
        try
        {
            var name = await database.FirstAsync<string>("SELECT DATABASE()", null, patience.Token);
            return TypedResults.Json(new DatabaseStatus("ok", name, Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 2)));
        }
        catch (Exception failure) when (failure is MySqlException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return TypedResults.Json(new DatabaseStatus("unavailable", null, null), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
