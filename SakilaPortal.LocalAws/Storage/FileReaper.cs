namespace SakilaPortal.LocalAws.Storage;

/// <summary>Removes the files of overwritten and deleted objects once nobody reads them any more.</summary>
internal sealed class FileReaper
{
    private readonly Lock gate = new();
    private readonly SortedSet<long> readers = [];
    private readonly Queue<(long Since, string Path)> doomed = new();
    private long ticks;

    /// <summary>Keeps every file that exists now until the answer is disposed of.</summary>
    public IDisposable Pin()
    {
        lock (gate)
        {
            readers.Add(++ticks);
            return new Reader(this, ticks);
        }
    }

    public void Delete(string path)
    {
        lock (gate) doomed.Enqueue((ticks, path));
        Reap();
    }

    private void Release(long reader)
    {
        lock (gate) readers.Remove(reader);
        Reap();
    }

    private void Reap()
    {
        lock (gate)
        {
            var oldest = readers.Count == 0 ? long.MaxValue : readers.Min;
            while (doomed.TryPeek(out var next) && next.Since < oldest) File.Delete(doomed.Dequeue().Path);
        }
    }

    private sealed class Reader(FileReaper reaper, long number) : IDisposable
    {
        public void Dispose() => reaper.Release(number);
    }
}
