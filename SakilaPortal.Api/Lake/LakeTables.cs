using Amazon.Glue.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake;

internal static class LakeTables
{
    private sealed record VersionRow(string DatabaseName, string TableName, long RowCount, DateTime PublishedAt);

    public static async Task<Ok<Page<LakeTable>>> ListAsync(GlueTables catalogue, MySqlDataSource database, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT v.database_name, v.table_name, v.row_count, v.published_at
            FROM portal.table_version v
            JOIN (SELECT database_name, table_name, MAX(version) version FROM portal.table_version GROUP BY database_name, table_name) newest
              USING (database_name, table_name, version)
            """;
        var versions = (await database.ListAsync<VersionRow>(sql, null, cancellationToken)).ToDictionary(row => (row.DatabaseName, row.TableName));
        var tables = new List<LakeTable>();
        foreach (var zone in GlueTables.Zones)
            foreach (var table in await catalogue.ListAsync(zone, cancellationToken))
            {
                var version = versions.GetValueOrDefault((zone, table.Name));
                tables.Add(new(zone, table.Name, table.StorageDescriptor?.Location, version?.RowCount, version?.PublishedAt));
            }
        return TypedResults.Ok(new Page<LakeTable>(tables, tables.Count));
    }

    public static async Task<Results<Ok<LakeTableDetail>, ProblemHttpResult>> GetAsync(
        string database, string name, GlueTables catalogue, CancellationToken cancellationToken) =>
        GlueTables.Zones.Contains(database) && await catalogue.FindAsync(database, name, cancellationToken) is { } table
            ? TypedResults.Ok(new LakeTableDetail(database, table.Name, table.StorageDescriptor?.Location,
                Columns(table.StorageDescriptor?.Columns), Columns(table.PartitionKeys)))
            : Problems.NotFound($"There is no table {database}.{name}; GET /api/lake/tables lists them.");

    private static IReadOnlyList<LakeColumn> Columns(List<Column>? columns) => [.. (columns ?? []).Select(column => new LakeColumn(column.Name, column.Type))];
}
