using Dapper;
using MySqlConnector;

namespace SakilaPortal.Pipeline.Replication;

/// <summary>The tables to replicate. Spatial columns stay behind, and tables without a primary key, whose changes could not be told apart.</summary>
internal sealed class SourceSchema(MySqlDataSource database, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private IReadOnlyList<SourceTable> _tables = [];
    private long _readAt;

    public async Task<IReadOnlyList<SourceTable>> TablesAsync(CancellationToken cancellationToken)
    {
        if (_tables.Count == 0 || time.GetElapsedTime(_readAt) > Fresh)
            (_tables, _readAt) = (await ReadAsync(cancellationToken), time.GetTimestamp());
        return _tables;
    }

    private async Task<IReadOnlyList<SourceTable>> ReadAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT c.TABLE_NAME AS TableName, c.COLUMN_NAME AS ColumnName, c.DATA_TYPE AS DataType, c.COLUMN_TYPE AS ColumnType,
                CAST(COALESCE(c.NUMERIC_PRECISION, 0) AS SIGNED) AS NumericPrecision, CAST(COALESCE(c.NUMERIC_SCALE, 0) AS SIGNED) AS NumericScale,
                CAST(COALESCE(k.ORDINAL_POSITION, 0) AS SIGNED) AS KeyPosition
            FROM information_schema.COLUMNS c
            JOIN information_schema.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
            LEFT JOIN information_schema.KEY_COLUMN_USAGE k ON k.TABLE_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
                AND k.COLUMN_NAME = c.COLUMN_NAME AND k.CONSTRAINT_NAME = 'PRIMARY'
            WHERE c.TABLE_SCHEMA = 'sakila' AND t.TABLE_TYPE = 'BASE TABLE'
                AND c.DATA_TYPE NOT IN ('geometry', 'point', 'linestring', 'polygon', 'multipoint', 'multilinestring', 'multipolygon',
                    'geometrycollection', 'geomcollection')
            ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<ColumnRow>(new(sql, cancellationToken: cancellationToken));
        var tables = rows.GroupBy(row => row.TableName).Select(Table).Where(table => table.Key.Count > 0).ToDictionary(table => table.Name);
        var references = (await ReferencesAsync(connection, cancellationToken)).ToLookup(row => row.TableName);
        return [.. tables.Values.Select(table => table with
        {
            References = [.. references[table.Name].Where(row => IsByNumbers(table, row.ColumnName, tables.GetValueOrDefault(row.Referenced), row.ReferencedColumn))
                .Select(row => new SourceReference(row.ColumnName, row.Referenced))],
        })];
    }

    private static async Task<IEnumerable<ReferenceRow>> ReferencesAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT k.TABLE_NAME AS TableName, k.COLUMN_NAME AS ColumnName, k.REFERENCED_TABLE_NAME AS Referenced, k.REFERENCED_COLUMN_NAME AS ReferencedColumn
            FROM information_schema.REFERENTIAL_CONSTRAINTS r
            JOIN information_schema.KEY_COLUMN_USAGE k
                ON k.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = r.CONSTRAINT_NAME AND k.TABLE_NAME = r.TABLE_NAME
            WHERE r.CONSTRAINT_SCHEMA = 'sakila' AND k.REFERENCED_TABLE_SCHEMA = 'sakila'
                AND (r.DELETE_RULE IN ('SET NULL', 'SET DEFAULT') OR r.UPDATE_RULE IN ('CASCADE', 'SET NULL', 'SET DEFAULT'))
            """;
        return await connection.QueryAsync<ReferenceRow>(new(sql, cancellationToken: cancellationToken));
    }

    /// <summary>Whether both tables have one number as their key, and the reference is no part of it: what changes a row's own key shows as another row.</summary>
    private static bool IsByNumbers(SourceTable table, string column, SourceTable? referenced, string referencedColumn) =>
        table.Key is [var key] && key != column && table.Column(key).IsWholeNumber
        && referenced?.Key is [var other] && other == referencedColumn && referenced.Column(other).IsWholeNumber;

    private static SourceTable Table(IGrouping<string, ColumnRow> table) => new(
        table.Key,
        table.Select(row => new SourceColumn(row.ColumnName, row.DataType, row.ColumnType, (int)row.NumericPrecision, (int)row.NumericScale)).ToList(),
        table.Where(row => row.KeyPosition > 0).OrderBy(row => row.KeyPosition).Select(row => row.ColumnName).ToList());

    private sealed record ReferenceRow(string TableName, string ColumnName, string Referenced, string ReferencedColumn);

    private sealed record ColumnRow(
        string TableName, string ColumnName, string DataType, string ColumnType, long NumericPrecision, long NumericScale, long KeyPosition);
}
