using Dapper;
using MySqlConnector;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Catalog.Upkeep;

/// <summary>What the books say is needed, by key.</summary>
internal sealed class NamedObjects(MySqlDataSource database)
{
    private const string Manifests = "/manifests/";

    /// <summary>The tables that have versions.</summary>
    public async Task<IReadOnlyList<KnownTable>> TablesAsync(CancellationToken cancellationToken)
    {
        const string sql = "SELECT database_name, table_name, MAX(location) FROM portal.table_version GROUP BY database_name, table_name";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Database, string Name, string Location)>(new(sql, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new KnownTable(row.Database, row.Name, ObjectAddress.Parse(row.Location[..row.Location.IndexOf(Manifests, StringComparison.Ordinal)])))];
    }

    /// <summary>The number of a table's last version from before a time, or 0.</summary>
    public async Task<long> LastVersionBeforeAsync(KnownTable table, DateTime before, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT COALESCE(MAX(version), 0) FROM portal.table_version
            WHERE database_name = @Database AND table_name = @Name AND published_at < @before
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new(sql, new { table.Database, table.Name, before }, cancellationToken: cancellationToken));
    }

    /// <summary>Of some keys, those of files that a version, a batch of events or the list of the doomed names.</summary>
    public Task<IReadOnlySet<string>> DataFilesAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => QueryAsync(
        """
        SELECT object_key FROM portal.table_file WHERE object_key IN @names
        UNION SELECT object_key FROM portal.event_batch WHERE object_key IN @names
        UNION SELECT object_key FROM portal.doomed_object WHERE object_key IN @names
        """, keys, cancellationToken);

    /// <summary>Of some keys, those of manifests that are a version's, or doomed.</summary>
    public async Task<IReadOnlySet<string>> ManifestsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT location FROM portal.table_version WHERE version IN @numbers
            UNION SELECT CONCAT('s3://', bucket, '/', object_key) FROM portal.doomed_object WHERE object_key IN @keys
            """;
        var numbers = keys.Select(NumberOf).Distinct();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var locations = await connection.QueryAsync<string>(new(sql, new { numbers, keys }, cancellationToken: cancellationToken));
        return locations.Select(location => ObjectAddress.Parse(location).Key).Select(key => key.EndsWith('/') ? key + TableVersions.ManifestName : key).ToHashSet();
    }

    private static long NumberOf(string key)
    {
        var at = key.IndexOf(Manifests, StringComparison.Ordinal) + Manifests.Length;
        return long.TryParse(key.AsSpan(at, Math.Min(8, key.Length - at)), out var number) ? number : 0;
    }

    private async Task<IReadOnlySet<string>> QueryAsync(string sql, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<string>(new(sql, new { names }, cancellationToken: cancellationToken))).ToHashSet();
    }
}

/// <param name="Folder">Without slash at the end.</param>
internal sealed record KnownTable(string Database, string Name, ObjectAddress Folder);
