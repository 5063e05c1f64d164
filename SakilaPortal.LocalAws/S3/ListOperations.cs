using System.Xml.Linq;
using SakilaPortal.LocalAws.Hosting;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>
/// ListObjectsV2 (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html) and ListObjects
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html).
/// </summary>
internal sealed class ListOperations(ObjectStore store, LocalAwsOptions options)
{
    private const int LongestPage = 1000;
    private static readonly XNamespace Ns = S3Xml.Namespace;

    public Task ListAsync(HttpContext context, VerifiedRequest request, S3Target target)
    {
        var index = target.In(store).Objects;
        var query = request.Query;
        var isV2 = query["list-type"] == "2";
        var (prefix, delimiter) = (query["prefix"] ?? "", query["delimiter"] ?? "");
        var (after, afterPrefix) = isV2 ? StartV2(query) : StartV1(query, delimiter);
        var maxKeys = MaxKeys(query["max-keys"]);
        var page = Listing.Take(index, prefix, delimiter, after, afterPrefix, maxKeys);

        var encode = Encoder(query["encoding-type"]);
        var result = new XElement(Ns + "ListBucketResult", new XElement(Ns + "Name", target.Bucket), new XElement(Ns + "Prefix", encode(prefix)),
            new XElement(Ns + "MaxKeys", maxKeys), new XElement(Ns + "IsTruncated", page.IsTruncated));
        Add(result, "Delimiter", query["delimiter"], encode);
        Add(result, "EncodingType", query["encoding-type"], text => text);
        if (isV2) AddV2(result, query, page, encode);
        else AddV1(result, query, page, encode);
        var withOwner = !isV2 || query["fetch-owner"] == "true";
        result.Add(page.Objects.Select(item => Contents(item, encode, withOwner)));
        result.Add(page.CommonPrefixes.Select(common => new XElement(Ns + "CommonPrefixes", new XElement(Ns + "Prefix", encode(common)))));
        return S3Xml.WriteAsync(context, result);
    }

    public static Func<string, string> Encoder(string? encodingType) => encodingType switch
    {
        null => text => text,
        "url" => RawQuery.CanonicalPath,
        _ => throw new AwsException("InvalidArgument", $"encoding-type must be url, not '{encodingType}'."),
    };

    private static int MaxKeys(string? text) => text is null ? LongestPage
        : int.TryParse(text, out var number) && number >= 0 ? Math.Min(number, LongestPage)
        : throw new AwsException("InvalidArgument", $"max-keys must be a whole number from 0, not '{text}'.");

    private static (string, string?) StartV2(RawQuery query) => query["continuation-token"] is not { } token
        ? (query["start-after"] ?? "", null)
        : Listing.ReadToken(token) ?? throw new AwsException("InvalidArgument", "The continuation token provided is incorrect");

    private static (string, string?) StartV1(RawQuery query, string delimiter)
    {
        var marker = query["marker"] ?? "";
        return (marker, delimiter.Length > 0 && marker.EndsWith(delimiter, StringComparison.Ordinal) ? marker : null);
    }

    private static void AddV2(XElement result, RawQuery query, Listing page, Func<string, string> encode)
    {
        result.Add(new XElement(Ns + "KeyCount", page.Objects.Count + page.CommonPrefixes.Count));
        Add(result, "StartAfter", query["start-after"], encode);
        Add(result, "ContinuationToken", query["continuation-token"], text => text);
        if (page.IsTruncated) result.Add(new XElement(Ns + "NextContinuationToken", page.Token()));
    }

    private static void AddV1(XElement result, RawQuery query, Listing page, Func<string, string> encode)
    {
        result.Add(new XElement(Ns + "Marker", encode(query["marker"] ?? "")));
        if (page.IsTruncated && query.Has("delimiter")) Add(result, "NextMarker", page.Last, encode);
    }

    private XElement Contents(StoredObject item, Func<string, string> encode, bool withOwner) => new(Ns + "Contents",
        new XElement(Ns + "Key", encode(item.Key)), new XElement(Ns + "LastModified", S3Xml.Time(item.LastModified)), new XElement(Ns + "ETag", $"\"{item.ETag}\""),
        new XElement(Ns + "Size", item.Size), new XElement(Ns + "StorageClass", "STANDARD"),
        withOwner ? new XElement(Ns + "Owner", new XElement(Ns + "ID", options.Account)) : null);

    private static void Add(XElement result, string name, string? value, Func<string, string> encode)
    {
        if (value is not null) result.Add(new XElement(Ns + name, encode(value)));
    }
}
