using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Cleaning;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>Stores what a source gave: by the time it came, never overwritten, and as the current file. The same content is not stored twice.</summary>
internal sealed class VendorLanding(IAmazonS3 s3, VendorBook book, LandingRegister register, IOptions<LakeOptions> lake, TimeProvider time)
{
    public const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    /// <returns>Whether it is new.</returns>
    /// <exception cref="VendorException">It is not what the source is to give.</exception>
    public async Task<bool> StoreAsync(VendorSource source, SourceState known, string path, CancellationToken cancellationToken)
    {
        var hash = await HashAsync(path, cancellationToken);
        if (hash == known.ContentHash && known.LandedAt is not null)
            return false;
        await CheckAsync(source, known.Location, path, cancellationToken);
        var key = hash == known.ContentHash ? known.ObjectKey! : await FreeKeyAsync(source, cancellationToken);
        await book.BeginLandingAsync(source.Name, hash, key, cancellationToken);
        var arrivals = new List<Arrival>();
        foreach (var at in (string[])[key, source.CurrentKey])
        {
            var request = new PutObjectRequest { BucketName = lake.Value.Landing, Key = at, FilePath = path, ContentType = source.IsCsv ? "text/csv" : "application/json" };
            arrivals.Add(new(at, LakeObjects.Bare((await s3.PutObjectAsync(request, cancellationToken)).ETag), new FileInfo(path).Length));
        }
        await register.AddAsync(arrivals, cancellationToken);
        return true;
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    /// <summary>What cannot be read as the source's is not stored: a login page answered with 200, say.</summary>
    private static async Task CheckAsync(VendorSource source, string location, string path, CancellationToken cancellationToken)
    {
        try
        {
            await VendorFile.CheckAsync(source, path, cancellationToken);
        }
        catch (BadFileException bad)
        {
            throw new VendorException($"{location} is no file of {source.Name}: {bad.Message}");
        }
    }

    /// <summary>A key by the second at which nothing lies yet.</summary>
    private async Task<string> FreeKeyAsync(VendorSource source, CancellationToken cancellationToken)
    {
        for (var at = time.GetUtcNow(); ; at += TimeSpan.FromSeconds(1))
        {
            var key = $"{source.Folder}{at.ToString(TimeFormat, CultureInfo.InvariantCulture)}.{source.Extension}";
            try
            {
                await s3.GetObjectMetadataAsync(lake.Value.Landing, key, cancellationToken);
            }
            catch (AmazonS3Exception free) when (free.StatusCode == HttpStatusCode.NotFound)
            {
                return key;
            }
        }
    }
}
