using Dapper;
using Microsoft.Extensions.Options;
using MySqlConnector;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>What is known of each configured source: what it gave last, when to look again, and who is looking.</summary>
internal sealed class VendorBook(MySqlDataSource database, IOptions<VendorOptions> options)
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(5);
    private const string Columns = """
        source AS Source, location AS Location, etag AS ETag, last_modified AS LastModified, content_hash AS ContentHash, object_key AS ObjectKey,
        landed_at AS LandedAt, checked_at AS CheckedAt, next_at AS NextAt, failures AS Failures, problem AS Problem
        """;

    /// <summary>Brings the book to what is configured; a source that moved is looked at at once.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        const string add = """
            INSERT INTO portal.vendor_source (source, location, next_at) VALUES (@Key, @Value, UTC_TIMESTAMP(3))
            ON DUPLICATE KEY UPDATE
                etag = IF(location = @Value, etag, NULL), last_modified = IF(location = @Value, last_modified, NULL),
                next_at = IF(location = @Value, next_at, UTC_TIMESTAMP(3)), location = @Value
            """;
        await ExecuteAsync(add, options.Value.Sources.ToList(), cancellationToken);
    }

    public async Task<IReadOnlyList<SourceState>> ListAsync(CancellationToken cancellationToken)
    {
        const string sql = $"SELECT {Columns} FROM portal.vendor_source ORDER BY source";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<SourceState>(new(sql, cancellationToken: cancellationToken))).Where(IsConfigured).ToList();
    }

    /// <summary>A source that is due, for this worker alone until its time is over; null when there is none.</summary>
    public async Task<SourceState?> ClaimAsync(CancellationToken cancellationToken)
    {
        const string due = $"""
            SELECT {Columns} FROM portal.vendor_source
            WHERE next_at <= UTC_TIMESTAMP(3) AND (claimed_until IS NULL OR claimed_until < UTC_TIMESTAMP(3)) ORDER BY next_at
            """;
        const string claim = """
            UPDATE portal.vendor_source SET claimed_until = UTC_TIMESTAMP(3) + INTERVAL @seconds SECOND
            WHERE source = @Source AND next_at <= UTC_TIMESTAMP(3) AND (claimed_until IS NULL OR claimed_until < UTC_TIMESTAMP(3))
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        foreach (var source in (await connection.QueryAsync<SourceState>(new(due, cancellationToken: cancellationToken))).Where(IsConfigured).ToList())
            if (await connection.ExecuteAsync(new(claim, new { source.Source, seconds = 2 * options.Value.TimeoutSeconds }, cancellationToken: cancellationToken)) == 1)
                return source;
        return null;
    }

    /// <summary>Notes what content is about to be stored, and where, so that after a crash it is stored there again and not twice.</summary>
    public Task BeginLandingAsync(string source, string contentHash, string objectKey, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE portal.vendor_source SET content_hash = @contentHash, object_key = @objectKey, landed_at = NULL WHERE source = @source",
        new { source, contentHash, objectKey }, cancellationToken);

    /// <param name="mark">Null where the source said that nothing is new.</param>
    public Task SucceededAsync(string source, ContentMark? mark, CancellationToken cancellationToken) => ExecuteAsync("""
        UPDATE portal.vendor_source
        SET etag = IF(@isNew, @ETag, etag), last_modified = IF(@isNew, @LastModified, last_modified),
            landed_at = COALESCE(landed_at, UTC_TIMESTAMP(3)), checked_at = UTC_TIMESTAMP(3), failures = 0, problem = NULL,
            next_at = UTC_TIMESTAMP(3) + INTERVAL @minutes MINUTE, claimed_until = NULL
        WHERE source = @source
        """, new { source, isNew = mark is not null, mark?.ETag, mark?.LastModified, minutes = options.Value.EveryMinutes }, cancellationToken);

    /// <summary>Notes why a source could not be brought; the time to the next try doubles up to the schedule's.</summary>
    public Task FailedAsync(SourceState source, string problem, CancellationToken cancellationToken)
    {
        var wait = Math.Min(FirstRetry.TotalSeconds * Math.Pow(2, source.Failures), options.Value.EveryMinutes * 60d);
        return ExecuteAsync("""
            UPDATE portal.vendor_source
            SET checked_at = UTC_TIMESTAMP(3), failures = failures + 1, problem = LEFT(@problem, 2000),
                next_at = UTC_TIMESTAMP(3) + INTERVAL @seconds SECOND, claimed_until = NULL
            WHERE source = @Source
            """, new { source.Source, problem, seconds = (long)wait }, cancellationToken);
    }

    /// <summary>Makes all sources due now.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) =>
        ExecuteAsync("UPDATE portal.vendor_source SET next_at = UTC_TIMESTAMP(3), failures = 0", null, cancellationToken);

    private bool IsConfigured(SourceState state) => options.Value.Sources.ContainsKey(state.Source);

    private async Task ExecuteAsync(string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new(sql, parameters, cancellationToken: cancellationToken));
    }
}

/// <param name="ObjectKey">Where its last content lies in the landing zone.</param>
/// <param name="Problem">Why the last look failed.</param>
internal sealed record SourceState(
    string Source, string Location, string? ETag, string? LastModified, string? ContentHash, string? ObjectKey, DateTime? LandedAt,
    DateTime? CheckedAt, DateTime NextAt, int Failures, string? Problem)
{
    public ContentMark Mark => new(ETag, LastModified);
}
