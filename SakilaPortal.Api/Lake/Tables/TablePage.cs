using System.Text.Json;
using Amazon.Glue.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Lake.Athena;
using SakilaPortal.Api.Lake.Ledger;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Tables;

internal static class TablePage
{
    private const int MostFiles = 200, MostVersions = 100, MostSampled = 100, UsualSample = 20;

    private sealed record VersionRow(long Version, DateTime PublishedAt, long RowCount, long ByteCount, long FileCount, string? Inputs, long? RunId)
    {
        public LakeVersion ToVersion() => new(Version, PublishedAt, RowCount, ByteCount, FileCount, RunId,
            Inputs is null ? new Dictionary<string, long>() : JsonSerializer.Deserialize<Dictionary<string, long>>(Inputs)!);
    }

    public static async Task<Results<Ok<LakeTableDetail>, ProblemHttpResult>> GetAsync(
        string database, string name, GlueTables catalogue, TableFreshness freshness, TableLineage lineage, LandedEvents landed, MySqlDataSource mySql,
        CancellationToken cancellationToken)
    {
        if (!GlueTables.Zones.Contains(database) || await catalogue.FindAsync(database, name, cancellationToken) is not { } table)
            return Missing(database, name);
        var versions = await VersionsAsync(mySql, database, name, cancellationToken);
        var newest = versions is [var first, ..] ? first : null;
        var isStreaming = (database, name) == (GlueTables.Landing, TableList.Streaming);
        var events = isStreaming ? await landed.CountAsync(cancellationToken) : null;
        return TypedResults.Ok(new LakeTableDetail(
            database, table.Name, table.StorageDescriptor?.Location, Columns(table.StorageDescriptor?.Columns), Columns(table.PartitionKeys),
            table.Parameters?.GetValueOrDefault("classification"), events?.Lines ?? newest?.Rows, events?.Bytes ?? newest?.Bytes, events?.Objects ?? newest?.Files,
            events?.LastAt ?? newest?.PublishedAt, newest?.Version, (await freshness.ReadAsync(cancellationToken))(database, name),
            table.PartitionKeys is { Count: > 0 } ? await catalogue.PartitionsAsync(database, name, cancellationToken) : [],
            isStreaming ? await ObjectsAsync(mySql, cancellationToken) : await FilesAsync(mySql, database, name, cancellationToken),
            versions, await lineage.OfAsync($"{database}.{name}", cancellationToken)));
    }

    public static async Task<Results<Ok<LakeSample>, ProblemHttpResult>> SampleAsync(
        string database, string name, int? limit, GlueTables catalogue, LakeQueries queries, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > MostSampled)
            return Problems.Invalid("limit", $"Ask for 1 to {MostSampled} rows.");
        if (!GlueTables.Zones.Contains(database) || await catalogue.FindAsync(database, name, cancellationToken) is not { } table)
            return Missing(database, name);
        var quoted = $"\"{database}\".\"{table.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return TypedResults.Ok(await queries.SampleAsync($"SELECT * FROM {quoted} LIMIT {limit ?? UsualSample}", cancellationToken));
    }

    private static ProblemHttpResult Missing(string database, string name) =>
        Problems.NotFound($"There is no table {database}.{name}; GET /api/lake/tables lists them.");

    private static async Task<IReadOnlyList<LakeVersion>> VersionsAsync(MySqlDataSource mySql, string database, string name, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT version, published_at, row_count, byte_count, file_count, inputs, run_id FROM portal.table_version
            WHERE database_name = @database AND table_name = @name ORDER BY version DESC LIMIT @MostVersions
            """;
        return [.. (await mySql.ListAsync<VersionRow>(sql, new { database, name, MostVersions }, cancellationToken)).Select(row => row.ToVersion())];
    }

    private static Task<IReadOnlyList<LakeFile>> FilesAsync(MySqlDataSource mySql, string database, string name, CancellationToken cancellationToken) =>
        mySql.ListAsync<LakeFile>("""
            SELECT f.object_key `key`, f.row_count `rows`, f.byte_count bytes, f.added_version, v.published_at added_at, f.first_key, f.last_key
            FROM portal.table_file f
            LEFT JOIN portal.table_version v ON v.database_name = f.database_name AND v.table_name = f.table_name AND v.version = f.added_version
            WHERE f.database_name = @database AND f.table_name = @name AND f.removed_version IS NULL
            ORDER BY f.first_key, f.file_id DESC LIMIT @MostFiles
            """, new { database, name, MostFiles }, cancellationToken);

    private static Task<IReadOnlyList<LakeFile>> ObjectsAsync(MySqlDataSource mySql, CancellationToken cancellationToken) => mySql.ListAsync<LakeFile>("""
        SELECT object_key `key`, row_count `rows`, byte_count bytes, version added_version, found_at added_at, NULL first_key, NULL last_key
        FROM portal.landed_object WHERE feed LIKE 'streaming/%' AND state <> 'gone' ORDER BY object_id DESC LIMIT @MostFiles
        """, new { MostFiles }, cancellationToken);

    private static IReadOnlyList<LakeColumn> Columns(List<Column>? columns) => [.. (columns ?? []).Select(column => new LakeColumn(column.Name, column.Type, column.Comment))];
}
