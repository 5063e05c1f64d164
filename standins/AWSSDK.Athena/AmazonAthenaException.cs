using System.Net;
using Amazon.Runtime;

namespace Amazon.Athena;

public class AmazonAthenaException : AmazonServiceException
{
    public AmazonAthenaException(string message) : base(message) { }
    public AmazonAthenaException(string message, Exception innerException) : base(message, innerException) { }
    public AmazonAthenaException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
