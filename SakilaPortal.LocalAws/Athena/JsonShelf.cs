using System.Collections.Concurrent;
using System.Text.Json;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Athena;

/// <summary>Small things by name, in memory and as one durable file each. Names must be fit for files.</summary>
internal sealed class JsonShelf<T>(string folder) where T : class
{
    private readonly Lazy<ConcurrentDictionary<string, T>> items = new(() => Read(folder));

    public ICollection<T> All => items.Value.Values;

    public T? Find(string name) => items.Value.GetValueOrDefault(name);

    public void Put(string name, T item)
    {
        Directory.CreateDirectory(folder);
        DurableFile.WriteJson(PathOf(name), item);
        items.Value[name] = item;
    }

    public bool Remove(string name)
    {
        if (!items.Value.TryRemove(name, out _)) return false;
        File.Delete(PathOf(name));
        return true;
    }

    public void Clear()
    {
        foreach (var name in items.Value.Keys) Remove(name);
    }

    private string PathOf(string name) => Path.Combine(folder, name + ".json");

    private static ConcurrentDictionary<string, T> Read(string folder)
    {
        var found = new ConcurrentDictionary<string, T>(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) return found;
        foreach (var path in Directory.EnumerateFiles(folder, "*.json"))
            found[Path.GetFileNameWithoutExtension(path)] = JsonSerializer.Deserialize<T>(File.ReadAllBytes(path))!;
        return found;
    }
}
