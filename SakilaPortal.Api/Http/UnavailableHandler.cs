using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Diagnostics;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Lake.Athena;

namespace SakilaPortal.Api.Http;

/// <summary>Tells a database or an AWS service that is away or too busy (503, try again) from a fault of ours (500).</summary>
internal sealed class UnavailableHandler(IProblemDetailsService problems) : IExceptionHandler
{
    private const int RetryAfterSeconds = 2;

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (Explain(exception) is not { } detail)
            return false;

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
        await problems.WriteAsync(new()
        {
            HttpContext = context,
            ProblemDetails = new() { Status = StatusCodes.Status503ServiceUnavailable, Detail = detail },
        });
        return true;
    }

    private static string? Explain(Exception exception) => exception switch
    {
        MySqlException lost when Transactions.IsLostToOthers(lost) => "Others are changing the same rows; nothing was saved, try again in a moment.",
        MySqlException { IsTransient: true } => "The database does not answer; nothing was saved, try again in a moment.",
        MySqlException { InnerException: IOException or SocketException or TimeoutException } => "The database does not answer; try again in a moment.",
        Amazon.Runtime.AmazonServiceException { StatusCode: > 0 and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests } => null,
        Amazon.Runtime.AmazonClientException or HttpRequestException => "The lake's services (Athena, Glue, S3, Firehose) do not answer; try again in a moment.",
        LakeQueryException refused => refused.Message,
        TimeoutException late => late.Message,
        _ => null,
    };
}
