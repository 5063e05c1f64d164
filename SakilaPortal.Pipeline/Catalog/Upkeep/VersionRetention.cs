using System.Data;
using Amazon.S3;
using Dapper;
using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Catalog.Upkeep;

/// <summary>
/// Lets versions expire: kept are those that were the newest within the last hour, and the last of each of 14 days. What only expired ones
/// name is doomed, in the same transaction, and removed half an hour later, when whoever began to read it has ended. The work is in
/// proportion to what expires.
/// </summary>
internal sealed class VersionRetention(MySqlDataSource database, IAmazonS3 s3, IOptions<UpkeepOptions> options, TimeProvider time)
{
    // The most that one DeleteObjects takes: https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
    private const int AtOnce = 1000;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <returns>How many versions went.</returns>
    public async Task<int> ExpireAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT database_name AS DatabaseName, table_name AS TableName, version AS Number, published_at AS PublishedAt, location AS Location
            FROM portal.table_version
            WHERE published_at < @before
            ORDER BY database_name, table_name, version
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var old = await connection.QueryAsync<Published>(new(sql, new { before = Now - options.Value.KeepAll }, cancellationToken: cancellationToken));
        var expired = 0;
        foreach (var table in old.GroupBy(version => (version.DatabaseName, version.TableName)))
            foreach (var gap in Gaps([.. table]))
            {
                await ExpireAsync(connection, gap, cancellationToken);
                expired += gap.Expired.Count;
            }
        return expired;
    }

    /// <summary>Removes what has been doomed for long enough; a crash in between leaves it to be removed again.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        const string findSql = "SELECT bucket AS Bucket, object_key AS ObjectKey FROM portal.doomed_object WHERE doomed_at <= @before ORDER BY doomed_at LIMIT @AtOnce";
        const string forgetSql = "DELETE FROM portal.doomed_object WHERE bucket = @Key AND object_key IN @keys";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        while (true)
        {
            var row = new { before = Now - options.Value.Reading, AtOnce };
            var doomed = (await connection.QueryAsync<(string Bucket, string ObjectKey)>(new(findSql, row, cancellationToken: cancellationToken))).AsList();
            foreach (var bucket in doomed.GroupBy(o => o.Bucket, o => o.ObjectKey))
            {
                await s3.DeleteObjectsAsync(new() { BucketName = bucket.Key, Objects = [.. bucket.Select(key => new Amazon.S3.Model.KeyVersion { Key = key })], Quiet = true }, cancellationToken);
                await connection.ExecuteAsync(new(forgetSql, new { bucket.Key, keys = bucket.ToList() }, cancellationToken: cancellationToken));
            }
            if (doomed.Count < AtOnce)
                return;
        }
    }

    /// <summary>The stretches of versions to expire, each between two kept ones. The last of the old versions was the newest within the kept time.</summary>
    private IEnumerable<Gap> Gaps(List<Published> old)
    {
        var firstDay = Now.Date.AddDays(1 - options.Value.KeepDays);
        var kept = old.GroupBy(version => version.PublishedAt.Date).Where(day => day.Key >= firstDay).Select(day => day.Last()).Append(old[^1]).ToHashSet();
        var (after, expired) = (0L, new List<Published>());
        foreach (var version in old)
        {
            if (!kept.Contains(version))
            {
                expired.Add(version);
                continue;
            }
            if (expired.Count > 0)
                yield return new(after, version.Number, expired);
            (after, expired) = (version.Number, []);
        }
    }

    private async Task ExpireAsync(MySqlConnection connection, Gap gap, CancellationToken cancellationToken)
    {
        // A file that was added after the kept version before, and removed up to the one behind, is named by neither.
        const string where = "database_name = @DatabaseName AND table_name = @TableName AND removed_version > @After AND removed_version <= @Before AND added_version > @After";
        const string filesSql = $"""
            INSERT IGNORE INTO portal.doomed_object (bucket, object_key, doomed_at)
            SELECT @Bucket, object_key, @Now FROM portal.table_file WHERE {where};
            DELETE FROM portal.table_file WHERE {where}
            """;
        const string manifestSql = """
            INSERT IGNORE INTO portal.doomed_object (bucket, object_key, doomed_at) VALUES (@Bucket, @Manifest, @Now);
            DELETE FROM portal.table_version WHERE database_name = @DatabaseName AND table_name = @TableName AND version = @Number
            """;
        var (first, at) = (gap.Expired[0], Now);
        // Without locks on gaps: publishing goes on beside it.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var files = new { first.DatabaseName, first.TableName, first.Manifest.Bucket, gap.After, gap.Before, Now = at };
        await connection.ExecuteAsync(new(filesSql, files, transaction, cancellationToken: cancellationToken));
        var versions = gap.Expired.Select(v => new { v.DatabaseName, v.TableName, v.Number, v.Manifest.Bucket, Manifest = v.Manifest.Key, Now = at });
        await connection.ExecuteAsync(new(manifestSql, versions.ToList(), transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record Published(string DatabaseName, string TableName, long Number, DateTime PublishedAt, string Location)
    {
        public ObjectAddress Manifest => ObjectAddress.Parse(Location + TableVersions.ManifestName);
    }

    /// <param name="After">The kept version before, or 0.</param>
    /// <param name="Before">The kept version behind.</param>
    private sealed record Gap(long After, long Before, List<Published> Expired);
}
