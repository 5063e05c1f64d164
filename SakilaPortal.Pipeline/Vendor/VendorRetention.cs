using Amazon.S3;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>Removes vendors' files from the landing zone when they are old; the tables made of them, and each source's current file, stay.</summary>
internal sealed class VendorRetention(
    IAmazonS3 s3, LakeObjects objects, LandingRegister register, IOptions<LakeOptions> lake, IOptions<VendorOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private DateTimeOffset _next;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now < _next)
            return;
        var waiting = (await register.WaitingAsync(Feed.Vendor, int.MaxValue, cancellationToken)).Select(landed => landed.ObjectKey).ToHashSet();
        var listed = await objects.ListAsync(lake.Value.Landing, Feed.Vendor, null, cancellationToken);
        foreach (var file in listed.Where(file => !waiting.Contains(file.Key) && IsOld(file.Key, file.LastModified, now.AddDays(-options.Value.RawDays))))
            await s3.DeleteObjectAsync(lake.Value.Landing, file.Key, cancellationToken);
        _next = now + Every;
    }

    /// <summary>By when it was put: what a key says of its age may be older than the file is here.</summary>
    public static bool IsOld(string key, DateTime? lastModified, DateTimeOffset before) =>
        Path.GetFileNameWithoutExtension(key) != "current" && lastModified?.ToUniversalTime() < before.UtcDateTime;
}
