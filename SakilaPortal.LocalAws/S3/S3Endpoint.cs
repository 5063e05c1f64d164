using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>S3 over HTTP (https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html).</summary>
internal sealed class S3Endpoint(ObjectStore store)
{
    public Task HandleAsync(HttpContext context, VerifiedRequest request)
    {
        request.MustBeFor("s3");
        throw new AwsException("NotImplemented", $"{context.Request.Method} is not served here ({store.Root}).", StatusCodes.Status501NotImplemented);
    }
}
