using SakilaPortal.LocalAws.Hosting;
using SakilaPortal.LocalAws.S3;
using SakilaPortal.LocalAws.Signing;

namespace SakilaPortal.LocalAws.Protocol;

/// <summary>The one door of all services: gives each request its number, checks its signature and hands it to its protocol.</summary>
internal sealed partial class Gateway(SignatureVerifier verifier, JsonEndpoint json, S3Endpoint s3, Traffic traffic, ILogger<Gateway> log)
{
    public async Task HandleAsync(HttpContext context)
    {
        var isJson = JsonEndpoint.IsFor(context.Request);
        var id = Guid.NewGuid().ToString();
        context.Response.Headers[isJson ? "x-amzn-RequestId" : "x-amz-request-id"] = id;
        traffic.Request(isJson ? context.Request.Headers["X-Amz-Target"].ToString() : $"S3.{context.Request.Method}");
        try
        {
            var request = await verifier.VerifyAsync(context.Request, isJson);
            await (isJson ? json.HandleAsync(context, request) : s3.HandleAsync(context, request));
        }
        catch (AwsException error) when (!context.Response.HasStarted)
        {
            await WriteErrorAsync(context, isJson, error);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; there is nobody to answer.
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            await WriteErrorAsync(context, isJson, new AwsException("IncompleteBody", error.Message, error.StatusCode));
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            LogFailure(error, context.Request.Method, context.Request.Path, id);
            await WriteErrorAsync(context, isJson, new AwsException(isJson ? "InternalFailure" : "InternalError",
                $"LocalAws could not do this; its log says why under request {id}.", StatusCodes.Status500InternalServerError));
        }
    }

    private static Task WriteErrorAsync(HttpContext context, bool isJson, AwsException error) =>
        isJson ? JsonEndpoint.WriteErrorAsync(context, error) : S3Errors.WriteAsync(context, error);

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed (request {RequestId})")]
    private partial void LogFailure(Exception error, string method, string path, string requestId);
}
