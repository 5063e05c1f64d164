using Dapper;
using MySqlConnector;
using SakilaPortal.Pipeline.Catalog;

namespace SakilaPortal.Pipeline.Transforms.Star;

/// <summary>The tables that the star schema is made of: which versions they are at, and which files set two versions apart.</summary>
internal sealed class InputVersions(MySqlDataSource mySql)
{
    /// <summary>The newest version's number of each table, by <c>database.table</c>.</summary>
    public async Task<Dictionary<string, long>> NumbersAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT CONCAT(database_name, '.', table_name), MAX(version) FROM portal.table_version GROUP BY database_name, table_name
            """;
        await using var connection = await mySql.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<(string, long)>(new(sql, cancellationToken: cancellationToken))).ToDictionary();
    }

    /// <summary>The files by which a table's newest version differs from an earlier one; null when the earlier one is no longer kept.</summary>
    public async Task<InputChange?> ChangeAsync(string table, long since, CancellationToken cancellationToken)
    {
        const string knownSql = """
            SELECT COUNT(*) FROM portal.table_version WHERE database_name = @database AND table_name = @name AND version = @since
            """;
        const string filesSql = $"""
            SELECT {LakeFile.Selected}
            FROM portal.table_file
            WHERE database_name = @database AND table_name = @name
            """;
        const string addedSql = $"{filesSql} AND removed_version IS NULL AND added_version > @since";
        const string removedSql = $"{filesSql} AND removed_version > @since AND added_version <= @since";
        var parameters = new { database = table.Split('.')[0], name = table.Split('.')[1], since };
        await using var connection = await mySql.OpenConnectionAsync(cancellationToken);
        if (await connection.ExecuteScalarAsync<long>(new(knownSql, parameters, cancellationToken: cancellationToken)) == 0)
            return null;
        var added = await connection.QueryAsync<LakeFile>(new(addedSql, parameters, cancellationToken: cancellationToken));
        var removed = await connection.QueryAsync<LakeFile>(new(removedSql, parameters, cancellationToken: cancellationToken));
        return new(added.AsList(), removed.AsList());
    }
}

/// <param name="Added">Files that are new.</param>
/// <param name="Removed">Files that are gone; their objects are still there while a version that names them is kept.</param>
internal sealed record InputChange(IReadOnlyList<LakeFile> Added, IReadOnlyList<LakeFile> Removed)
{
    /// <summary>The keys whose rows are all in <see cref="Added"/>, if they still are.</summary>
    public IEnumerable<(long First, long Last)> Keys => Added.Concat(Removed).Select(file => (file.FirstKey!.Value, file.LastKey!.Value));
}
