using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace SakilaPortal.Api.Lake.Ledger;

/// <summary>
/// The ids of events that arrived, but not among the good ones: lines set aside in <c>malformed/</c>, and records that the delivery stream
/// left under its error prefix. An object is read once.
/// </summary>
internal sealed partial class SetAsideEvents(IAmazonS3 s3, IOptions<LakeOptions> lake)
{
    private const string Malformed = "malformed/";
    private static readonly string[] Good = ["dms/", "streaming/", "viewing/", "vendor/", Malformed];
    private readonly ConcurrentDictionary<(string Key, string ETag), IReadOnlyList<string>> read = [];

    /// <summary>Looked up only when an event is not where it should be.</summary>
    public SetAside Look(CancellationToken cancellationToken) => new(
        new(() => OfTheLakeAsync(() => IdsAsync(Malformed, LineId, cancellationToken))), new(() => OfTheLakeAsync(() => FailedAsync(cancellationToken))));

    /// <summary>Nothing was set aside while there is no landing zone yet.</summary>
    private static async Task<HashSet<string>> OfTheLakeAsync(Func<Task<HashSet<string>>> find)
    {
        try
        {
            return await find();
        }
        catch (AmazonS3Exception missing) when (missing.ErrorCode == "NoSuchBucket")
        {
            return [];
        }
    }

    private async Task<HashSet<string>> FailedAsync(CancellationToken cancellationToken)
    {
        var found = new HashSet<string>();
        var folders = await s3.ListObjectsV2Async(new() { BucketName = lake.Value.Landing, Delimiter = "/" }, cancellationToken);
        foreach (var folder in (folders.CommonPrefixes ?? []).Where(prefix => !Good.Contains(prefix) && prefix.EndsWith("-failed/", StringComparison.Ordinal)))
            found.UnionWith(await IdsAsync(folder, FailedId, cancellationToken));
        return found;
    }

    private async Task<HashSet<string>> IdsAsync(string prefix, Func<string, string?> idOf, CancellationToken cancellationToken)
    {
        var found = new HashSet<string>();
        var request = new ListObjectsV2Request { BucketName = lake.Value.Landing, Prefix = prefix };
        do
        {
            var page = await s3.ListObjectsV2Async(request, cancellationToken);
            foreach (var listed in page.S3Objects ?? [])
                found.UnionWith(read.TryGetValue((listed.Key, listed.ETag), out var known)
                    ? known
                    : read[(listed.Key, listed.ETag)] = await ReadAsync(listed.Key, idOf, cancellationToken));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
        return found;
    }

    private async Task<List<string>> ReadAsync(string key, Func<string, string?> idOf, CancellationToken cancellationToken)
    {
        using var file = await s3.GetObjectAsync(lake.Value.Landing, key, cancellationToken);
        using var reader = new StreamReader(file.ResponseStream);
        var ids = new List<string>();
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            if (idOf(line) is { } id)
                ids.Add(id);
        return ids;
    }

    /// <summary>The id in a line that was set aside, however broken the line is.</summary>
    private static string? LineId(string line)
    {
        using var json = JsonDocument.Parse(line);
        var match = IdInText().Match(json.RootElement.GetProperty("text").GetString() ?? "");
        return match.Success ? match.Groups[1].Value : null;
    }

    // https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-failure-handling.html: the record is in rawData, as Base64.
    private static string? FailedId(string line)
    {
        var raw = RawData().Match(line);
        var match = raw.Success ? IdInText().Match(Encoding.UTF8.GetString(Convert.FromBase64String(raw.Groups[1].Value))) : Match.Empty;
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex("""
        "event_id"\s*:\s*"([^"\\]+)"
        """)]
    private static partial Regex IdInText();

    [GeneratedRegex("""
        "rawData"\s*:\s*"([A-Za-z0-9+/=]+)"
        """)]
    private static partial Regex RawData();
}

/// <summary>Ids of events that arrived elsewhere.</summary>
internal sealed record SetAside(Lazy<Task<HashSet<string>>> Malformed, Lazy<Task<HashSet<string>>> Failed);
