using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Glue;

/// <summary>One database of the catalogue with its tables by name.</summary>
internal sealed class CatalogDatabase(Database value, CatalogDatabase? earlier = null)
{
    private readonly SortedDictionary<string, CatalogTable> tables = earlier?.tables ?? new(StringComparer.Ordinal);

    public Database Value => value;
    public IEnumerable<CatalogTable> Tables => tables.Values;

    public CatalogTable? Find(string name) => tables.GetValueOrDefault(name);
    public CatalogTable Get(string name) => Find(name) ?? throw new AwsException("EntityNotFoundException", $"Table {name} not found.");
    public void Remove(string name) => tables.Remove(name);

    public void Put(Table table, IEnumerable<Partition> partitions) => tables[table.Name] = new CatalogTable(table,
        new SortedDictionary<string, Partition>(partitions.ToDictionary(partition => CatalogTable.Key(partition.Values)), StringComparer.Ordinal));
}

/// <summary>One table with its partitions, by their values.</summary>
internal sealed record CatalogTable(Table Value, SortedDictionary<string, Partition> Partitions)
{
    public static string Key(IEnumerable<string> values) => string.Join('\0', values);
}
