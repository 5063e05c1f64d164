using System.Net;
using Amazon.Glue;
using Amazon.Glue.Model;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Provisioning;

/// <summary>The buckets and the catalogue's databases.</summary>
internal sealed class Zones(IAmazonS3 s3, IAmazonGlue glue, IOptions<LakeOptions> lake)
{
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var names = lake.Value;
        foreach (var bucket in (string[])[names.Landing, names.Clean, names.Curated])
            await EnsureBucketAsync(bucket, cancellationToken);
        if (await EnsureBucketAsync(names.AthenaResults, cancellationToken))
            await EncryptAsync(names.AthenaResults, cancellationToken);
        foreach (var database in (string[])[Databases.Landing, Databases.Clean, Databases.Curated, Databases.Work])
            await EnsureDatabaseAsync(database, cancellationToken);
    }

    /// <summary>Whether a bucket is there already.</summary>
    public async Task<bool> IsThereAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            await s3.HeadBucketAsync(new() { BucketName = bucket }, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <returns>Whether it was made now.</returns>
    private async Task<bool> EnsureBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        if (await IsThereAsync(bucket, cancellationToken))
            return false;
        await s3.PutBucketAsync(new PutBucketRequest { BucketName = bucket, UseClientRegion = true }, cancellationToken);
        return true;
    }

    private Task<PutBucketEncryptionResponse> EncryptAsync(string bucket, CancellationToken cancellationToken) => s3.PutBucketEncryptionAsync(new()
    {
        BucketName = bucket,
        ServerSideEncryptionConfiguration = new()
        {
            ServerSideEncryptionRules =
            [
                new() { ServerSideEncryptionByDefault = new() { ServerSideEncryptionAlgorithm = ServerSideEncryptionMethod.AES256 } },
            ],
        },
    }, cancellationToken);

    private async Task EnsureDatabaseAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await glue.GetDatabaseAsync(new() { Name = name }, cancellationToken);
        }
        catch (EntityNotFoundException)
        {
            await glue.CreateDatabaseAsync(new() { DatabaseInput = new() { Name = name } }, cancellationToken);
        }
    }
}
