using System.Xml.Linq;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>DeleteObject and DeleteObjects (https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html).</summary>
internal sealed class Deletion(ObjectStore store)
{
    private const int Most = 1000;
    private static readonly XNamespace Ns = S3Xml.Namespace;

    public async Task DeleteAsync(HttpContext context, S3Target target)
    {
        await target.In(store).DeleteAsync([target.Key]);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    public async Task DeleteManyAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        var bucket = target.In(store);
        var document = S3Xml.Read(await request.ReadAsync());
        var keys = document.Children("Object").Select(item => item.Text("Key")).OfType<string>().Where(key => key.Length > 0).ToList();
        if (keys.Count is 0 or > Most) throw new AwsException("MalformedXML", $"A deletion names 1 to {Most} objects by their keys, not {keys.Count}.");
        await bucket.DeleteAsync(keys);
        var isQuiet = document.Text("Quiet") == "true";
        await S3Xml.WriteAsync(context, new XElement(Ns + "DeleteResult",
            isQuiet ? null : keys.Select(key => new XElement(Ns + "Deleted", new XElement(Ns + "Key", key)))));
    }
}
