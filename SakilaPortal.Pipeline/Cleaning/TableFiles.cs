using Dapper;
using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Replication;

namespace SakilaPortal.Pipeline.Cleaning;

/// <summary>Finds by listing what AWS DMS has landed, should its arrival not have been told. What the pipeline replicates itself it knows of.</summary>
internal sealed class TableFiles(
    MySqlDataSource database, LakeObjects objects, LandingRegister register, IOptions<LakeOptions> lake, IOptions<ReplicationOptions> replication, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1), Overlap = TimeSpan.FromHours(1);
    private DateTimeOffset _next;

    public async Task FindAsync(CancellationToken cancellationToken)
    {
        if (replication.Value.Enabled || time.GetUtcNow() < _next)
            return;
        foreach (var table in await objects.FoldersAsync(lake.Value.Landing, Feed.Tables, cancellationToken))
        {
            var feed = Feed.OfTable(table);
            // Changes have names that grow with time; full loads, which are few, begin with a letter and so come behind them.
            var listed = await objects.ListAsync(lake.Value.Landing, feed, await LastChangeAsync(feed, cancellationToken), cancellationToken);
            await register.AddAsync(listed.Select(file => new Arrival(file.Key, LakeObjects.Bare(file.ETag), file.Size ?? 0)), cancellationToken);
        }
        _next = time.GetUtcNow() + Every;
    }

    /// <summary>The last file of changes that has been known for a while: later ones may have come out of order.</summary>
    private async Task<string?> LastChangeAsync(string feed, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT MAX(object_key) FROM portal.landed_object
            WHERE feed = @feed AND object_key < CONCAT(@feed, 'LOAD') AND found_at < @before
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var before = time.GetUtcNow().UtcDateTime - Overlap;
        return await connection.ExecuteScalarAsync<string?>(new(sql, new { feed, before }, cancellationToken: cancellationToken));
    }
}
