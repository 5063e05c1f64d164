using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Cleaning;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Replication;

/// <summary>The keys that the clean tables hold, file by file in the order of the first key.</summary>
internal sealed class CleanKeys(TableVersions versions, LakeObjects objects, IOptions<LakeOptions> lake)
{
    private const char Separator = '\u001f';

    /// <summary>What each file covers; none when the table is not made yet.</summary>
    public async Task<IReadOnlyList<CleanRange>> RangesAsync(SourceTable table, CancellationToken cancellationToken)
    {
        var files = (await versions.CurrentAsync(Databases.Clean, table.Name, cancellationToken)).Files;
        return [.. files.Select((file, i) => new CleanRange(
            file, i == 0 ? long.MinValue : file.FirstKey!.Value, i + 1 < files.Count ? files[i + 1].FirstKey!.Value - 1 : long.MaxValue))];
    }

    public static string Joined(IEnumerable<string?> key) => string.Join(Separator, key);

    public static string?[] Parts(string joined) => joined.Split(Separator);

    /// <summary>The keys in a file; null when it is gone, because the table has got a newer version meanwhile.</summary>
    public async Task<HashSet<string>?> ReadAsync(SourceTable table, CleanRange range, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        var path = scratch.NewFile("parquet");
        if (!await objects.DownloadAsync(lake.Value.Clean, range.File.ObjectKey, null, path, cancellationToken))
            return null;
        using var database = new CleanDatabase(scratch);
        var columns = string.Join(", ", table.Key.Select(column => $"CAST({CleanDatabase.Name(column)} AS VARCHAR)"));
        return [.. database.Query($"SELECT {columns} FROM read_parquet({CleanDatabase.Text(path)})", row => Joined(table.Key.Select((_, i) => row.GetString(i))))];
    }
}

/// <summary>A file of a clean table with the first keys that belong to it, both included.</summary>
internal sealed record CleanRange(LakeFile File, long From, long To);
