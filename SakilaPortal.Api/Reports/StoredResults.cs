using Microsoft.Win32.SafeHandles;

namespace SakilaPortal.Api.Reports;

/// <summary>Results that were looked at lately, each in a local file: a copy of what lies in S3, made again whenever it is missing.</summary>
internal sealed class StoredResults(ResultFiles files, TimeProvider clock) : IDisposable
{
    public const long Largest = 512 << 20;
    private const int UsuallyOpen = 16;
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(2);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = [];

    private sealed class Entry(Task<StoredResult?> result)
    {
        public Task<StoredResult?> Result => result;

        public DateTimeOffset UsedAt { get; set; }
    }

    /// <summary>Null when the result is larger than what is kept locally.</summary>
    public async Task<StoredResult?> OpenAsync(RunRow row, CancellationToken cancellationToken)
    {
        Entry entry;
        lock (gate)
        {
            if (!entries.TryGetValue(row.ExecutionId, out entry!) || entry.Result.IsFaulted)
                entries[row.ExecutionId] = entry = new(Task.Run(() => LoadAsync(row), CancellationToken.None));
            entry.UsedAt = clock.GetUtcNow();
            RemoveUnused();
        }
        return await entry.Result.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        foreach (var entry in entries.Values.Where(entry => entry.Result.IsCompletedSuccessfully))
            entry.Result.Result?.Dispose();
    }

    // Nobody is told to stop reading: whoever reads has asked a moment ago.
    private void RemoveUnused()
    {
        foreach (var (id, entry) in entries.Where(entry => entry.Value.Result.IsCompleted && clock.GetUtcNow() - entry.Value.UsedAt > Unused)
            .OrderBy(entry => entry.Value.UsedAt).Take(entries.Count - UsuallyOpen).ToList())
        {
            entries.Remove(id);
            if (entry.Result.IsCompletedSuccessfully)
                entry.Result.Result?.Dispose();
        }
    }

    private async Task<StoredResult?> LoadAsync(RunRow row)
    {
        using var stored = await files.OpenAsync(row.OutputLocation!, CancellationToken.None);
        if (stored.ContentLength > Largest)
            return null;
        var result = new StoredResult(await CopyAsync(stored.ResponseStream), row.Columns);
        try
        {
            await result.IndexAsync(CancellationToken.None);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    private static async Task<SafeFileHandle> CopyAsync(Stream source)
    {
        var file = PrivateFile.Create();
        var buffer = new byte[1 << 18];
        var written = 0L;
        for (int read; (read = await source.ReadAsync(buffer)) > 0; written += read)
            await RandomAccess.WriteAsync(file, buffer.AsMemory(0, read), written);
        return file;
    }
}
