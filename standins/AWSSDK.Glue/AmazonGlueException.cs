using System.Net;
using Amazon.Runtime;

namespace Amazon.Glue;

public class AmazonGlueException : AmazonServiceException
{
    public AmazonGlueException(string message) : base(message) { }
    public AmazonGlueException(string message, Exception innerException) : base(message, innerException) { }
    public AmazonGlueException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
