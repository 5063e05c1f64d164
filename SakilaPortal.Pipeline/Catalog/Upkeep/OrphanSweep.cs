using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Dapper;
using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Pipeline.Catalog.Events;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Provisioning;

namespace SakilaPortal.Pipeline.Catalog.Upkeep;

/// <summary>
/// Removes files that work which was cut short has left. Names of data files begin with the time of their making and manifests are numbered,
/// so each sweep lists only what has been written since the last one.
/// </summary>
internal sealed class OrphanSweep(
    MySqlDataSource database, LakeObjects objects, IAmazonS3 s3, GlueCatalog catalog, NamedObjects named,
    IOptions<LakeOptions> lake, IOptions<UpkeepOptions> options, TimeProvider time)
{
    private const int AtOnce = 1000;

    /// <returns>How many objects were removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow().UtcDateTime - options.Value.Orphan;
        var removed = await SweepDataAsync(new(lake.Value.Clean, EventBatches.Folder), until, new HashSet<string>(), cancellationToken);
        foreach (var table in await named.TablesAsync(cancellationToken))
            removed += await SweepTableAsync(table, until, cancellationToken);
        return removed + await SweepScratchAsync(until, cancellationToken);
    }

    private async Task<int> SweepTableAsync(KnownTable table, DateTime until, CancellationToken cancellationToken)
    {
        var manifests = table.Folder with { Key = $"{table.Folder.Key}/manifests/" };
        var pointed = await PointedAtAsync(table, cancellationToken);
        var start = await named.LastVersionBeforeAsync(table, await DoneUntilAsync(manifests, cancellationToken), cancellationToken);
        var isOld = (S3Object listed) => listed.LastModified is { } at && at.ToUniversalTime() < until;
        var removed = await SweepAsync(manifests.Bucket, ListAsync(manifests, $"{manifests.Key}{start:D8}", cancellationToken), isOld, named.ManifestsAsync, pointed, cancellationToken);
        await NoteAsync(manifests, until, cancellationToken);
        return removed + await SweepDataAsync(table.Folder with { Key = $"{table.Folder.Key}/data/" }, until, pointed, cancellationToken);
    }

    /// <summary>Sweeps a folder whose files' names begin with a UUID of version 7, of which 12 digits are the time in milliseconds.</summary>
    private async Task<int> SweepDataAsync(ObjectAddress folder, DateTime until, IReadOnlySet<string> pointed, CancellationToken cancellationToken)
    {
        var from = await DoneUntilAsync(folder, cancellationToken);
        var end = folder.Key + Stamp(until);
        var listed = ListAsync(folder, folder.Key + Stamp(from), cancellationToken).TakeWhile(found => string.CompareOrdinal(found.Key, end) < 0);
        var removed = await SweepAsync(folder.Bucket, listed, _ => true, named.DataFilesAsync, pointed, cancellationToken);
        await NoteAsync(folder, until, cancellationToken);
        return removed;
    }

    private static string Stamp(DateTime at) => Math.Max(0, new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds()).ToString("x12");

    /// <summary>What transforms read from, and what their queries answered, is of use to nobody when they have ended.</summary>
    private async Task<int> SweepScratchAsync(DateTime until, CancellationToken cancellationToken)
    {
        var pointed = (await catalog.ListAsync(Databases.Work, cancellationToken)).Select(table => table.StorageDescriptor?.Location ?? "").ToHashSet();
        var isOld = (S3Object found) => found.LastModified is { } at && at.ToUniversalTime() < until;
        var isFree = (string bucket, S3Object found) => isOld(found) && !pointed.Contains($"s3://{bucket}/{found.Key[..(found.Key.LastIndexOf('/') + 1)]}");
        var removed = 0;
        foreach (var folder in (ObjectAddress[])[new(lake.Value.Clean, "work/"), new(lake.Value.AthenaResults, $"{WorkGroups.Pipeline}/")])
            removed += await SweepAsync(folder.Bucket, ListAsync(folder, null, cancellationToken), found => isFree(folder.Bucket, found),
                (_, _) => Task.FromResult<IReadOnlySet<string>>(new HashSet<string>()), new HashSet<string>(), cancellationToken);
        return removed;
    }

    /// <summary>Removes of the listed objects those that are old and that nothing names.</summary>
    private async Task<int> SweepAsync(
        string bucket, IAsyncEnumerable<S3Object> listed, Func<S3Object, bool> isOld,
        Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlySet<string>>> namedOf, IReadOnlySet<string> pointed, CancellationToken cancellationToken)
    {
        var removed = 0;
        await foreach (var page in listed.Where(isOld).Select(found => found.Key).Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            var known = await namedOf(page, cancellationToken);
            var orphans = page.Where(key => !known.Contains(key) && !pointed.Contains(key)).ToList();
            if (orphans.Count == 0)
                continue;
            await s3.DeleteObjectsAsync(new() { BucketName = bucket, Objects = orphans.ConvertAll(key => new KeyVersion { Key = key }), Quiet = true }, cancellationToken);
            removed += orphans.Count;
        }
        return removed;
    }

    /// <summary>The manifest that the catalogue points to and its files: after a crash amid publishing the books may not name them.</summary>
    private async Task<IReadOnlySet<string>> PointedAtAsync(KnownTable table, CancellationToken cancellationToken)
    {
        if ((await catalog.FindAsync(table.Database, table.Name, cancellationToken))?.StorageDescriptor?.Location is not { } location)
            return new HashSet<string>();
        var manifest = ObjectAddress.Parse(location + TableVersions.ManifestName);
        var lines = await objects.ReadLinesAsync(manifest.Bucket, manifest.Key, cancellationToken);
        return lines.Select(line => ObjectAddress.Parse(line).Key).Append(manifest.Key).ToHashSet();
    }

    private async IAsyncEnumerable<S3Object> ListAsync(ObjectAddress folder, string? startAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = folder.Bucket, Prefix = folder.Key, StartAfter = startAfter };
        ListObjectsV2Response page;
        do
        {
            page = await s3.ListObjectsV2Async(request, cancellationToken);
            foreach (var found in page.S3Objects ?? [])
                yield return found;
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    private async Task<DateTime> DoneUntilAsync(ObjectAddress folder, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<DateTime?>(
            new("SELECT done_until FROM portal.upkeep WHERE task = @task", new { task = $"sweep {folder}" }, cancellationToken: cancellationToken)) ?? DateTime.UnixEpoch;
    }

    private async Task NoteAsync(ObjectAddress folder, DateTime until, CancellationToken cancellationToken)
    {
        const string sql = "INSERT INTO portal.upkeep (task, done_until) VALUES (@task, @until) ON DUPLICATE KEY UPDATE done_until = @until";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new(sql, new { task = $"sweep {folder}", until }, cancellationToken: cancellationToken));
    }
}
