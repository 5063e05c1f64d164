using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Transforms;

/// <summary>
/// Keeps a table that grows by small files readable: eight files of a size become one of the next. A row is so written again once for
/// each step of size, whatever the table's length. Where the table has a key, what becomes large is cut into blocks of keys, so that the
/// rows of one key lie in few, bounded files: see <see cref="KeyBlock"/>.
/// </summary>
internal sealed class Compaction(TableVersions versions, Unload unload, IOptions<CompactionOptions> options)
{
    private const int FilesOfASize = 8;

    /// <param name="key">A column of whole numbers from 0 on by which the rows are to be kept together, if any.</param>
    public async Task RunAsync(LakeTable table, NodeRun run, CancellationToken cancellationToken, string? key = null)
    {
        var current = await versions.CurrentAsync(table.Database, table.Name, cancellationToken);
        var files = current.Files.Where(file => file.ByteCount < options.Value.LargestBytes)
            .GroupBy(file => (Block: KeyBlock.Of(file), Size: SizeOf(file))).OrderBy(group => group.Key.Size)
            .FirstOrDefault(group => group.Count() >= FilesOfASize)?.ToList();
        if (files is null)
            return;
        var merged = await MergeAsync(table, files, $"SELECT * FROM {PartOf(table)}", key, cancellationToken);
        await versions.PublishAsync(
            table, current, new(merged, files, current.RowCount, current.Inputs), run, (_, _, _) => Task.CompletedTask, cancellationToken);
    }

    /// <summary>Where <see cref="MergeAsync"/> lays the rows of the files to be merged.</summary>
    public static string PartOf(LakeTable table) => $"{Databases.Work}.{table.Name}_part";

    /// <summary>Makes new files of some files of one block.</summary>
    /// <param name="select">Reads <see cref="PartOf"/> and keeps its rows, their keys and columns.</param>
    public async Task<IReadOnlyList<LakeFile>> MergeAsync(
        LakeTable table, IReadOnlyList<LakeFile> files, string select, string? key, CancellationToken cancellationToken)
    {
        await unload.ReadAsync($"{table.Name}_part", table.Columns, table.Bucket, files.Select(file => file.ObjectKey), cancellationToken);
        var block = KeyBlock.Of(files[0]);
        if (key is not null && block.CanBeCut && files.Sum(file => file.ByteCount) > options.Value.CutAboveBytes)
            return await unload.IntoPiecesAsync(table, select, key, block, cancellationToken);
        var merged = await unload.IntoAsync(table, select, cancellationToken);
        return [.. merged.Select(file => file with { FirstKey = files[0].FirstKey, LastKey = files[0].LastKey })];
    }

    private int SizeOf(LakeFile file) => file.ByteCount <= options.Value.SmallestBytes
        ? 0
        : (int)Math.Ceiling(Math.Log((double)file.ByteCount / options.Value.SmallestBytes, FilesOfASize));
}
