using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>Finds vendors' files in the landing zone by listing, whoever put them there.</summary>
internal sealed class VendorScan(LakeObjects objects, LandingRegister register, IOptions<LakeOptions> lake, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);
    private readonly HashSet<(string Key, string ETag)> _known = [];
    private DateTimeOffset _next;

    public async Task FindAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() < _next)
            return;
        var listed = await objects.ListAsync(lake.Value.Landing, Feed.Vendor, null, cancellationToken);
        // In the order in which they were put, which is the order in which they count.
        var found = listed.OrderBy(file => file.LastModified).ThenBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => new Arrival(file.Key, LakeObjects.Bare(file.ETag), file.Size ?? 0))
            .Where(arrival => !_known.Contains((arrival.Key, arrival.ETag))).ToList();
        if (found.Count > 0)
            await register.AddAsync(found, cancellationToken);
        _known.UnionWith(found.Select(arrival => (arrival.Key, arrival.ETag)));
        _next = time.GetUtcNow() + Every;
    }
}
