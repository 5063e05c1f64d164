using System.Collections.Immutable;

namespace SakilaPortal.LocalAws.Storage;

/// <summary>The objects of a bucket in the order of their keys. It never changes: a listing goes on over what it began with.</summary>
internal sealed class ObjectIndex(ImmutableSortedSet<StoredObject> objects)
{
    public static readonly ObjectIndex Empty = new(ImmutableSortedSet.Create<StoredObject>(new ByKey()));

    public int Count => objects.Count;
    public StoredObject this[int at] => objects[at];
    public IEnumerable<StoredObject> All => objects;

    public StoredObject? Find(string key) => objects.TryGetValue(StoredObject.Probe(key), out var found) ? found : null;

    public ObjectIndex With(StoredObject item) => new(objects.Remove(item).Add(item));
    public ObjectIndex Without(string key) => new(objects.Remove(StoredObject.Probe(key)));
    public static ObjectIndex Of(IEnumerable<StoredObject> items) => new(Empty.All.ToImmutableSortedSet(new ByKey()).Union(items));

    /// <summary>Where keys begin that are at <paramref name="key"/> or after it.</summary>
    public int Seek(string key)
    {
        var at = objects.IndexOf(StoredObject.Probe(key));
        return at < 0 ? ~at : at;
    }

    /// <summary>Where, from <paramref name="at"/>, keys begin that do not start with the prefix; the one at <paramref name="at"/> does.</summary>
    public int SkipPrefix(int at, string prefix)
    {
        var (low, high) = (at + 1, objects.Count);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (objects[middle].Key.StartsWith(prefix, StringComparison.Ordinal)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    public IEnumerable<StoredObject> StartingWith(string prefix)
    {
        for (var at = Seek(prefix); at < objects.Count && objects[at].Key.StartsWith(prefix, StringComparison.Ordinal); at++)
            yield return objects[at];
    }

    private sealed class ByKey : IComparer<StoredObject>
    {
        public int Compare(StoredObject? x, StoredObject? y) => KeyOrder.Instance.Compare(x!.Key, y!.Key);
    }
}
