using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.S3;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>A table as it was when a query read it. Equal states are equal rows: a version's files never change.</summary>
/// <param name="State">Where the version's manifest lies; for a table without versions a hash of its files.</param>
internal sealed record TableState(string Table, string State, long? Version, DateTime? PublishedAt, long? Rows = null)
{
    public RunTable ToRunTable() => new(Table, Version, PublishedAt, Rows);

    /// <summary>This or a later state: which one is not known, and neither what it held.</summary>
    public TableState OrLater() => new(Table, $"{State} or later", null, null);
}

internal sealed class TableStates(MySqlDataSource database, IAmazonS3 s3)
{
    private const string Symlinks = "org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat";

    private static readonly TimeSpan UntilBooked = TimeSpan.FromSeconds(1);

    private sealed record VersionRow(long Version, DateTime PublishedAt, string Location, long RowCount);

    public static bool IsVersioned(ReadTable read) => read.Table.StorageDescriptor?.InputFormat == Symlinks;

    public async Task<IReadOnlyList<TableState>> CurrentAsync(IEnumerable<ReadTable> tables, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT version, published_at, location, row_count FROM portal.table_version
            WHERE database_name = @Database AND table_name = @Name AND location = @Location
            """;
        var states = new List<TableState>();
        foreach (var read in tables)
        {
            var location = read.Table.StorageDescriptor?.Location ?? "";
            if (!IsVersioned(read))
                states.Add(new(read.FullName, await ListingAsync(location, cancellationToken), null, null));
            else if (await database.FirstAsync<VersionRow>(sql, new { read.Database, read.Name, location }, cancellationToken) is { } known)
                states.Add(new(read.FullName, location, known.Version, known.PublishedAt, known.RowCount));
            else
                states.Add(new(read.FullName, location, null, null));
        }
        return states;
    }

    /// <summary>The version that was current at a time, or after a run of the workflow; null when none is kept from then.</summary>
    public async Task<TableState?> AtAsync(ReadTable read, DateTime? time, long? workflowRun, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT version, published_at, location, row_count FROM portal.table_version
            WHERE database_name = @Database AND table_name = @Name AND (@time IS NULL OR published_at <= @time) AND (@workflowRun IS NULL OR run_id <= @workflowRun)
            ORDER BY version DESC LIMIT 1
            """;
        return await database.FirstAsync<VersionRow>(sql, new { read.Database, read.Name, time, workflowRun }, cancellationToken) is { } row
            ? new(read.FullName, row.Location, row.Version, row.PublishedAt, row.RowCount)
            : null;
    }

    /// <summary>Whether a table still had a state at a time that is over.</summary>
    public async Task<bool> StayedAsync(ReadTable read, TableState noted, DateTime until, CancellationToken cancellationToken)
    {
        var now = (await CurrentAsync([read], cancellationToken))[0];
        // The catalogue points to a version a moment before the books have it.
        return now.State == noted.State
            || (now.Version is not null && (await AtAsync(read, until + UntilBooked, null, cancellationToken))?.State == noted.State);
    }

    public async Task<bool> IsKeptAsync(TableState state, CancellationToken cancellationToken)
    {
        var location = new Uri(state.State);
        var listing = await s3.ListObjectsV2Async(new() { BucketName = location.Host, Prefix = location.AbsolutePath.TrimStart('/'), MaxKeys = 1 }, cancellationToken);
        return listing.S3Objects is { Count: > 0 };
    }

    private async Task<string> ListingAsync(string location, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var file in s3.FilesAsync(location, cancellationToken))
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Key}\n{file.ETag}\n{file.Size}\n")));
        return $"files:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}

internal static class S3Listing
{
    public static async IAsyncEnumerable<Amazon.S3.Model.S3Object> FilesAsync(
        this IAmazonS3 s3, string location, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var at = new Uri(location);
        var request = new Amazon.S3.Model.ListObjectsV2Request { BucketName = at.Host, Prefix = at.AbsolutePath.TrimStart('/') };
        do
        {
            var page = await s3.ListObjectsV2Async(request, cancellationToken);
            foreach (var file in page.S3Objects ?? [])
                yield return file;
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }
}
