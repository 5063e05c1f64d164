using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace SakilaPortal.Pipeline.Lake;

/// <summary>Objects of the lake's buckets, to and from files.</summary>
internal sealed class LakeObjects(IAmazonS3 s3)
{
    /// <summary>Brings an object to a file. False when no object with that key and content is there.</summary>
    public async Task<bool> DownloadAsync(string bucket, string key, string? etag, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await s3.GetObjectAsync(bucket, key, cancellationToken);
            if (etag is not null && Bare(response.ETag) != etag)
                return false;
            await using var file = File.Create(path);
            await response.ResponseStream.CopyToAsync(file, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound && missing.ErrorCode != "NoSuchBucket")
        {
            return false;
        }
    }

    /// <summary>The lines of a text object that are not empty; none when it is not there.</summary>
    public async Task<List<string>> ReadLinesAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        try
        {
            using var response = await s3.GetObjectAsync(bucket, key, cancellationToken);
            using var reader = new StreamReader(response.ResponseStream);
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
                if (line.Length > 0)
                    lines.Add(line);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
        }
        return lines;
    }

    /// <summary>The beginning of a text object, to the last whole line of so many bytes.</summary>
    public async Task<string> ReadStartAsync(string bucket, string key, int bytes, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = bucket, Key = key, ByteRange = new(0, bytes - 1) };
        using var response = await s3.GetObjectAsync(request, cancellationToken);
        using var reader = new StreamReader(response.ResponseStream);
        var text = await reader.ReadToEndAsync(cancellationToken);
        var isCut = response.ContentLength == bytes && text.Contains('\n');
        return isCut ? text[..text.LastIndexOf('\n')] : text;
    }

    /// <summary>The names of the folders directly below a prefix, without slashes.</summary>
    public async Task<List<string>> FoldersAsync(string bucket, string prefix, CancellationToken cancellationToken)
    {
        var folders = new List<string>();
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, Delimiter = "/" };
        ListObjectsV2Response page;
        do
        {
            page = await s3.ListObjectsV2Async(request, cancellationToken);
            folders.AddRange((page.CommonPrefixes ?? []).Select(folder => folder[prefix.Length..^1]));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
        return folders;
    }

    /// <summary>Puts a file and answers the object's ETag, without quotes.</summary>
    public async Task<string> UploadAsync(string bucket, string key, string path, string contentType, CancellationToken cancellationToken)
    {
        var request = new PutObjectRequest { BucketName = bucket, Key = key, FilePath = path, ContentType = contentType };
        return Bare((await s3.PutObjectAsync(request, cancellationToken)).ETag);
    }

    public async Task PutTextAsync(string bucket, string key, string text, string contentType, CancellationToken cancellationToken) =>
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = text, ContentType = contentType }, cancellationToken);

    public async Task<List<S3Object>> ListAsync(string bucket, string prefix, string? startAfter, CancellationToken cancellationToken)
    {
        var found = new List<S3Object>();
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, StartAfter = startAfter };
        ListObjectsV2Response page;
        do
        {
            page = await s3.ListObjectsV2Async(request, cancellationToken);
            found.AddRange(page.S3Objects ?? []);
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
        return found;
    }

    public async Task DeleteAsync(string bucket, string key, CancellationToken cancellationToken) => await s3.DeleteObjectAsync(bucket, key, cancellationToken);

    /// <summary>An ETag as it is compared: services give it with and without quotes.</summary>
    public static string Bare(string etag) => etag.Trim('"');
}
