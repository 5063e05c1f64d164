using System.Xml.Linq;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.S3;

/// <summary>Errors as S3 answers them (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html).</summary>
internal static class S3Errors
{
    public static async Task WriteAsync(HttpContext context, AwsException error)
    {
        context.Response.StatusCode = error.Status;
        // A HEAD answer and "not modified" have no body: the status says it all.
        if (HttpMethods.IsHead(context.Request.Method) || error.Status == StatusCodes.Status304NotModified) return;
        var document = new XElement("Error", new XElement("Code", error.Code), new XElement("Message", error.Message),
            error.Details.Select(detail => new XElement(detail.Key, detail.Value)),
            new XElement("Resource", context.Request.Path.Value), new XElement("RequestId", context.Response.Headers["x-amz-request-id"].ToString()));
        await S3Xml.WriteAsync(context, document);
    }
}
