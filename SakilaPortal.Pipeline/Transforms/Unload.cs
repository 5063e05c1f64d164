using System.Globalization;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;
using Column = Amazon.Glue.Model.Column;

namespace SakilaPortal.Pipeline.Transforms;

/// <summary>Makes new files of a table with UNLOAD, out of a query that may read tables of its own in <c>workzonedb</c>.</summary>
internal sealed class Unload(AthenaQueries queries, LakeObjects objects, GlueCatalog catalog, IOptions<LakeOptions> lake)
{
    private const string Piece = "piece";

    /// <summary>Writes a query's rows as Parquet into a new folder of the table.</summary>
    /// <returns>The files; none when there were no rows.</returns>
    public async Task<IReadOnlyList<LakeFile>> IntoAsync(LakeTable table, string select, CancellationToken cancellationToken)
    {
        var written = await RunAsync(table.Bucket, table.NewFilesFolder(), select, "", cancellationToken);
        return written.ConvertAll(file => new LakeFile(file.Key, null, file.Size ?? 0));
    }

    /// <summary>The same, each piece of a block of keys in files of its own.</summary>
    public async Task<IReadOnlyList<LakeFile>> IntoPiecesAsync(LakeTable table, string select, string key, KeyBlock block, CancellationToken cancellationToken)
    {
        var pieces = $"SELECT r.*, {block.PieceOf($"r.{key}")} AS {Piece} FROM (\n{select}\n) r";
        var written = await RunAsync(table.Bucket, table.NewFilesFolder(), pieces, $", partitioned_by = ARRAY['{Piece}']", cancellationToken);
        return written.ConvertAll(file =>
        {
            var piece = block.Piece(NumberOf(file.Key));
            return new LakeFile(file.Key, null, file.Size ?? 0, piece.First, piece.Last);
        });
    }

    /// <summary>Writes a query's rows as Parquet for the pipeline itself to read and then to delete.</summary>
    public async Task<IReadOnlyList<WorkFile>> ForWorkAsync(string name, string select, CancellationToken cancellationToken)
    {
        var written = await RunAsync(lake.Value.Clean, $"{WorkFolder(name)}/{Guid.CreateVersion7():N}/", select, "", cancellationToken);
        return written.ConvertAll(file => new WorkFile(lake.Value.Clean, file.Key));
    }

    /// <summary>Points a table of <c>workzonedb</c> at files of a clean table.</summary>
    public Task ReadCleanAsync(string name, IReadOnlyList<Column> columns, IEnumerable<LakeFile> files, CancellationToken cancellationToken) =>
        ReadAsync(name, columns, lake.Value.Clean, files.Select(file => file.ObjectKey), cancellationToken);

    /// <summary>The piece whose folder, as <c>piece=3</c>, a file lies in.</summary>
    private static long NumberOf(string key)
    {
        var folder = key.Split('/').Single(step => step.StartsWith($"{Piece}=", StringComparison.Ordinal));
        return long.Parse(folder.AsSpan(Piece.Length + 1), CultureInfo.InvariantCulture);
    }

    /// <summary>Points a table of <c>workzonedb</c> at the files that the next query is to read.</summary>
    public async Task ReadAsync(string name, IReadOnlyList<Column> columns, string bucket, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var table = new LakeTable(Databases.Work, name, lake.Value.Clean, WorkFolder(name), columns);
        var folder = $"{table.Folder}/{Guid.CreateVersion7():N}/";
        await objects.PutTextAsync(table.Bucket, folder + "manifest", string.Concat(keys.Select(key => $"s3://{bucket}/{key}\n")), "text/plain", cancellationToken);
        await catalog.PointAsync(table, $"s3://{table.Bucket}/{folder}", 0, cancellationToken);
    }

    private static string WorkFolder(string name) => $"work/{name}";

    private async Task<List<S3Object>> RunAsync(string bucket, string folder, string select, string properties, CancellationToken cancellationToken)
    {
        await queries.RunAsync($"UNLOAD (\n{select}\n)\nTO 's3://{bucket}/{folder}'\nWITH (format = 'PARQUET', compression = 'SNAPPY'{properties})", cancellationToken);
        return await objects.ListAsync(bucket, folder, null, cancellationToken);
    }
}

internal sealed record WorkFile(string Bucket, string Key);
