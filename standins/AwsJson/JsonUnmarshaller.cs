using System.Net;
using System.Reflection;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.AwsJson;

internal sealed class JsonUnmarshaller<TResponse>(JsonService service) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        using var body = new MemoryStream();
        context.Stream.CopyTo(body);
        return body.Length == 0 ? new TResponse() : JsonSerializer.Deserialize<TResponse>(body.ToArray(), Shapes.Options);
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(context.Stream);
        var response = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        response.InnerException = innerException;
        response.StatusCode = statusCode;
        var error = service.Error(response);
        ReadMembers(error, context.GetResponseBodyBytes());
        return error;
    }

    /// <summary>Fills what an exception has besides its message, such as the name of the resource.</summary>
    private static void ReadMembers(AmazonServiceException error, byte[] body)
    {
        const BindingFlags own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var members = error.GetType().GetProperties(own).Where(property => property.CanWrite).ToList();
        if (members.Count == 0 || body.Length == 0) return;
        using var json = JsonDocument.Parse(body);
        foreach (var member in members)
            if (json.RootElement.TryGetProperty(member.Name, out var value))
                member.SetValue(error, value.Deserialize(member.PropertyType, Shapes.Options));
    }
}
