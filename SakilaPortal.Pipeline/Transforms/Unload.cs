using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;
using Column = Amazon.Glue.Model.Column;

namespace SakilaPortal.Pipeline.Transforms;

/// <summary>Makes new files of a table with UNLOAD, out of a query that may read tables of its own in <c>workzonedb</c>.</summary>
internal sealed class Unload(AthenaQueries queries, LakeObjects objects, GlueCatalog catalog, IOptions<LakeOptions> lake)
{
    /// <summary>Writes a query's rows as Parquet into a new folder of the table.</summary>
    /// <returns>The files; none when there were no rows.</returns>
    public async Task<IReadOnlyList<LakeFile>> IntoAsync(LakeTable table, string select, CancellationToken cancellationToken)
    {
        var folder = table.NewFilesFolder();
        await queries.RunAsync($"UNLOAD (\n{select}\n)\nTO 's3://{table.Bucket}/{folder}'\nWITH (format = 'PARQUET', compression = 'SNAPPY')", cancellationToken);
        var written = await objects.ListAsync(table.Bucket, folder, null, cancellationToken);
        return written.ConvertAll(file => new LakeFile(file.Key, null, file.Size ?? 0));
    }

    /// <summary>Points a table of <c>workzonedb</c> at the files that the next query is to read.</summary>
    public async Task ReadAsync(string name, IReadOnlyList<Column> columns, string bucket, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var table = new LakeTable(Databases.Work, name, lake.Value.Clean, $"work/{name}", columns);
        var folder = $"{table.Folder}/{Guid.CreateVersion7():N}/";
        await objects.PutTextAsync(table.Bucket, folder + "manifest", string.Concat(keys.Select(key => $"s3://{bucket}/{key}\n")), "text/plain", cancellationToken);
        await catalog.PointAsync(table, $"s3://{table.Bucket}/{folder}", 0, cancellationToken);
    }
}
