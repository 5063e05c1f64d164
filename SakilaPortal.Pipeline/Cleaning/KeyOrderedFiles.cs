using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Cleaning;

/// <summary>Merges staged rows into the files of a table that is kept in key order, and brings the new files to the lake.</summary>
internal sealed class KeyOrderedFiles(LakeObjects objects, IOptions<CleaningOptions> options)
{
    /// <param name="database">Holds the rows in its table <c>staged</c>: op (I, U or D) and the table's columns.</param>
    /// <param name="key">The columns of the table's key.</param>
    /// <param name="whole">Ranges of keys of which every row is staged: what is there beside those goes.</param>
    /// <returns>What makes the next version, or null when it would be the same.</returns>
    public async Task<Change?> MergeAsync(
        CleanDatabase database, LakeTable table, IReadOnlyList<string> key, TableVersion current, ScratchFolder scratch, CancellationToken cancellationToken,
        IEnumerable<(long First, long Last)>? whole = null)
    {
        var merge = new KeyOrderedMerge(database, new(table.Columns, key), scratch, options.Value.RowsPerFile);
        merge.Begin(whole ?? []);
        List<LakeFile> added = [], removed = [];
        foreach (var range in merge.TouchedRanges(current.Files))
        {
            var path = range.File is null ? null : await DownloadAsync(table, current, range.File, scratch, cancellationToken);
            if (merge.Merge(range, path) is not { } files)
                continue;
            added.AddRange(await UploadAsync(table, files, cancellationToken));
            if (range.File is not null)
                removed.Add(range.File);
        }
        var rows = current.RowCount + added.Sum(file => file.RowCount!.Value) - removed.Sum(file => file.RowCount!.Value);
        return current.Number > 0 && added.Count + removed.Count == 0 ? null : new(added, removed, rows);
    }

    /// <summary>Brings a file of a version to the scratch folder.</summary>
    public async Task<string> DownloadAsync(LakeTable table, TableVersion current, LakeFile file, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var path = scratch.NewFile("parquet");
        return await objects.DownloadAsync(table.Bucket, file.ObjectKey, null, path, cancellationToken)
            ? path
            : throw new FileNotFoundException($"s3://{table.Bucket}/{file.ObjectKey} is missing, although version {current.Number} of {table} names it. Restore it, or reset the lake.");
    }

    private async Task<List<LakeFile>> UploadAsync(LakeTable table, List<MergedFile> files, CancellationToken cancellationToken)
    {
        var uploaded = new List<LakeFile>();
        foreach (var file in files)
        {
            var key = table.NewFileKey();
            await objects.UploadAsync(table.Bucket, key, file.Path, "application/vnd.apache.parquet", cancellationToken);
            uploaded.Add(new(key, file.Rows, new FileInfo(file.Path).Length, file.FirstKey, file.LastKey, KeySum: file.KeySum));
            File.Delete(file.Path);
        }
        return uploaded;
    }
}
