using System.Security.Cryptography;
using SakilaPortal.LocalAws.Hosting;

namespace SakilaPortal.LocalAws.Storage;

/// <summary>
/// A bucket: a folder with one plain file an object and a journal of which key has which file. The journal decides;
/// a file that it does not name was being written when the process ended, and is removed at the next start.
/// </summary>
internal sealed class Bucket : IDisposable
{
    private const string JournalName = "journal";
    private readonly string root;
    private readonly FileReaper reaper;
    private readonly TimeProvider clock;
    private readonly Traffic traffic;
    private readonly DurableLog journal;
    private volatile ObjectIndex index;

    public Bucket(string root, FileReaper reaper, TimeProvider clock, Traffic traffic)
    {
        (this.root, this.reaper, this.clock, this.traffic) = (root, reaper, clock, traffic);
        Created = BucketBirth.Of(root);
        (index, journal) = BucketJournal.Open(root, Path.Combine(root, JournalName));
    }

    public string Name => Path.GetFileName(root);
    public DateTimeOffset Created { get; }

    /// <summary>The objects as they stand now; what changes later does not change it.</summary>
    public ObjectIndex Objects => index;

    /// <summary>The folder of what is said about the bucket itself, such as its encryption.</summary>
    public string SettingsPath => root;

    public StoredObject? Find(string key) => index.Find(key);

    /// <summary>All objects whose keys start with the prefix, in the order of their keys.</summary>
    public IEnumerable<StoredObject> List(string prefix) => index.StartingWith(prefix);

    /// <summary>Makes a finished local file the object of a key. The file is moved; it must lie in the store's staging folder.</summary>
    /// <param name="etag">When the caller has computed it; else the MD5 of the file.</param>
    /// <returns>The object, or null when the condition does not hold.</returns>
    /// <exception cref="IOException">The disk is full or fails; the key keeps what it had.</exception>
    public async Task<StoredObject?> PutFileAsync(
        string key, string stagedPath, IReadOnlyDictionary<string, string>? headers = null, string? etag = null,
        PutCondition? condition = null, CancellationToken cancellation = default)
    {
        etag ??= await ComputeETagAsync(stagedPath, cancellation);
        DurableFile.Flush(stagedPath);
        var path = NewPath(key);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var item = new StoredObject(key, path, new FileInfo(stagedPath).Length, etag, now, headers ?? StoredObject.NoHeaders);
        DurableFile.Publish(stagedPath, path);
        var put = false;
        try
        {
            await journal.AppendAsync(IndexEntry.Of(item, root, condition).Write(), () => put = Apply(key, item, condition ?? PutCondition.None));
        }
        finally
        {
            if (!put) File.Delete(path);
        }
        if (put) traffic.Written(item.Size);
        return put ? item : null;
    }

    /// <summary>Says something else about an object that stands, and leaves its bytes.</summary>
    /// <returns>False when it was overwritten meanwhile.</returns>
    public async Task<bool> DescribeAsync(StoredObject item, IReadOnlyDictionary<string, string> headers)
    {
        var (described, condition, done) = (item with { Headers = headers }, new PutCondition(File: Path.GetFileName(item.Path)), false);
        await journal.AppendAsync(IndexEntry.Of(described, root, condition).Write(), () => done = Apply(item.Key, described, condition));
        return done;
    }

    /// <summary>Deletes what there is; a key without an object is no error.</summary>
    public async Task DeleteAsync(IReadOnlyCollection<string> keys)
    {
        var present = keys.Where(key => Find(key) is not null);
        await Task.WhenAll(present.Select(key => journal.AppendAsync(new IndexEntry(key).Write(), () => Apply(key, null, PutCondition.None))).ToList());
    }

    public void Dispose() => journal.Dispose();

    /// <summary>Runs in the journal's order, one at a time, so that a restart comes to the same answers.</summary>
    private bool Apply(string key, StoredObject? item, PutCondition condition)
    {
        var present = index.Find(key);
        if (!condition.Holds(present)) return false;
        index = item is null ? index.Without(key) : index.With(item);
        if (present is not null && present.Path != item?.Path) reaper.Delete(present.Path);
        return true;
    }

    /// <summary>A new path whose end tells a person, and readers that go by the ending, what it is.</summary>
    private string NewPath(string key)
    {
        var id = Guid.CreateVersion7().ToString("N");
        var last = key[(key.LastIndexOf('/') + 1)..];
        var tail = string.Concat(last.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_').TakeLast(80));
        var folder = Path.Combine(root, id[^2..]);
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            DurableFile.FlushDirectory(root);
        }
        return Path.Combine(folder, $"{id}-{tail}");
    }

    private static async Task<string> ComputeETagAsync(string path, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await MD5.HashDataAsync(stream, cancellation));
    }
}
