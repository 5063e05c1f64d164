using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Transforms;

/// <summary>
/// Keeps a table that grows by small files readable: eight files of a size become one of the next. A row is so written again once for
/// each step of size, whatever the table's length.
/// </summary>
internal sealed class Compaction(TableVersions versions, Unload unload)
{
    private const int FilesOfASize = 8;
    private const long SmallestSize = 64 << 10, LargestSize = 128 << 20;

    public async Task RunAsync(LakeTable table, NodeRun run, CancellationToken cancellationToken)
    {
        var current = await versions.CurrentAsync(table.Database, table.Name, cancellationToken);
        var files = current.Files.Where(file => file.ByteCount < LargestSize).GroupBy(SizeOf).OrderBy(size => size.Key)
            .FirstOrDefault(size => size.Count() >= FilesOfASize)?.ToList();
        if (files is null)
            return;
        var part = $"{table.Name}_part";
        await unload.ReadAsync(part, table.Columns, table.Bucket, files.Select(file => file.ObjectKey), cancellationToken);
        var merged = await unload.IntoAsync(table, $"SELECT * FROM {Databases.Work}.{part}", cancellationToken);
        await versions.PublishAsync(
            table, current, new(merged, files, current.RowCount, current.Inputs), run, (_, _, _) => Task.CompletedTask, cancellationToken);
    }

    private static int SizeOf(LakeFile file) => file.ByteCount <= SmallestSize ? 0 : (int)Math.Ceiling(Math.Log((double)file.ByteCount / SmallestSize, FilesOfASize));
}
