using System.Text.Json;

namespace SakilaPortal.LocalAws.Protocol;

/// <summary>
/// A service of the AWS JSON protocol (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html): a request names
/// its operation in the header X-Amz-Target. A service derives from this, registers its operations in its constructor
/// with <see cref="On{TRequest,TResponse}"/>, and is added with <c>services.AddSingleton&lt;JsonService, …&gt;()</c>.
/// </summary>
/// <param name="target">What stands before the operation in X-Amz-Target, such as AWSGlue.</param>
/// <param name="signingName">The service in the signature's scope, such as glue.</param>
internal abstract class JsonService(string target, string signingName)
{
    private readonly Dictionary<string, Func<ReadOnlyMemory<byte>, CancellationToken, Task<byte[]>>> operations = [];

    public string Target => target;
    public string SigningName => signingName;

    /// <summary>Registers an operation. Its request and response are records whose members have the wire's names (<see cref="WireJson"/>);
    /// members that must be given are marked <c>required</c>. A handler reports an error by throwing an <see cref="AwsException"/>.</summary>
    protected void On<TRequest, TResponse>(string operation, Func<TRequest, CancellationToken, Task<TResponse>> handler) =>
        operations[operation] = async (body, cancellation) =>
            JsonSerializer.SerializeToUtf8Bytes(await handler(Read<TRequest>(body), cancellation), WireJson.Options);

    /// <summary>Registers an operation that answers at once.</summary>
    protected void On<TRequest, TResponse>(string operation, Func<TRequest, TResponse> handler) =>
        On<TRequest, TResponse>(operation, (request, _) => Task.FromResult(handler(request)));

    public Task<byte[]> InvokeAsync(string operation, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        operations.TryGetValue(operation, out var handler)
            ? handler(body, cancellation)
            : throw new AwsException("UnknownOperationException", $"{target} has no operation {operation} here; it has {string.Join(", ", operations.Keys.Order())}.");

    private static TRequest Read<TRequest>(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<TRequest>(body.Length == 0 ? "{}"u8 : body.Span, WireJson.Options)
                ?? throw new AwsException("SerializationException", "The request is null where an object is expected.");
        }
        catch (JsonException exception) when (exception.Path is null && exception.Message.Contains("required", StringComparison.Ordinal))
        {
            throw new AwsException("ValidationException", exception.Message);
        }
        catch (JsonException exception)
        {
            throw new AwsException("SerializationException", $"The request is not what the operation expects: {exception.Message}");
        }
    }
}

/// <summary>The answer of an operation that has nothing to say.</summary>
internal sealed record Empty;
