using System.Text.Json;
using SakilaPortal.LocalAws.Signing;

namespace SakilaPortal.LocalAws.Protocol;

/// <summary>Answers requests that name their operation in X-Amz-Target.</summary>
internal sealed class JsonEndpoint(IEnumerable<JsonService> services)
{
    private const string TargetHeader = "X-Amz-Target";
    private readonly Dictionary<string, JsonService> services = services.ToDictionary(service => service.Target);

    public static bool IsFor(HttpRequest request) => request.Headers.ContainsKey(TargetHeader);

    public async Task HandleAsync(HttpContext context, VerifiedRequest request)
    {
        var target = context.Request.Headers[TargetHeader].ToString();
        var dot = target.LastIndexOf('.');
        if (dot < 0 || !services.TryGetValue(target[..dot], out var service))
            throw new AwsException("UnknownOperationException", $"X-Amz-Target '{target}' names no service here; there are {string.Join(", ", services.Keys)}.");
        request.MustBeFor(service.SigningName);
        var answer = await service.InvokeAsync(target[(dot + 1)..], await request.ReadAsync(), request.Aborted);
        await WriteAsync(context, StatusCodes.Status200OK, answer);
    }

    public static Task WriteErrorAsync(HttpContext context, AwsException error)
    {
        context.Response.Headers["x-amzn-errortype"] = error.Code;
        var body = new Dictionary<string, string>(error.Details) { ["__type"] = error.Code, ["message"] = error.Message, ["Message"] = error.Message };
        return WriteAsync(context, error.Status, JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Options));
    }

    private static async Task WriteAsync(HttpContext context, int status, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
