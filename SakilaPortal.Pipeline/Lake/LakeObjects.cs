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
