namespace SakilaPortal.LocalAws.Storage;

/// <summary>Brings a bucket back from its journal, shortens the journal and removes files that nobody names.</summary>
internal static class BucketJournal
{
    public static (ObjectIndex Index, DurableLog Journal) Open(string root, string path)
    {
        var objects = new Dictionary<string, StoredObject>(StringComparer.Ordinal);
        var entries = 0;
        var log = DurableLog.Open(path, bytes =>
        {
            entries++;
            Replay(IndexEntry.Read(bytes), root, objects);
        });
        if (entries > 1000 && entries > 2 * objects.Count)
        {
            log.Dispose();
            log = Rewrite(path, root, objects.Values);
        }
        RemoveOrphans(root, objects.Values);
        return (ObjectIndex.Of(objects.Values), log);
    }

    private static void Replay(IndexEntry entry, string root, Dictionary<string, StoredObject> objects)
    {
        if (entry.Condition?.Holds(objects.GetValueOrDefault(entry.Key)) == false) return;
        if (entry.At(root) is { } item) objects[entry.Key] = item;
        else objects.Remove(entry.Key);
    }

    private static DurableLog Rewrite(string path, string root, IEnumerable<StoredObject> objects)
    {
        var draft = path + ".new";
        File.Delete(draft);
        using (var shorter = DurableLog.Open(draft, _ => { }))
            Task.WaitAll(objects.Select(item => shorter.AppendAsync(IndexEntry.Of(item, root).Write())).ToArray());
        DurableFile.Publish(draft, path);
        return DurableLog.Open(path, _ => { });
    }

    private static void RemoveOrphans(string root, IEnumerable<StoredObject> objects)
    {
        var named = objects.Select(item => item.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories(root, "??"))
            foreach (var file in Directory.EnumerateFiles(folder))
                if (!named.Contains(file)) File.Delete(file);
    }
}
