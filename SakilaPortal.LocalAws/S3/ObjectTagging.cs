using System.Xml.Linq;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>
/// GetObjectTagging, PutObjectTagging and DeleteObjectTagging (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html).
/// Tags are kept with the object as the header that they come by.
/// </summary>
internal sealed class ObjectTagging(ObjectStore store)
{
    private const int MostTags = 10;
    private const int LongestKey = 128;
    private const int LongestValue = 256;
    private static readonly XNamespace Ns = S3Xml.Namespace;

    public async Task HandleAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        switch (context.Request.Method)
        {
            case "GET":
                var tags = Parse(Item(target).Headers.GetValueOrDefault(StoredHeaders.Tagging));
                await S3Xml.WriteAsync(context, new XElement(Ns + "Tagging", new XElement(Ns + "TagSet", tags.Select(tag =>
                    new XElement(Ns + "Tag", new XElement(Ns + "Key", tag.Key), new XElement(Ns + "Value", tag.Value))))));
                break;
            case "PUT":
                var sent = S3Xml.Read(await request.ReadAsync()).Children("TagSet").SelectMany(set => set.Children("Tag"));
                await KeepAsync(target, string.Join('&', sent.Select(tag => $"{RawQuery.Encode(tag.Text("Key") ?? "")}={RawQuery.Encode(tag.Text("Value") ?? "")}")));
                break;
            case "DELETE":
                await KeepAsync(target, "");
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                throw new AwsException("MethodNotAllowed", "Tags are read, put and deleted.", StatusCodes.Status405MethodNotAllowed);
        }
    }

    /// <summary>The tags of the header x-amz-tagging, which is written as a query.</summary>
    /// <exception cref="AwsException">They are more or longer than S3 takes, or a key stands twice.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(string? header)
    {
        var tags = RawQuery.Parse(header ?? "").All.ToList();
        if (tags.Count > MostTags) throw new AwsException("BadRequest", $"Object tags cannot be greater than {MostTags}");
        if (tags.Find(tag => tag.Key.Length is 0 or > LongestKey) is { Key: not null }) throw Invalid("The TagKey you have provided is invalid");
        if (tags.Find(tag => tag.Value.Length > LongestValue) is { Key: not null }) throw Invalid("The TagValue you have provided is invalid");
        return tags.DistinctBy(tag => tag.Key).Count() == tags.Count ? tags : throw Invalid("Cannot provide multiple Tags with the same key");
    }

    private async Task KeepAsync(S3Target target, string tagging)
    {
        _ = Parse(tagging);
        for (var done = false; !done;)
        {
            var item = Item(target);
            var headers = item.Headers.Where(header => header.Key != StoredHeaders.Tagging).ToDictionary();
            if (tagging.Length > 0) headers[StoredHeaders.Tagging] = tagging;
            done = await target.In(store).DescribeAsync(item, headers);
        }
    }

    private StoredObject Item(S3Target target) => target.In(store).Find(target.Key) ?? throw S3Target.NoSuchKey(target.Key);

    private static AwsException Invalid(string message) => new("InvalidTag", message);
}
