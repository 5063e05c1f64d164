using System.Xml.Linq;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>What can be asked and said of a bucket itself.</summary>
internal sealed class BucketSettings(ObjectStore store)
{
    private static readonly XNamespace Ns = S3Xml.Namespace;

    /// <summary>
    /// The default encryption (https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html). It is kept, answered and
    /// noted at each object; the files themselves are as safe as the disk they are on.
    /// </summary>
    public async Task EncryptionAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        var path = EncryptionPath(target.In(store));
        switch (context.Request.Method)
        {
            case "PUT":
                var document = S3Xml.Read(await request.ReadAsync());
                if (Algorithm(document) is not ("AES256" or "aws:kms"))
                    throw new AwsException("MalformedXML", "The encryption needs a Rule with ApplyServerSideEncryptionByDefault and an SSEAlgorithm, AES256 or aws:kms.");
                DurableFile.Write(path, System.Text.Encoding.UTF8.GetBytes(document.ToString()));
                break;
            case "DELETE":
                File.Delete(path);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                await S3Xml.WriteAsync(context, File.Exists(path) ? XElement.Parse(await File.ReadAllTextAsync(path, request.Aborted)) : AmazonsDefault());
                break;
        }
    }

    /// <summary>The default encryption that somebody has set; null when nobody has.</summary>
    public static string? DefaultEncryption(Bucket bucket) =>
        File.Exists(EncryptionPath(bucket)) ? Algorithm(XElement.Parse(File.ReadAllText(EncryptionPath(bucket)))) : null;

    public Task VersioningAsync(HttpContext context, S3Target target)
    {
        _ = target.In(store);
        return S3Xml.WriteAsync(context, new XElement(Ns + "VersioningConfiguration"));
    }

    /// <summary>Empty means us-east-1 (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html).</summary>
    public Task LocationAsync(HttpContext context, S3Target target)
    {
        _ = target.In(store);
        return S3Xml.WriteAsync(context, new XElement(Ns + "LocationConstraint"));
    }

    private static string EncryptionPath(Bucket bucket) => Path.Combine(bucket.SettingsPath, "encryption.xml");

    private static string? Algorithm(XElement document) => document.Descendants().FirstOrDefault(element => element.Name.LocalName == "SSEAlgorithm")?.Value;

    private static XElement AmazonsDefault() => new(Ns + "ServerSideEncryptionConfiguration", new XElement(Ns + "Rule",
        new XElement(Ns + "ApplyServerSideEncryptionByDefault", new XElement(Ns + "SSEAlgorithm", "AES256")), new XElement(Ns + "BucketKeyEnabled", false)));
}
