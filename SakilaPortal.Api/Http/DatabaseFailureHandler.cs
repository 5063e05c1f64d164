using System.Net.Sockets;
using Microsoft.AspNetCore.Diagnostics;
using MySqlConnector;
using SakilaPortal.Api.Data;

namespace SakilaPortal.Api.Http;

/// <summary>Tells a database that is away or too busy (503, try again) from a fault of ours (500).</summary>
internal sealed class DatabaseFailureHandler(IProblemDetailsService problems) : IExceptionHandler
{
    private const int RetryAfterSeconds = 2;

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not MySqlException failure || !IsPassing(failure))
            return false;

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
        await problems.WriteAsync(new()
        {
            HttpContext = context,
            ProblemDetails = new()
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Detail = Transactions.IsLostToOthers(failure)
                    ? "Others are changing the same rows; nothing was saved, try again in a moment."
                    : "The database does not answer; nothing was saved, try again in a moment.",
            },
        });
        return true;
    }

    private static bool IsPassing(MySqlException failure) =>
        failure.IsTransient || failure.InnerException is IOException or SocketException or TimeoutException;
}
