using System.Collections.Concurrent;
using SakilaPortal.LocalAws.Hosting;

namespace SakilaPortal.LocalAws.Storage;

/// <summary>All buckets, as folders below one root.</summary>
internal sealed class ObjectStore : IResettable, IDisposable
{
    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);
    private readonly FileReaper reaper = new();
    private readonly Lock gate = new();
    private readonly TimeProvider clock;

    public ObjectStore(string root, TimeProvider clock, Traffic? traffic = null)
    {
        (Root, this.clock, Traffic) = (Path.GetFullPath(root), clock, traffic ?? new());
        if (Directory.Exists(Staging)) Directory.Delete(Staging, recursive: true);
        Directory.CreateDirectory(Staging);
        foreach (var folder in Directory.EnumerateDirectories(Root).Where(folder => !Path.GetFileName(folder).StartsWith('.')))
            buckets[Path.GetFileName(folder)] = new Bucket(folder, reaper, clock, Traffic);
    }

    public Traffic Traffic { get; }

    /// <summary>The folder below which every object's file lies, and the staging folder too.</summary>
    public string Root { get; }

    public IEnumerable<Bucket> Buckets => buckets.Values.OrderBy(bucket => bucket.Name, StringComparer.Ordinal);

    /// <summary>The folder of uploads in parts.</summary>
    public string UploadsFolder => Path.Combine(Root, ".uploads");

    private string Staging => Path.Combine(Root, ".staging");

    public Bucket? FindBucket(string name) => buckets.GetValueOrDefault(name);

    /// <summary>The object at an address such as s3://bucket/key; null when bucket or key is missing.</summary>
    public StoredObject? Find(string bucket, string key) => FindBucket(bucket)?.Find(key);

    /// <summary>All objects whose keys start with the prefix, in order; none when the bucket is missing.</summary>
    public IEnumerable<StoredObject> List(string bucket, string prefix) => FindBucket(bucket)?.List(prefix) ?? [];

    /// <summary>A path for a new file that <see cref="Bucket.PutFileAsync"/> then makes an object. What is left there is removed at start.</summary>
    public string NewStagingPath(string extension = "") => Path.Combine(Staging, Guid.NewGuid().ToString("N") + extension);

    /// <summary>Keeps the file of every object that exists now until the answer is disposed of, also when it is overwritten or deleted.</summary>
    public IDisposable Pin() => reaper.Pin();

    /// <returns>False when it was there already.</returns>
    public bool TryCreateBucket(string name, out Bucket bucket)
    {
        lock (gate)
        {
            if (buckets.TryGetValue(name, out bucket!)) return false;
            var folder = Path.Combine(Root, name);
            Directory.CreateDirectory(folder);
            DurableFile.FlushDirectory(Root);
            bucket = buckets[name] = new Bucket(folder, reaper, clock, Traffic);
            return true;
        }
    }

    /// <summary>Removes an empty bucket.</summary>
    /// <returns>False when it is not empty.</returns>
    public bool TryDeleteBucket(Bucket bucket)
    {
        lock (gate)
        {
            if (bucket.Objects.Count > 0) return false;
            buckets.TryRemove(bucket.Name, out _);
            bucket.Dispose();
            Directory.Delete(Path.Combine(Root, bucket.Name), recursive: true);
            DurableFile.FlushDirectory(Root);
            return true;
        }
    }

    /// <summary>Removes everything, as on a new machine.</summary>
    public void Reset()
    {
        lock (gate)
        {
            foreach (var bucket in buckets.Values.ToList())
            {
                buckets.TryRemove(bucket.Name, out _);
                bucket.Dispose();
                Directory.Delete(Path.Combine(Root, bucket.Name), recursive: true);
            }
            if (Directory.Exists(UploadsFolder)) Directory.Delete(UploadsFolder, recursive: true);
        }
    }

    public void Dispose()
    {
        foreach (var bucket in buckets.Values) bucket.Dispose();
    }
}
