using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.AwsJson;

/// <summary>One service of the AWS JSON 1.1 protocol (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html).</summary>
internal sealed record JsonService(string TargetPrefix, string Version, Type BaseException)
{
    private static readonly Type[] ExceptionArguments =
        [typeof(string), typeof(Exception), typeof(ErrorType), typeof(string), typeof(string), typeof(HttpStatusCode)];

    /// <summary>The namespace of the service's client, such as Amazon.Athena; its shapes are in Model below it.</summary>
    public string Namespace => BaseException.Namespace;

    public InvokeOptions Operation<TResponse>() where TResponse : AmazonWebServiceResponse, new() => new()
    {
        RequestMarshaller = new JsonMarshaller(this),
        ResponseUnmarshaller = new JsonUnmarshaller<TResponse>(this),
    };

    public AmazonServiceException Error(ErrorResponse error)
    {
        var modelled = error.Code is null ? null : BaseException.Assembly.GetType($"{Namespace}.Model.{error.Code}");
        var type = modelled?.IsSubclassOf(BaseException) == true ? modelled : BaseException;
        return (AmazonServiceException)type.GetConstructor(ExceptionArguments)
            .Invoke([error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode]);
    }
}
