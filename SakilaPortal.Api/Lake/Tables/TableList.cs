using Amazon.Glue.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Lake.Ledger;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Tables;

internal static class TableList
{
    public const string Streaming = "streaming";

    private sealed record VersionRow(string DatabaseName, string TableName, long Version, long RowCount, long ByteCount, long FileCount, DateTime PublishedAt);

    public static async Task<Results<Ok<Page<LakeTable>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ListQuery list, GlueTables catalogue, TableFreshness freshness, LandedEvents landed, MySqlDataSource database, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT v.database_name, v.table_name, v.version, v.row_count, v.byte_count, v.file_count, v.published_at
            FROM portal.table_version v
            JOIN (SELECT database_name, table_name, MAX(version) version FROM portal.table_version GROUP BY database_name, table_name) newest
              USING (database_name, table_name, version)
            """;
        var versions = (await database.ListAsync<VersionRow>(sql, null, cancellationToken)).ToDictionary(row => (row.DatabaseName, row.TableName));
        var freshnessOf = await freshness.ReadAsync(cancellationToken);
        var events = await landed.CountAsync(cancellationToken);
        var tables = new List<LakeTable>();
        foreach (var zone in GlueTables.Zones)
            foreach (var table in await catalogue.ListAsync(zone, cancellationToken))
                tables.Add(Describe(zone, table, versions.GetValueOrDefault((zone, table.Name)), events) with { Freshness = freshnessOf(zone, table.Name) });
        return list.Answer(tables,
            ("name", table => table.Name), ("database", table => table.Database), ("rows", table => table.Rows), ("bytes", table => table.Bytes), ("updatedAt", table => table.UpdatedAt));
    }

    private static LakeTable Describe(string zone, Table table, VersionRow? version, LandedCount events)
    {
        var location = table.StorageDescriptor?.Location;
        return (zone, table.Name) == (GlueTables.Landing, Streaming)
            ? new(zone, table.Name, location, events.Lines, events.LastAt, events.Objects, events.Bytes)
            : new(zone, table.Name, location, version?.RowCount, version?.PublishedAt, version?.FileCount, version?.ByteCount, version?.Version);
    }
}
