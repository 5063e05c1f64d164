using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Tests.Storage;

public sealed class ObjectStoreTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("store").FullName;
    private ObjectStore store;

    public ObjectStoreTests() => store = Open();

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task ObjectsAndTheirHeadersOutliveARestart()
    {
        store.TryCreateBucket("zone", out var bucket);
        await bucket.PutFileAsync("a/b.csv", Stage("1,2"), new Dictionary<string, string> { ["content-type"] = "text/csv" });
        await bucket.PutFileAsync("gone", Stage("x"));
        await bucket.DeleteAsync(["gone"]);
        Reopen();
        var item = Assert.Single(store.List("zone", ""));
        Assert.Equal(("a/b.csv", 3, "text/csv", "1,2"), (item.Key, item.Size, item.Headers["content-type"], await File.ReadAllTextAsync(item.Path)));
        Assert.EndsWith("b.csv", item.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void ABucketKeepsTheTimeWhenItWasMade()
    {
        store.TryCreateBucket("zone", out var bucket);
        var made = bucket.Created;
        Directory.SetCreationTimeUtc(Path.Combine(root, "zone"), new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Reopen();
        Assert.Equal(made, store.FindBucket("zone")!.Created);
    }

    [Fact]
    public async Task AFileThatIsReadIsKeptUntilTheReaderHasFinished()
    {
        store.TryCreateBucket("zone", out var bucket);
        var old = await bucket.PutFileAsync("key", Stage("old"));
        using (store.Pin())
        {
            await bucket.PutFileAsync("key", Stage("new"));
            Assert.Equal("old", await File.ReadAllTextAsync(old!.Path));
            Assert.Equal("new", await File.ReadAllTextAsync(bucket.Find("key")!.Path));
        }
        Assert.False(File.Exists(old.Path));
    }

    [Fact]
    public async Task AWriteThatWasCutShortLeavesNothing()
    {
        store.TryCreateBucket("zone", out var bucket);
        await bucket.PutFileAsync("whole", Stage("whole"));
        store.Dispose();
        var journal = Path.Combine(root, "zone", "journal");
        await File.AppendAllTextAsync(journal, "torn");
        Directory.CreateDirectory(Path.Combine(root, "zone", "00"));
        var orphan = Path.Combine(root, "zone", "00", "0123-orphan");
        await File.WriteAllTextAsync(orphan, "nobody's");
        Reopen();
        Assert.Equal(["whole"], store.List("zone", "").Select(item => item.Key));
        Assert.False(File.Exists(orphan));
        await store.FindBucket("zone")!.PutFileAsync("after", Stage("after"));
        Reopen();
        Assert.Equal(["after", "whole"], store.List("zone", "").Select(item => item.Key));
    }

    [Fact]
    public async Task ALongJournalIsShortenedAtStart()
    {
        store.TryCreateBucket("zone", out var bucket);
        for (var number = 0; number < 1100; number++) await bucket.PutFileAsync($"key{number % 3}", Stage(number.ToString()));
        var before = new FileInfo(Path.Combine(root, "zone", "journal")).Length;
        Reopen();
        Assert.True(new FileInfo(Path.Combine(root, "zone", "journal")).Length < before / 100);
        Assert.Equal(["1099"], await Task.WhenAll(store.List("zone", "key1").Select(item => File.ReadAllTextAsync(item.Path))));
    }

    [Fact]
    public async Task AConditionIsDecidedInTheOrderOfTheJournalAlsoAfterARestart()
    {
        store.TryCreateBucket("zone", out var bucket);
        var puts = Enumerable.Range(0, 50).Select(number => bucket.PutFileAsync("lease", Stage($"{number}"), condition: new PutCondition(Absent: true)));
        var winner = Assert.Single((await Task.WhenAll(puts)).OfType<StoredObject>());
        Reopen();
        Assert.Equal(winner.ETag, store.Find("zone", "lease")!.ETag);
    }

    [Fact]
    public async Task ABucketWithObjectsIsNotDeleted()
    {
        store.TryCreateBucket("zone", out var bucket);
        await bucket.PutFileAsync("key", Stage("x"));
        Assert.False(store.TryDeleteBucket(bucket));
        await bucket.DeleteAsync(["key"]);
        Assert.True(store.TryDeleteBucket(bucket));
        Reopen();
        Assert.Empty(store.Buckets);
    }

    private ObjectStore Open() => new(root, TimeProvider.System);

    private void Reopen()
    {
        store.Dispose();
        store = Open();
    }

    private string Stage(string content)
    {
        var path = store.NewStagingPath();
        File.WriteAllText(path, content);
        return path;
    }
}
