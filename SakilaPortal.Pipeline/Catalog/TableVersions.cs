using System.Data.Common;
using System.Text.Json;
using Dapper;
using MySqlConnector;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Catalog;

/// <summary>
/// The versions of the lake's tables. A version is a manifest that names the files; publishing is one UpdateTable that points to a new
/// manifest, so a reader sees the old version or the new one, never half.
/// </summary>
internal sealed class TableVersions(MySqlDataSource database, LakeObjects objects, GlueCatalog catalog, WorkflowLease lease, TimeProvider time)
{
    /// <summary>Of the one object in a version's location.</summary>
    public const string ManifestName = "manifest";

    /// <summary>The newest version of a table; version 0 without files when nothing was published yet.</summary>
    public async Task<TableVersion> CurrentAsync(string databaseName, string tableName, CancellationToken cancellationToken)
    {
        const string versionSql = """
            SELECT version AS Number, row_count AS RowCount, inputs AS Inputs
            FROM portal.table_version
            WHERE database_name = @databaseName AND table_name = @tableName
            ORDER BY version DESC
            LIMIT 1
            """;
        const string filesSql = $"""
            SELECT {LakeFile.Selected}
            FROM portal.table_file
            WHERE database_name = @databaseName AND table_name = @tableName AND removed_version IS NULL
            ORDER BY first_key, file_id
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var named = new { databaseName, tableName };
        var found = await connection.QuerySingleOrDefaultAsync<VersionRow>(new(versionSql, named, cancellationToken: cancellationToken));
        var files = await connection.QueryAsync<LakeFile>(new(filesSql, named, cancellationToken: cancellationToken));
        return new(found?.Number ?? 0, found?.RowCount ?? 0, ReadInputs(found?.Inputs), files.AsList());
    }

    /// <summary>The files of an earlier version; null when it has expired.</summary>
    public async Task<IReadOnlyList<LakeFile>?> FilesOfAsync(string databaseName, string tableName, long version, CancellationToken cancellationToken)
    {
        const string versionSql = """
            SELECT COUNT(*) FROM portal.table_version WHERE database_name = @databaseName AND table_name = @tableName AND version = @version
            """;
        const string filesSql = $"""
            SELECT {LakeFile.Selected}
            FROM portal.table_file
            WHERE database_name = @databaseName AND table_name = @tableName
                AND added_version <= @version AND (removed_version IS NULL OR removed_version > @version)
            ORDER BY first_key, file_id
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var named = new { databaseName, tableName, version };
        return await connection.ExecuteScalarAsync<long>(new(versionSql, named, cancellationToken: cancellationToken)) == 0
            ? null
            : (await connection.QueryAsync<LakeFile>(new(filesSql, named, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>Notes that the newest version would come out the same from other versions of its inputs.</summary>
    public async Task ConfirmAsync(LakeTable table, TableVersion current, IReadOnlyDictionary<string, long> inputs, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE portal.table_version SET inputs = @inputs
            WHERE database_name = @Database AND table_name = @Name AND version = @Number
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = new { table.Database, table.Name, current.Number, inputs = JsonSerializer.Serialize(inputs) };
        await connection.ExecuteAsync(new(sql, row, cancellationToken: cancellationToken));
    }

    /// <summary>The newest version's number of each table of a database that has one.</summary>
    public async Task<Dictionary<string, long>> NumbersAsync(string databaseName, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT table_name, MAX(version) FROM portal.table_version WHERE database_name = @databaseName GROUP BY table_name
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string, long)>(new(sql, new { databaseName }, cancellationToken: cancellationToken));
        return rows.ToDictionary();
    }

    /// <summary>
    /// Publishes the next version, then writes it down together with what <paramref name="alsoWrite"/> adds. A crash in between
    /// leaves the catalogue ahead of the books by one version, and the next run makes that version again from the same input.
    /// </summary>
    /// <returns>The new version's number.</returns>
    public async Task<long> PublishAsync(
        LakeTable table, TableVersion current, Change change, NodeRun run,
        Func<DbConnection, DbTransaction, long, Task> alsoWrite, CancellationToken cancellationToken)
    {
        var removed = change.Removed.Select(file => file.FileId).ToHashSet();
        List<LakeFile> files = [.. current.Files.Where(file => !removed.Contains(file.FileId)), .. change.Added];
        var number = current.Number + 1;
        var folder = $"{table.Folder}/manifests/{number:D8}-{Guid.NewGuid().ToString("N")[..8]}/";
        var manifest = string.Concat(files.Select(file => $"s3://{table.Bucket}/{file.ObjectKey}\n"));
        await objects.PutTextAsync(table.Bucket, folder + ManifestName, manifest, "text/plain", cancellationToken);

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await lease.ConfirmAsync(connection, transaction, cancellationToken);
        var location = $"s3://{table.Bucket}/{folder}";
        cancellationToken.ThrowIfCancellationRequested();
        // From here on readers see the version: a cancelled run still writes it down.
        await catalog.PointAsync(table, location, number, CancellationToken.None);
        await WriteAsync(connection, transaction, new(table, number, location, files, change, removed, run.RunId, time.GetUtcNow().UtcDateTime), CancellationToken.None);
        await alsoWrite(connection, transaction, number);
        await transaction.CommitAsync(CancellationToken.None);
        run.Add(change.RowCount - current.RowCount, change.Added.Sum(file => file.ByteCount), change.Added.Count);
        return number;
    }

    private static async Task WriteAsync(DbConnection connection, DbTransaction transaction, Publication made, CancellationToken cancellationToken)
    {
        const string versionSql = """
            INSERT INTO portal.table_version (database_name, table_name, version, published_at, row_count, byte_count, file_count, location, inputs, run_id)
            VALUES (@Database, @Name, @Number, @At, @Rows, @Bytes, @Files, @Location, @Inputs, @RunId)
            """;
        const string removeSql = "UPDATE portal.table_file SET removed_version = @Number WHERE file_id IN @removed";
        const string addSql = """
            INSERT INTO portal.table_file (database_name, table_name, object_key, added_version, row_count, byte_count, first_key, last_key, key_sum)
            VALUES (@Database, @Name, @ObjectKey, @Number, @RowCount, @ByteCount, @FirstKey, @LastKey, @KeySum)
            """;
        var (table, number, location, files, change, removed, runId, at) = made;
        var version = new
        {
            table.Database, table.Name, number, at, Rows = change.RowCount, Bytes = files.Sum(f => f.ByteCount),
            Files = files.Count, location, Inputs = change.Inputs is null ? null : JsonSerializer.Serialize(change.Inputs), runId,
        };
        await connection.ExecuteAsync(new(versionSql, version, transaction, cancellationToken: cancellationToken));
        if (removed.Count > 0)
            await connection.ExecuteAsync(new(removeSql, new { number, removed }, transaction, cancellationToken: cancellationToken));
        var added = change.Added.Select(f => new { table.Database, table.Name, f.ObjectKey, number, f.RowCount, f.ByteCount, f.FirstKey, f.LastKey, f.KeySum });
        await connection.ExecuteAsync(new(addSql, added.ToList(), transaction, cancellationToken: cancellationToken));
    }

    private static Dictionary<string, long> ReadInputs(string? inputs) =>
        inputs is null ? [] : JsonSerializer.Deserialize<Dictionary<string, long>>(inputs)!;

    private sealed record VersionRow(long Number, long RowCount, string? Inputs);

    private sealed record Publication(
        LakeTable Table, long Number, string Location, List<LakeFile> Files, Change Change, HashSet<long> Removed, long RunId, DateTime At);
}

/// <param name="Number">0 before the first.</param>
/// <param name="Inputs">The versions of the tables it was made from.</param>
internal sealed record TableVersion(long Number, long RowCount, IReadOnlyDictionary<string, long> Inputs, IReadOnlyList<LakeFile> Files);

/// <summary>What makes a version differ from the one before.</summary>
/// <param name="RowCount">Of the whole new version.</param>
internal sealed record Change(
    IReadOnlyList<LakeFile> Added, IReadOnlyList<LakeFile> Removed, long RowCount, IReadOnlyDictionary<string, long>? Inputs = null);
