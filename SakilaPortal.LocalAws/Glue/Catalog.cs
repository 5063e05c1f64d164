using SakilaPortal.LocalAws.Hosting;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Glue;

/// <summary>The databases, tables and partitions of the account. Names are lower-cased; what is answered does not change any more.</summary>
internal sealed class Catalog : IResettable
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, CatalogDatabase> databases = new(StringComparer.Ordinal);
    private readonly CatalogFiles files;
    private readonly TimeProvider clock;
    private readonly string account;

    public Catalog(string root, string account, TimeProvider clock)
    {
        (this.account, this.clock) = (account, clock);
        files = new CatalogFiles(root);
        foreach (var database in files.ReadDatabases())
        {
            var tables = databases[database.Name] = new CatalogDatabase(database);
            foreach (var (table, partitions) in files.ReadTables(database.Name)) tables.Put(table, partitions);
        }
    }

    public IReadOnlyList<Database> Databases
    {
        get { lock (gate) return [.. databases.Values.Select(database => database.Value)]; }
    }

    public Database? FindDatabase(string name)
    {
        lock (gate) return databases.GetValueOrDefault(Lower(name))?.Value;
    }

    public Table? FindTable(string database, string name)
    {
        lock (gate) return databases.GetValueOrDefault(Lower(database))?.Find(Lower(name))?.Value;
    }

    /// <exception cref="AwsException">The database is missing.</exception>
    public IReadOnlyList<Table> Tables(string database)
    {
        lock (gate) return [.. Get(database).Tables.Select(table => table.Value)];
    }

    /// <summary>In the order of their values.</summary>
    /// <exception cref="AwsException">The database or table is missing.</exception>
    public IReadOnlyList<Partition> Partitions(string database, string table)
    {
        lock (gate) return [.. Get(database).Get(Lower(table)).Partitions.Values];
    }

    public void CreateDatabase(DatabaseInput input)
    {
        var name = Lower(input.Name);
        lock (gate)
        {
            if (databases.ContainsKey(name)) throw new AwsException("AlreadyExistsException", $"Database {name} already exists.");
            Save(input, name, clock.GetUtcNow());
        }
    }

    public void UpdateDatabase(string name, DatabaseInput input)
    {
        lock (gate) Save(input, Lower(name), Get(name).Value.CreateTime);
    }

    public void DeleteDatabase(string name)
    {
        lock (gate)
        {
            files.Delete(Get(name).Value.Name);
            databases.Remove(Lower(name));
        }
    }

    public void CreateTable(string database, TableInput input)
    {
        lock (gate)
        {
            var owner = Get(database);
            if (owner.Find(Lower(input.Name)) is not null) throw new AwsException("AlreadyExistsException", "Table already exists.");
            var now = clock.GetUtcNow();
            Save(owner, Make(input, owner.Value.Name, now, now, 0), []);
        }
    }

    /// <param name="versionId">When given, the version that the caller has read; a later one is an error.</param>
    public void UpdateTable(string database, TableInput input, bool skipArchive, string? versionId)
    {
        lock (gate)
        {
            var owner = Get(database);
            var (present, partitions) = owner.Get(Lower(input.Name));
            if (versionId is not null && versionId != present.VersionId)
                throw new AwsException("ConcurrentModificationException",
                    $"Table {present.Name} is at version {present.VersionId}, not {versionId}: read it again and repeat the update.");
            if (!skipArchive) files.Archive(present);
            Save(owner, Make(input, owner.Value.Name, present.CreateTime, clock.GetUtcNow(), long.Parse(present.VersionId) + 1), partitions.Values);
        }
    }

    public void DeleteTable(string database, string name)
    {
        lock (gate)
        {
            var owner = Get(database);
            files.Delete(owner.Value.Name, owner.Get(Lower(name)).Value.Name);
            owner.Remove(Lower(name));
        }
    }

    /// <summary>The table as it is and its archived versions, the latest first.</summary>
    public IReadOnlyList<Table> TableVersions(string database, string name)
    {
        lock (gate) return [Get(database).Get(Lower(name)).Value, .. files.ReadVersions(Lower(database), Lower(name))];
    }

    /// <summary>Changes a table's partitions as one step on disk.</summary>
    /// <param name="change">Gets the partitions by their values, to add to or remove from.</param>
    public TResult ChangePartitions<TResult>(string database, string table, Func<Table, SortedDictionary<string, Partition>, TResult> change)
    {
        lock (gate)
        {
            var owner = Get(database);
            var (value, partitions) = owner.Get(Lower(table));
            var changed = new SortedDictionary<string, Partition>(partitions, StringComparer.Ordinal);
            var result = change(value, changed);
            files.Write(value, changed.Values);
            owner.Put(value, changed.Values);
            return result;
        }
    }

    public Partition Make(PartitionInput input, Table table, DateTimeOffset? created = null) => new()
    {
        Values = input.Values, LastAccessTime = input.LastAccessTime, LastAnalyzedTime = input.LastAnalyzedTime,
        StorageDescriptor = input.StorageDescriptor, Parameters = input.Parameters, DatabaseName = table.DatabaseName,
        TableName = table.Name, CreationTime = created ?? clock.GetUtcNow(), CatalogId = account,
    };

    public void Reset()
    {
        lock (gate)
        {
            databases.Clear();
            files.Clear();
        }
    }

    private static string Lower(string name) => name.ToLowerInvariant();

    private CatalogDatabase Get(string name) =>
        databases.GetValueOrDefault(Lower(name)) ?? throw new AwsException("EntityNotFoundException", $"Database {name} not found.");

    private void Save(DatabaseInput input, string name, DateTimeOffset created)
    {
        var database = new Database
        {
            Name = name, Description = input.Description, LocationUri = input.LocationUri, Parameters = input.Parameters, CreateTime = created, CatalogId = account,
        };
        files.Write(database);
        databases[name] = new CatalogDatabase(database, databases.GetValueOrDefault(name));
    }

    private void Save(CatalogDatabase owner, Table table, IEnumerable<Partition> partitions)
    {
        files.Write(table);
        owner.Put(table, partitions);
    }

    private Table Make(TableInput input, string database, DateTimeOffset created, DateTimeOffset updated, long version) => new()
    {
        Name = Lower(input.Name), Description = input.Description, Owner = input.Owner, LastAccessTime = input.LastAccessTime,
        LastAnalyzedTime = input.LastAnalyzedTime, Retention = input.Retention ?? 0, StorageDescriptor = input.StorageDescriptor,
        PartitionKeys = input.PartitionKeys ?? [], ViewOriginalText = input.ViewOriginalText, ViewExpandedText = input.ViewExpandedText,
        TableType = input.TableType, Parameters = input.Parameters, DatabaseName = database, CreateTime = created, UpdateTime = updated,
        CreatedBy = $"arn:aws:iam::{account}:user/sakila", CatalogId = account, VersionId = version.ToString(),
    };
}
